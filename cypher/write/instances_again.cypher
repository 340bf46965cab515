// 事项重新归并 · Rows of wordings that mean other matters than before
//
// (:Duty)-[:INSTANCE_OF {link, score, method}]->(:Matter), anew
//
// Parameters
//   ids  list<string>  ids of wordings
UNWIND $ids AS id
MATCH (d:Duty {wording: id})
OPTIONAL MATCH (d)-[old:INSTANCE_OF]->(:Matter)
DELETE old
WITH DISTINCT d, id
MATCH (:Wording {id: id})-[r:MEANS]->(m:Matter)
CREATE (d)-[:INSTANCE_OF {link: r.link, score: r.score, method: r.method}]->(m)
