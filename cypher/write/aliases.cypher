// 部门别名 · Other plates of departments, from the rows that print them
//
// Department.aliases is the sorted set of all plates on its relations.
//
// Parameters
//   ids  list<string>  ids of departments
UNWIND $ids AS id
MATCH (b:Department {id: id})
OPTIONAL MATCH (b)-[r:DELEGATES|TAKES_BACK]->(:Duty)
UNWIND coalesce(r.plates, []) + [null] AS plate
WITH b, plate ORDER BY plate
WITH b, collect(DISTINCT plate) AS plates
SET b.aliases = plates
