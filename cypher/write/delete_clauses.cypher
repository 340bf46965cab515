// 删除条款 · Delete the clauses that rewritten or retired rows no longer have
//
// (:Responsibility) and (:RoleItem) of these rows, with their relations.
//
// Parameters
//   rows  list<map>  {duty, kept}: ids of a row and of its clauses that stay
UNWIND $rows AS row
MATCH (d:Duty {id: row.duty})-[:REQUIRES|HAS_ROLE_ITEM]->(c:Item)
WHERE NOT c.id IN row.kept
DETACH DELETE c
