// 清单版本 · Editions of a township's list
//
// The township, the editions of its list, and the files that they were read from.
CALL () {
  MATCH (t:Township {name: $township}) RETURN t
  UNION
  MATCH (t:Division {id: $township}) WHERE t:Township RETURN t
}
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH t, c
WHERE $county IS NULL OR c.name = $county
MATCH (t)<-[:LIST_OF]-(l:DutyList)
// 2025 counts as 20250000, 2025-08 as 20250800; undated is the oldest
WITH *, CASE l.edition WHEN 'undated' THEN 0 ELSE toInteger(left(replace(l.edition, '-', '') + '0000', 8)) END AS age
WITH *, t.path + ' ' + toString(9999999999 - age) + ' ' + l.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (t)<-[:LIST_OF]-(l)-[:READ_FROM]->(:Document)
RETURN p AS p LIMIT 100
