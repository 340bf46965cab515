// 职责承担 · Who bears a clause
//
// (:Responsibility)-[:BORNE_BY {printed}]->(:Department)
//
// Parameters
//   rows  list<map>  {clause, department, printed}
UNWIND $rows AS row
MATCH (c:Responsibility {id: row.clause})
MATCH (b:Department {id: row.department})
CREATE (c)-[:BORNE_BY {printed: row.printed}]->(b)
