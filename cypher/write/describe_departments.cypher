// 机构信息 · What all of a division's rows together tell about its bodies
//
// Properties of (:Department), and (:Department)-[:EXERCISES {method, score}]->(:Function) anew. Their ids are no former ones.
//
// Parameters
//   rows  list<map>  {id, properties}
UNWIND $rows AS row
MATCH (b:Department {id: row.id})
SET b += row.properties
WITH b
OPTIONAL MATCH (b)-[e:EXERCISES]->(:Function)
DELETE e
WITH DISTINCT b
MATCH (f:FormerId {id: b.id})
DETACH DELETE f
