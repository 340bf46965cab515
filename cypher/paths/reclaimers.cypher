// 收回排行 · Who takes back most
//
// The departments that take back most, and the townships that they take it from.
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE $division IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)-[:RELIEVED_OF]->(d:ReclaimedDuty {current: true})<-[x:TAKES_BACK]-(b:Department)
WHERE ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
  AND ($function IS NULL OR EXISTS { (b)-[:EXERCISES]->(:Function {id: $function}) })
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
WITH b, t, k.name AS category, count(d) AS rows
WITH b, sum(rows) AS taken_back, collect(DISTINCT t) AS townships, collect(DISTINCT category) AS names,
  collect({id: t.id, category: category, rows: rows}) AS parts
WITH *, toString(9999999999 - taken_back) + ' ' + b.name + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 20
UNWIND townships AS t
MATCH p = (b)-[:WORKS_WITH]->(t)
RETURN p AS p LIMIT 150
