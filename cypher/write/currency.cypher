// 现行版本 · Take the mark of the current edition from one list to another
//
// DutyList.current and the same on its rows.
//
// Parameters
//   list     string   id of the list
//   current  boolean  whether it is the newest edition of its township's list
MATCH (l:DutyList {id: $list})
SET l.current = $current
WITH l
MATCH (d:Duty)-[:LISTED_IN]->(l)
WHERE d.current <> $current
SET d.current = $current
