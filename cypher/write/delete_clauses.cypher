// 删除条款 · Delete the clauses of rows that are rewritten or retired
//
// (:Responsibility) and (:RoleItem) of these rows, with their relations.
//
// Parameters
//   ids  list<string>  ids of rows
UNWIND $ids AS id
MATCH (d:Duty {id: id})-[:REQUIRES|HAS_ROLE_ITEM]->(c:Item)
DETACH DELETE c
