// 无法定依据事项 · Duties that name no law
//
// The townships and their rows that name no law.
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList)<-[:LISTED_IN]-(d:Duty)
WHERE NOT EXISTS { (d)-[:CITES]->(:Law) } AND ($section IS NULL OR d.section = $section)
  AND CASE WHEN $edition IS NULL THEN l.current ELSE l.edition = $edition END
  AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
WITH t, l, d, t.path + ' ' + l.edition + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (t)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d)
RETURN p AS p LIMIT 100
