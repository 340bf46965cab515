// 交办 · Departments of the row's department column
//
// (:Department)-[:DELEGATES {lead, position, printed, plates, other_names}]->(:CooperativeDuty)
//
// Parameters
//   rows  list<map>  {duty, department, properties}
UNWIND $rows AS row
MATCH (b:Department {id: row.department})
MATCH (d:Duty {id: row.duty})
CREATE (b)-[r:DELEGATES]->(d)
SET r += row.properties
