// 隶属关系 · Territory
//
// (:Division)-[:PART_OF]->(:Division), (:Department)-[:PART_OF]->(:Division)
//
// Parameters
//   divisions    list<map>  {start, end}: ids of two divisions
//   departments  list<map>  {start, end}: ids of a department and its division
CALL () {
  UNWIND $divisions AS row
  MATCH (a:Division {id: row.start})
  MATCH (b:Division {id: row.end})
  MERGE (a)-[:PART_OF]->(b)
}
CALL () {
  UNWIND $departments AS row
  MATCH (a:Department {id: row.start})
  MATCH (b:Division {id: row.end})
  MERGE (a)-[:PART_OF]->(b)
}
