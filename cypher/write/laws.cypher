// 法律法规 · Laws that a row names
//
// (:Duty)-[:CITES {articles}]->(:Law)
//
// Parameters
//   rows  list<map>  {duty, id, title, articles}
UNWIND $rows AS row
MATCH (d:Duty {id: row.duty})
MERGE (a:Law {id: row.id})
ON CREATE SET a.title = row.title
CREATE (d)-[:CITES {articles: row.articles}]->(a)
