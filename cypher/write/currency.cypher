// 现行版本 · Mark the newest edition of the township's list as current
//
// DutyList.current and the same on its rows; only what changes is written.
//
// Parameters
//   township  string  id of the township
MATCH (l:DutyList)-[:LIST_OF]->(:Township {id: $township})
WITH l ORDER BY l.edition = 'undated', l.edition DESC
WITH collect(l) AS lists
UNWIND lists AS l
WITH l, l.id = lists[0].id AS current
SET l.current = current
WITH l, current
MATCH (d:Duty)-[:LISTED_IN]->(l)
WHERE d.current IS NULL OR d.current <> current
SET d.current = current
