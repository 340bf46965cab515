// 曾用编号（事项） · Ids of matters that others took in
//
// (:FormerId)-[:NOW]->(:Matter); former ids of what is taken in follow.
//
// Parameters
//   rows  list<map>  {id, now}: an id that ends, and the one that stands for it from now on
//   at    string     time of the load
CALL () {
  UNWIND $rows AS row
  MATCH (f:FormerId)-[r:NOW]->(:Matter {id: row.id})
  MATCH (n:Matter {id: row.now})
  DELETE r
  CREATE (f)-[:NOW]->(n)
}
CALL () {
  UNWIND $rows AS row
  MATCH (:FormerId {id: row.id})-[r:NOW]->(:Matter)
  DELETE r
}
UNWIND $rows AS row
MATCH (n:Matter {id: row.now})
MERGE (f:FormerId {id: row.id})
SET f.at = $at
CREATE (f)-[:NOW]->(n)
