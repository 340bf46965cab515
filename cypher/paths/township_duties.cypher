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
MATCH (t)<-[:LIST_OF]-(l:DutyList)<-[:LISTED_IN]-(d:Duty)
WHERE CASE WHEN $edition IS NULL THEN l.current ELSE l.edition = $edition END
  AND ($section IS NULL OR d.section = $section)
  AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
  AND ($department IS NULL OR EXISTS {
    MATCH (d)<-[:DELEGATES|TAKES_BACK]-(b:Department)
    WHERE b.id = $department OR b.name = $department OR $department IN b.aliases
  })
  AND ($function IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: $function}) })
  AND ($matter IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: $matter}) })
WITH *, t.path + ' ' + l.edition + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// picture
WITH * ORDER BY key LIMIT 100
CALL (t, d) {
  MATCH p = (t)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d)-[:IN_CATEGORY]->(:Category) RETURN p
  UNION ALL
  MATCH p = (t)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d) WHERE NOT EXISTS { (d)-[:IN_CATEGORY]->(:Category) } RETURN p
}
RETURN p AS p LIMIT 100
