// 已载入清单 · Catalogue of what is loaded
//
// The lists, the townships that they are of, and the files that they were read from.
MATCH (l:DutyList)-[:LIST_OF]->(t:Township)
WHERE ($edition IS NULL OR l.edition = $edition)
  AND ($division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division OR (v:County AND v.name = $division) })
// 2025 counts as 20250000, 2025-08 as 20250800; undated is the oldest
WITH *, CASE l.edition WHEN 'undated' THEN 0 ELSE toInteger(left(replace(l.edition, '-', '') + '0000', 8)) END AS age
WITH *, t.path + ' ' + toString(9999999999 - age) + ' ' + l.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (t)<-[:LIST_OF]-(l)-[:READ_FROM]->(:Document)
RETURN p AS p LIMIT 100
