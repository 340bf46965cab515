// 部门交办事项 · Everything a department delegates
//
// The department, the rows that it leads or joins, and the townships that assist.
CALL () {
  MATCH (b:Department {name: $department}) RETURN b
  UNION
  MATCH (b:Department {id: $department}) RETURN b
  UNION
  WITH 1 AS one WHERE NOT $department STARTS WITH 'dept-'
  MATCH (b:Department) WHERE $department IN b.aliases RETURN b
}
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
WHERE CASE WHEN $edition IS NULL THEN d.current ELSE l.edition = $edition END
  AND ($county IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: $county}) })
  AND ($division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division OR (v:County AND v.name = $division) })
  AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
  AND ($matter IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: $matter}) })
WITH *, t.path + ' ' + l.edition + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (b)-[:DELEGATES]->(d)<-[:ASSISTS]-(t)
RETURN p AS p LIMIT 100
