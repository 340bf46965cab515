// 同类事项 · What rows of several townships have in common
//
// (:Duty)-[:INSTANCE_OF {score, method}]->(:Matter)
//
// Parameters
//   rows  list<map>  {duty, id, title, score, method}
UNWIND $rows AS row
MATCH (d:Duty {id: row.duty})
MERGE (m:Matter {id: row.id})
ON CREATE SET m.title = row.title
CREATE (d)-[:INSTANCE_OF {score: row.score, method: row.method}]->(m)
