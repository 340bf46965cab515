// 收回 · Receiving departments
//
// (:Department)-[:TAKES_BACK {position, printed, plates, other_names}]->(:ReclaimedDuty)
//
// Parameters
//   rows  list<map>  {duty, department, properties}
UNWIND $rows AS row
MATCH (b:Department {id: row.department})
MATCH (d:Duty {id: row.duty})
CREATE (b)-[r:TAKES_BACK]->(d)
SET r += row.properties
