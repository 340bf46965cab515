// 载入锁 · Take the one writer's place
//
// Every load starts by writing this node, which makes loads wait for each other.
//
// Parameters
//   at  string  time of the load, ISO 8601, UTC
MERGE (k:LoadLock {id: 'graphkb'})
SET k.at = $at
