// 交办排行 · Who delegates most
//
// The departments that delegate most, and the townships that they delegate to.
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE $division IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)-[:ASSISTS]->(d:CooperativeDuty {current: true})<-[x:DELEGATES]-(b:Department)
WHERE ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
  AND ($function IS NULL OR EXISTS { (b)-[:EXERCISES]->(:Function {id: $function}) })
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
WITH b, t, k.name AS category, count(d) AS rows, sum(CASE WHEN x.lead THEN 1 ELSE 0 END) AS led
WITH b, sum(rows) AS delegated, sum(led) AS led, collect(DISTINCT t) AS townships, collect(DISTINCT category) AS names,
  collect({id: t.id, category: category, rows: rows}) AS parts
WITH *, toString(9999999999 - delegated) + ' ' + toString(9999999999 - led) + ' ' + b.name + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 20
UNWIND townships AS t
MATCH p = (b)-[:WORKS_WITH]->(t)
RETURN p AS p LIMIT 150
