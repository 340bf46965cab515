// 预告发布 · Tell readers that a load is about to be committed
//
// A transaction of its own, committed before the load's.
//
// Parameters
//   token  string  tells this announcement from others
MERGE (s:Dataset {id: 'graphkb'})
SET s.publishing = $token
