// 同类事项 · What rows of several townships have in common
//
// (:Matter)
//
// Parameters
//   rows  list<map>  {id, title}
UNWIND $rows AS row
MERGE (m:Matter {id: row.id})
SET m.title = row.title
