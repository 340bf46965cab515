// 移交收回关联 · Link reclaimed rows to the body that a printed name means
//
// (:Department)-[:TAKES_BACK]->(:ReclaimedDuty), from one department to another, for one printed name.
//
// Parameters
//   rows  list<map>  {printed, from, to}: a printed name, ids of two departments
// Columns
//   township  string  a township whose rows were moved
UNWIND $rows AS row
MATCH (:Department {id: row.from})-[r:TAKES_BACK]->(d:ReclaimedDuty)
WHERE row.printed IN r.printed
MATCH (b:Department {id: row.to})
MERGE (b)-[n:TAKES_BACK]->(d)
ON CREATE SET n.position = r.position, n.printed = [row.printed], n.plates = r.plates, n.other_names = r.other_names
ON MATCH SET n.printed = n.printed + row.printed, n.plates = n.plates + r.plates,
  n.other_names = coalesce(n.other_names, []) + coalesce(r.other_names, []),
  n.position = CASE WHEN n.position < r.position THEN n.position ELSE r.position END
SET r.printed = [p IN r.printed WHERE p <> row.printed]
WITH r, d
MATCH (d)<-[:RELIEVED_OF]-(t:Township)
WITH r, t, size(r.printed) AS rest
FOREACH (_ IN CASE WHEN rest = 0 THEN [1] ELSE [] END | DELETE r)
RETURN DISTINCT t.id AS township
