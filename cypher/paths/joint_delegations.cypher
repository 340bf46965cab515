// 联合交办事项 · What two bodies delegate together
//
// The two bodies, the rows in which both stand, and the townships that assist.
CALL () {
  MATCH (b:Department {name: $department}) RETURN b
  UNION
  MATCH (b:Department {id: $department}) RETURN b
  UNION
  WITH 1 AS one WHERE NOT $department STARTS WITH 'dept-'
  MATCH (b:Department) WHERE $department IN b.aliases RETURN b
}
CALL () {
  MATCH (o:Department {name: $other}) RETURN o
  UNION
  MATCH (o:Department {id: $other}) RETURN o
  UNION
  WITH 1 AS one WHERE NOT $other STARTS WITH 'dept-'
  MATCH (o:Department) WHERE $other IN o.aliases RETURN o
}
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty)<-[s:DELEGATES]-(o)
MATCH (d)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
WHERE CASE WHEN $edition IS NULL THEN d.current ELSE l.edition = $edition END
  AND ($division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division OR (v:County AND v.name = $division) })
  AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
WITH b, r, o, s, d, l, t, t.path + ' ' + l.edition + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id
  + ' ' + o.id AS key
// picture
WITH * ORDER BY key LIMIT 50
CALL (b, o, d, t) {
  MATCH p = (b)-[:DELEGATES]->(d)<-[:DELEGATES]-(o) RETURN p
  UNION ALL
  MATCH p = (d)<-[:ASSISTS]-(t) RETURN p
}
RETURN p AS p LIMIT 100
