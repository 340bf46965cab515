// 乡镇对照 · Matters beside townships
//
// The work, the rows of the division's townships that are it, and those townships: the colour of a row is its section.
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(:DutyList {current: true})
WITH DISTINCT t ORDER BY t.path
WITH collect(t) AS townships
UNWIND townships AS t
MATCH (t)<-[:LIST_OF]-(:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)-[i:INSTANCE_OF]->(m:Matter)
WITH townships, t, d, i, m,
  ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
  AND ($function IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: $function}) })
  AS wanted,
  CASE i.link WHEN 'same' THEN COLLECT { MATCH (d)-[:INSTANCE_OF {link: 'overlap'}]->(o:Matter) RETURN o.id } END AS parts
// All from the lists of these townships: a matter has the rows of the whole country
WITH townships, t, m, collect(wanted) AS wanted, collect(parts) AS parts, collect({duty: d, link: i.link}) AS rows,
  collect(CASE i.link WHEN 'same' THEN d.section END) AS own, collect(d.section) AS bundled
WITH townships, m, collect(true IN wanted) AS wanted, collect(CASE WHEN size(own) > 0 THEN t.id END) AS owners,
  collect({id: t.id, sections: [s IN ['basic', 'cooperative', 'reclaimed'] WHERE s IN CASE size(own) WHEN 0 THEN bundled ELSE own END],
    parts: parts,
    rows: [row IN rows WHERE row.link = 'same' OR size(own) = 0]}) AS having
WITH townships, collect({matter: m, wanted: true IN wanted, owners: owners, having: having}) AS matters
WITH *, [one IN matters WHERE size(one.owners) > 1 | one.matter.id] AS shared,
  [one IN matters WHERE size(one.owners) = 1 | one.matter.id + ' ' + one.owners[0]] AS single,
  [one IN matters WHERE size(one.owners) = 1 | one.matter.id] AS singles
UNWIND matters AS one
WITH townships, shared, single, singles, one.matter AS m, one.wanted AS wanted, one.owners AS owners, one.having AS having,
  [h IN one.having | h.sections] AS sections
// A row that bundles what other townships have rows of their own for is compared with these, and no difference of its own
WHERE wanted AND size(owners) > 0 AND (NOT $differing
  OR (size(sections) < size(townships) OR any(s IN sections WHERE s <> sections[0]))
    AND any(h IN having WHERE any(parts IN h.parts
      WHERE NOT any(part IN parts WHERE part IN shared OR (part IN singles AND NOT part + ' ' + h.id IN single)))))
WITH townships, m, having, size([s IN sections WHERE 'basic' IN s]) AS basic,
  size([s IN sections WHERE 'cooperative' IN s]) AS cooperative, size([s IN sections WHERE 'reclaimed' IN s]) AS reclaimed,
  size(townships) - size(sections) AS missing
// The more ways of treating it, the further in front; then what most townships have
WITH *, toString(9 - sign(basic) - sign(cooperative) - sign(reclaimed) - sign(missing)) + ' '
  + toString(1000000000 + missing) + ' ' + m.title + ' ' + m.id AS key
// picture
WITH * ORDER BY key LIMIT 12
UNWIND townships AS t
MATCH p = (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(t)
RETURN p AS p LIMIT 100
