// 机构名录 · All bodies with all their printed names
//
// The bodies found, the division that each belongs to, and their lines of government work.
MATCH (b:Department)-[:PART_OF]->(v:Division)
WITH b, v, COLLECT {
  MATCH (b)-[:WORKS_WITH]->(:Township)-[:PART_OF]->(c:County) RETURN DISTINCT c.name AS name ORDER BY name
} AS counties
WHERE $county IS NULL OR $county IN counties OR (v:County AND v.name = $county)
WITH *, b.id AS key
// picture
WITH * ORDER BY key
MATCH p = (b)-[:PART_OF|EXERCISES]->()
RETURN p AS p LIMIT 150
