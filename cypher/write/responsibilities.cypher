// 部门职责 · Clauses of departments
//
// (:Duty)-[:REQUIRES]->(:Responsibility:Item)
//
// Parameters
//   rows  list<map>  {duty, id, properties}
UNWIND $rows AS row
MATCH (d:Duty {id: row.duty})
CREATE (d)-[:REQUIRES]->(c:Responsibility:Item {id: row.id})
SET c += row.properties
