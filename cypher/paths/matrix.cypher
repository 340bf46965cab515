// 部门乡镇对照 · Departments and townships of a division
//
// The departments that hand most to the townships of the division, and those townships.
MATCH (v:Division {id: $division})
MATCH (t:Township)-[:PART_OF*0..3]->(v)
WITH t ORDER BY t.path
WITH collect(t) AS all_townships
WITH all_townships, [t IN all_townships[..$townships] | t.id] AS shown
UNWIND all_townships AS t
MATCH (b:Department)-[w:WORKS_WITH]->(t)
WITH b, t, shown,
  CASE WHEN coalesce($section, 'cooperative') = 'cooperative' THEN w.delegated ELSE 0 END AS delegated,
  CASE WHEN coalesce($section, 'reclaimed') = 'reclaimed' THEN w.taken_back ELSE 0 END AS taken_back
WHERE delegated + taken_back > 0
WITH b, t, shown, delegated, taken_back ORDER BY t.path
WITH b, sum(delegated) AS delegated, sum(taken_back) AS taken_back, count(t) AS reached,
  collect(CASE WHEN t.id IN shown THEN {id: t.id, delegated: delegated, taken_back: taken_back} END) AS cells
WITH b, delegated, taken_back, reached, cells,
  toString(9999999999 - delegated - taken_back) + ' ' + b.name + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 20
MATCH p = (b)-[:WORKS_WITH]->(t:Township) WHERE EXISTS { MATCH (t)-[:PART_OF*0..3]->(:Division {id: $division}) }
RETURN p AS p LIMIT 150
