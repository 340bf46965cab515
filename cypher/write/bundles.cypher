// 一项多事 · Wordings that turn out to bundle a matter that was not there before, and their rows
//
// (:Wording)-[:MEANS]->(:Matter) and (:Duty)-[:INSTANCE_OF]->(:Matter), both with link: 'overlap'
//
// Parameters
//   rows  list<map>  {wording, matter, properties}
UNWIND $rows AS row
MATCH (w:Wording {id: row.wording})-[:MEANS {link: 'same'}]->(own:Matter)
MATCH (m:Matter {id: row.matter})
CREATE (w)-[r:MEANS]->(m)
SET r += row.properties
WITH w, own, m, row
MATCH (d:Duty {wording: w.id})-[:INSTANCE_OF {link: 'same'}]->(own)
CREATE (d)-[i:INSTANCE_OF]->(m)
SET i += row.properties
