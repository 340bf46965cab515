// 表述归并 · The matter that a wording is, and those that it bundles
//
// (:Wording)-[:MEANS {link, score, method}]->(:Matter)
//
// Parameters
//   rows  list<map>  {wording, matter, properties}
UNWIND $rows AS row
MATCH (w:Wording {id: row.wording})
MATCH (m:Matter {id: row.matter})
CREATE (w)-[r:MEANS]->(m)
SET r += row.properties
