// 移交职责关联 · Link clauses to the body that a printed name means
//
// (:Responsibility)-[:BORNE_BY]->(:Department), from one department to another, for one printed name.
//
// Parameters
//   rows  list<map>  {printed, from, to}: a printed name, ids of two departments
UNWIND $rows AS row
MATCH (:Department {id: row.from})<-[r:BORNE_BY]-(c:Responsibility)
WHERE row.printed IN r.printed
MATCH (b:Department {id: row.to})
MERGE (c)-[n:BORNE_BY]->(b)
ON CREATE SET n.printed = [row.printed]
ON MATCH SET n.printed = n.printed + row.printed
SET r.printed = [p IN r.printed WHERE p <> row.printed]
WITH r, size(r.printed) AS rest
FOREACH (_ IN CASE WHEN rest = 0 THEN [1] ELSE [] END | DELETE r)
