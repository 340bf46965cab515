// 部门 · Bodies that the list's rows name
//
// (:Department), each once per division and key of its name; what is told of it follows when its division is resolved.
//
// Parameters
//   rows  list<map>  {id, name, named}
//   at    string     time of the load
UNWIND $rows AS row
MERGE (b:Department {id: row.id})
ON CREATE SET b.first_seen = $at, b.name = row.name, b.named = row.named
SET b.last_seen = $at
