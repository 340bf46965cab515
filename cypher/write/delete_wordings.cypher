// 删除表述 · Delete wordings, and clues that find nothing any more
//
// Those that no row prints.
//
// Parameters
//   ids  list<string>  ids of wordings
UNWIND $ids AS id
MATCH (w:Wording {id: id})
OPTIONAL MATCH (w)-[:FOUND_BY]->(c:Clue)
WITH w, collect(c) AS clues
DETACH DELETE w
WITH clues
UNWIND clues AS c
WITH DISTINCT c
WHERE NOT EXISTS { (c)<-[:FOUND_BY]-(:Wording) }
DELETE c
