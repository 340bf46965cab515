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
    AND ($function IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: $function}) }) AS wanted,
  CASE i.link WHEN 'same' THEN COLLECT { MATCH (d)-[:INSTANCE_OF {link: 'overlap'}]->(o:Matter) RETURN o.id } END AS parts
// All from the lists of these townships: a matter has the rows of the whole country
WITH t, c, townships, u, m, collect(wanted) AS wanted, collect(parts) AS parts, collect({duty: d, link: i.link}) AS rows,
  collect(CASE i.link WHEN 'same' THEN d.section END) AS own, collect(d.section) AS bundled
WITH t, c, townships, m, collect(true IN wanted) AS wanted, collect(CASE WHEN size(own) > 0 THEN u.id END) AS owners,
  collect({id: u.id, sections: [s IN ['basic', 'cooperative', 'reclaimed'] WHERE s IN CASE size(own) WHEN 0 THEN bundled ELSE own END],
    parts: parts,
    rows: [row IN rows WHERE row.link = 'same' OR size(own) = 0]}) AS having
WITH t, c, townships, collect({matter: m, wanted: true IN wanted, owners: owners, having: having}) AS matters
WITH *, [one IN matters WHERE size(one.owners) > 1 | one.matter.id] AS shared,
  [one IN matters WHERE size(one.owners) = 1 | one.matter.id + ' ' + one.owners[0]] AS single,
  [one IN matters WHERE size(one.owners) = 1 | one.matter.id] AS singles
UNWIND matters AS one
WITH t, c, townships, shared, single, singles, one.matter AS m, one.owners AS owners, one.having AS having, one.wanted AS wanted
// A row that bundles what other townships have rows of their own for is compared with these, and no difference of its own
WHERE wanted AND size(owners) > 0 AND any(h IN having WHERE any(parts IN h.parts
  WHERE NOT any(part IN parts WHERE part IN shared OR (part IN singles AND NOT part + ' ' + h.id IN single))))
WITH t, c, m, having, [u IN townships | {
    township_id: u.id, township: u.name,
    sections: coalesce(head([h IN having WHERE h.id = u.id | h.sections]), [])
  }] AS all
WITH t, c, m, having, head([one IN all WHERE one.township_id = t.id | one.sections]) AS sections,
  [one IN all WHERE one.township_id <> t.id] AS others
WITH t, c, m, having, sections, others, size([one IN others WHERE one.sections <> sections]) AS differing
WHERE differing > 0
// First what all the others treat otherwise
WITH *, t.path + ' ' + toString(9999999999 - differing) + ' ' + m.title + ' ' + m.id AS key
// picture
WITH * ORDER BY key LIMIT 12
MATCH (c)<-[:PART_OF]-(u:Township)
MATCH p = (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(u)
RETURN p AS p LIMIT 100
