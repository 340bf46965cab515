// ★事项 · Starred duties
//
// The townships and their rows that are printed with ★.
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE $division IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList)<-[:LISTED_IN]-(d:Duty)
WHERE d.starred AND ($section IS NULL OR d.section = $section)
  AND CASE WHEN $edition IS NULL THEN l.current ELSE l.edition = $edition END
WITH t, l, d, t.path + ' ' + l.edition + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (t)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d)
RETURN p AS p LIMIT 100
