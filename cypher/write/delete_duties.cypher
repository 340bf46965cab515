// 删除事项 · Delete rows that the list no longer has
//
// Their clauses and shared relations are gone before.
//
// Parameters
//   ids  list<string>  ids of rows
UNWIND $ids AS id
MATCH (d:Duty {id: id})
DETACH DELETE d
