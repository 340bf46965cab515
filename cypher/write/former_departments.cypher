// 曾用编号（机构） · Ids of bodies that others took in
//
// (:FormerId)-[:NOW]->(:Department); former ids of what is taken in follow.
//
// Parameters
//   rows  list<map>  {id, now}: an id that ends, and the one that stands for it from now on
//   at    string     time of the load
CALL () {
  UNWIND $rows AS row
  MATCH (f:FormerId)-[r:NOW]->(:Department {id: row.id})
  MATCH (n:Department {id: row.now})
  DELETE r
  CREATE (f)-[:NOW]->(n)
}
CALL () {
  UNWIND $rows AS row
  MATCH (:FormerId {id: row.id})-[r:NOW]->(:Department)
  DELETE r
}
UNWIND $rows AS row
MATCH (n:Department {id: row.now})
MERGE (f:FormerId {id: row.id})
SET f.at = $at
CREATE (f)-[:NOW]->(n)
