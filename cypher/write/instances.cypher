// 事项归并 · Rows as instances of the matters that their wording means
//
// (:Duty)-[:INSTANCE_OF {link, score, method}]->(:Matter)
//
// Parameters
//   rows  list<map>  {duty, wording}
UNWIND $rows AS row
MATCH (w:Wording {id: row.wording})-[r:MEANS]->(m:Matter)
MATCH (d:Duty {id: row.duty})
CREATE (d)-[:INSTANCE_OF {link: r.link, score: r.score, method: r.method}]->(m)
