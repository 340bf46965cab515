// 行政职能 · Lines of government work that a body does
//
// (:Department)-[:EXERCISES {method, score, evidence}]->(:Function)
//
// Parameters
//   rows  list<map>  {department, function, name, name_en, properties}
UNWIND $rows AS row
MATCH (b:Department {id: row.department})
MERGE (f:Function {id: row.function})
SET f.name = row.name, f.name_en = row.name_en
MERGE (b)-[e:EXERCISES]->(f)
SET e += row.properties
