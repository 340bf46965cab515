// 类别 · The category heading that a row stands under
//
// (:Duty)-[:IN_CATEGORY]->(:Category)
//
// Parameters
//   rows  list<map>  {duty, id, name}
UNWIND $rows AS row
MATCH (d:Duty {id: row.duty})
MERGE (c:Category {id: row.id})
ON CREATE SET c.name = row.name
CREATE (d)-[:IN_CATEGORY]->(c)
