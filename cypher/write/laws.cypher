// 法律法规 · Laws that a row names
//
// (:Duty)-[:CITES {articles, printed}]->(:Law)
//
// Parameters
//   rows  list<map>  {duty, id, title, level, articles, printed}
UNWIND $rows AS row
MATCH (d:Duty {id: row.duty})
MERGE (a:Law {id: row.id})
ON CREATE SET a.title = row.title, a.level = row.level
CREATE (d)-[:CITES {articles: row.articles, printed: row.printed}]->(a)
