// 同类事项 · What rows of several townships have in common
//
// (:Matter); an id that was a former one is no more.
//
// Parameters
//   rows  list<map>  {id, title}
UNWIND $rows AS row
MERGE (m:Matter {id: row.id})
SET m.title = row.title
WITH row
MATCH (f:FormerId {id: row.id})
DETACH DELETE f
