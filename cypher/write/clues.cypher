// 表述线索 · What wordings are found by when others are compared with them
//
// (:Wording)-[:FOUND_BY]->(:Clue), anew
//
// Parameters
//   rows  list<map>  {id, clues}
CALL () {
  UNWIND $rows AS row
  MATCH (:Wording {id: row.id})-[r:FOUND_BY]->(:Clue)
  DELETE r
}
UNWIND $rows AS row
MATCH (w:Wording {id: row.id})
UNWIND row.clues AS clue
MERGE (c:Clue {id: clue})
CREATE (w)-[:FOUND_BY]->(c)
