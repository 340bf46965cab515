// 现有条款 · The clauses that rows have
//
// (:Responsibility) and (:RoleItem) of these rows, before they are rewritten or retired.
//
// Parameters
//   ids  list<string>  ids of rows
// Columns
//   id  string  the clause
UNWIND $ids AS id
MATCH (d:Duty {id: id})-[:REQUIRES|HAS_ROLE_ITEM]->(c:Item)
RETURN c.id AS id
