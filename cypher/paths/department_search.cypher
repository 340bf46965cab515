// 查找部门 · Find departments by name
//
// The bodies found, the division that each belongs to, and the townships that it works with.
MATCH (b:Department)-[:PART_OF]->(v:Division)
WHERE (b.name CONTAINS $text OR any(alias IN b.aliases WHERE alias CONTAINS $text))
  AND ($county IS NULL OR EXISTS { (b)-[:WORKS_WITH]->(:Township)-[:PART_OF]->(:County {name: $county}) })
  AND ($division IS NULL OR EXISTS { MATCH (b)-[:WORKS_WITH]->(:Township)-[:PART_OF*0..3]->(a:Division) WHERE a.id = $division OR (a:County AND a.name = $division) })
  AND ($function IS NULL OR EXISTS { (b)-[:EXERCISES]->(:Function {id: $function}) })
OPTIONAL MATCH (b)-[w:WORKS_WITH]->(t:Township)
WITH b, v, sum(w.delegated) AS delegated, sum(w.taken_back) AS taken_back, count(t) AS townships
WITH *, toString(9999999999 - delegated) + toString(9999999999 - taken_back) + ' ' + b.name + ' ' + b.id AS key
// picture
WITH * ORDER BY key
MATCH p = (b)-[:PART_OF|WORKS_WITH]->(:Division)
RETURN p AS p LIMIT 150
