// 乡镇差异 · Where a township differs from its county
//
// The work, the rows of the county's townships that are it, and those townships: the colour of a row is its section.
CALL () {
  MATCH (t:Township {name: $township}) RETURN t
  UNION
  MATCH (t:Division {id: $township}) WHERE t:Township RETURN t
}
MATCH (t)-[:PART_OF]->(c:County)
WHERE ($county IS NULL OR c.name = $county) AND EXISTS { (t)<-[:LIST_OF]-(:DutyList {current: true}) }
MATCH (c)<-[:PART_OF]-(u:Township)<-[:LIST_OF]-(:DutyList {current: true})
WITH t, c, u ORDER BY u.path
WITH t, c, collect(u) AS townships
UNWIND townships AS u
MATCH (u)<-[:LIST_OF]-(:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)-[i:INSTANCE_OF]->(m:Matter)
WITH t, c, townships, u, d, i, m,
  ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
    AND ($function IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: $function}) }) AS wanted
ORDER BY d.section
WITH t, c, townships, u, m, collect(wanted) AS wanted,
  collect(DISTINCT CASE i.link WHEN 'same' THEN d.section END) AS own, collect(DISTINCT d.section) AS bundled
WITH t, c, townships, m, collect(true IN wanted) AS wanted, sum(size(own)) AS own,
  collect({id: u.id, sections: CASE WHEN size(own) = 0 THEN bundled ELSE own END}) AS having
WHERE true IN wanted AND own > 0
WITH t, c, m, [u IN townships | {
    township_id: u.id, township: u.name,
    sections: coalesce(head([h IN having WHERE h.id = u.id | h.sections]), [])
  }] AS all
WITH t, c, m, head([one IN all WHERE one.township_id = t.id | one.sections]) AS sections,
  [one IN all WHERE one.township_id <> t.id] AS others
WITH t, c, m, sections, others, size([one IN others WHERE one.sections <> sections]) AS differing
WHERE differing > 0
// First what all the others treat otherwise
WITH *, t.path + ' ' + toString(9999999999 - differing) + ' ' + m.title + ' ' + m.id AS key
// picture
WITH * ORDER BY key LIMIT 12
MATCH (c)<-[:PART_OF]-(u:Township)
MATCH p = (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(u)
RETURN p AS p LIMIT 100
