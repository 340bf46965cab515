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
  AS wanted
ORDER BY d.section
WITH townships, t, m, collect(wanted) AS wanted,
  collect(DISTINCT CASE i.link WHEN 'same' THEN d.section END) AS own, collect(DISTINCT d.section) AS bundled
WITH townships, m, collect(true IN wanted) AS wanted, sum(size(own)) AS own,
  collect(CASE size(own) WHEN 0 THEN bundled ELSE own END) AS sections
WHERE true IN wanted AND own > 0 AND (NOT $differing OR size(sections) < size(townships) OR any(s IN sections WHERE s <> sections[0]))
WITH townships, m, size([s IN sections WHERE 'basic' IN s]) AS basic,
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
