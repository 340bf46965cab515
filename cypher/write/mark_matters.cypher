// 标记事项归并状态 · Note whether matters hang on the order of loading
//
// See matters_state.
//
// Parameters
//   provisional  boolean  whether new wordings find places without moving others
MERGE (l:LoadLock {id: 'graphkb'})
SET l.matters_provisional = $provisional
