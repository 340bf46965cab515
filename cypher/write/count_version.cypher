// 数据集版本 · Count the dataset's version
//
// The last statement of every load; part of its transaction.
//
// Parameters
//   at  string  time of the load
MERGE (s:Dataset {id: 'graphkb'})
SET s.version = coalesce(s.version, 0) + 1, s.loaded_at = $at
