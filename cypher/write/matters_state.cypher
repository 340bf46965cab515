// 事项归并状态 · Whether matters hang on the order of loading
//
// Until all wordings are judged anew (graphkb resolve).
//
// Columns
//   provisional  boolean  whether new wordings found places without moving others
MATCH (l:LoadLock {id: 'graphkb'})
RETURN coalesce(l.matters_provisional, false) AS provisional
