// 独有事项 · Duties that only one township of a county has
//
// The townships, and the rows that no other township of their county has.
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
}
MATCH (t)-[:PART_OF]->(c:County)
WITH c, collect(DISTINCT t.id) AS asked
WHERE COUNT { (c)<-[:PART_OF]-(:Township)<-[:LIST_OF]-(:DutyList {current: true}) } > 1
// All from the county's lists: a matter has the rows of the whole country
MATCH (c)<-[:PART_OF]-(t:Township)<-[:LIST_OF]-(l:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)-[i:INSTANCE_OF]->(m:Matter)
WITH c, asked, m, collect({township: t, list: l, duty: d, link: i.link}) AS instances, collect(DISTINCT t.id) AS having,
  collect(DISTINCT CASE i.link WHEN 'same' THEN t.id END) AS owners
WITH c, asked, collect({matter: m, instances: instances, having: having, owners: owners}) AS matters
WITH *, [one IN matters WHERE size(one.owners) > 1 | one.matter.id] AS shared,
  [one IN matters WHERE size(one.owners) = 1 | one.matter.id + ' ' + one.owners[0]] AS single,
  [one IN matters WHERE size(one.owners) = 1 | one.matter.id] AS singles
UNWIND [one IN matters WHERE size(one.having) = 1 AND one.having[0] IN asked] AS one
UNWIND [instance IN one.instances WHERE instance.link = 'same'] AS instance
WITH shared, single, singles, instance.township AS t, instance.list AS l, instance.duty AS d, one.matter AS m
WHERE ($section IS NULL OR d.section = $section)
  AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
  AND NOT any(part IN COLLECT { MATCH (d)-[:INSTANCE_OF {link: 'overlap'}]->(o:Matter) RETURN o.id }
    WHERE part IN shared OR (part IN singles AND NOT part + ' ' + t.id IN single))
WITH t, l, d, m, t.path + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (t)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d)
RETURN p AS p LIMIT 100
