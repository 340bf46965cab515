// 乡镇事项 · All duties of a township
//
// The township, its rows, and the categories that they stand under.
CALL () {
  MATCH (t:Township {name: $township}) RETURN t
  UNION
  MATCH (t:Division {id: $township}) RETURN t
}
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH t, c
WHERE $county IS NULL OR c.name = $county
MATCH (t)<-[:LIST_OF]-(l:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)
WHERE $section IS NULL OR d.section = $section
WITH *, t.path + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// picture
WITH * ORDER BY key LIMIT 100
CALL (t, d) {
  MATCH p = (t)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d)-[:IN_CATEGORY]->(:Category) RETURN p
  UNION ALL
  MATCH p = (t)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d) WHERE NOT EXISTS { (d)-[:IN_CATEGORY]->(:Category) } RETURN p
}
RETURN p AS p LIMIT 100
