// 独有事项 · Duties that only one township of a county has
//
// The townships, and the rows that no other township of their county has.
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
}
MATCH (t)-[:PART_OF]->(c:County)
WHERE EXISTS { MATCH (c)<-[:PART_OF]-(u:Township)<-[:LIST_OF]-(o) WHERE o.current AND u.id <> t.id }
MATCH (t)<-[:LIST_OF]-(l:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)-[:INSTANCE_OF {link: 'same'}]->(m:Matter)
WHERE ($section IS NULL OR d.section = $section)
  AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
  AND NOT EXISTS {
    MATCH (m)<-[:INSTANCE_OF]-(:Duty {current: true})-[:LISTED_IN]->()-[:LIST_OF]->(u:Township)-[:PART_OF]->(c)
    WHERE u.id <> t.id
  }
  AND NOT EXISTS {
    MATCH (d)-[:INSTANCE_OF {link: 'overlap'}]->(:Matter)<-[:INSTANCE_OF {link: 'same'}]-(:Duty {current: true})
      -[:LISTED_IN]->()-[:LIST_OF]->(u:Township)-[:PART_OF]->(c)
    WHERE u.id <> t.id
  }
WITH t, l, d, m, t.path + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (t)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d)
RETURN p AS p LIMIT 100
