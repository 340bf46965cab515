// 部门 · Bodies that the list's rows name
//
// (:Department), each once per division and name
//
// Parameters
//   rows  list<map>  {id, properties}
//   at    string     time of the load
UNWIND $rows AS row
MERGE (b:Department {id: row.id})
ON CREATE SET b.first_seen = $at, b.aliases = []
SET b += row.properties, b.last_seen = $at
