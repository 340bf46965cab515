// 撤回预告 · Tell readers that nothing is being committed any more
//
// A transaction of its own, after the load's.
MATCH (s:Dataset {id: 'graphkb'})
REMOVE s.publishing
