// 旧版本 · Take the mark of the current edition off a list
//
// DutyList.current and the same on its rows.
//
// Parameters
//   list  string  id of the list
MATCH (l:DutyList {id: $list})
SET l.current = false
WITH l
MATCH (d:Duty)-[:LISTED_IN]->(l)
WHERE d.current
SET d.current = false
