// 联合部门 · Who delegates together
//
// The pairs that stand together in most rows, and those rows.
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE $division IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)-[:ASSISTS]->(d:CooperativeDuty {current: true})
WHERE ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
MATCH (d)<-[x:DELEGATES]-(b:Department)
WHERE b.named
MATCH (d)<-[y:DELEGATES]-(o:Department)
WHERE o.named AND b.id < o.id
WITH b, o, count(d) AS rows, count(DISTINCT t) AS townships,
  sum(CASE WHEN x.lead THEN 1 ELSE 0 END) AS led, sum(CASE WHEN y.lead THEN 1 ELSE 0 END) AS other_led
WITH rows, townships, CASE WHEN other_led > led THEN [o, b] ELSE [b, o] END AS pair,
  CASE WHEN other_led > led THEN [other_led, led] ELSE [led, other_led] END AS leads
WITH pair[0] AS b, pair[1] AS o, rows, townships, leads[0] AS led, leads[1] AS other_led
WITH *, toString(9999999999 - rows) + ' ' + b.name + ' ' + o.name + ' ' + b.id + ' ' + o.id AS key
// picture
WITH * ORDER BY key LIMIT 6
MATCH p = (b)-[:DELEGATES]->(:CooperativeDuty {current: true})<-[:DELEGATES]-(o)
RETURN p AS p LIMIT 100
