// 乡镇配合职责 · Clauses of the township's role
//
// (:Duty)-[:HAS_ROLE_ITEM]->(:RoleItem:Item)
//
// Parameters
//   rows  list<map>  {duty, id, properties}
UNWIND $rows AS row
MATCH (d:Duty {id: row.duty})
CREATE (d)-[:HAS_ROLE_ITEM]->(c:RoleItem:Item {id: row.id})
SET c += row.properties
