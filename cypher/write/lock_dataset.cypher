// 数据集加锁 · Take the one writer's place
//
// Every load starts here: writing this node first makes loads wait for each other. Also counts the dataset's version.
//
// Parameters
//   at  string  time of the load, ISO 8601, UTC
// Columns
//   version  integer  the version that this load makes
MERGE (s:Dataset {id: 'graphkb'})
SET s.version = coalesce(s.version, 0) + 1, s.loaded_at = $at
RETURN s.version AS version
