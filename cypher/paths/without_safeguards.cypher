// 不提供履职保障的部门 · Bodies that never provide 履职保障
//
// The bodies, and the townships that they work with: none of their rows names a 履职保障 of theirs.
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE $division IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList {current: true})
WITH t, l, EXISTS { (l)<-[:LISTED_IN]-(:CooperativeDuty)-[:REQUIRES]->(:Responsibility {kind: 'safeguard'}) } AS prints
MATCH (l)<-[:LISTED_IN]-(d:CooperativeDuty)<-[x:DELEGATES]-(b:Department)
WITH b, count(d) AS delegated, sum(CASE WHEN x.lead THEN 1 ELSE 0 END) AS led, sum(CASE WHEN prints THEN 1 ELSE 0 END) AS asked,
  count(DISTINCT t) AS townships, collect(d) AS rows
WHERE NOT any(d IN rows WHERE EXISTS { (d)-[:REQUIRES]->(:Responsibility {kind: 'safeguard'})-[:BORNE_BY]->(b) })
WITH *, toString(9999999999 - asked) + ' ' + toString(9999999999 - delegated) + ' ' + b.name + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 20
MATCH p = (b)-[:WORKS_WITH]->(:Township)
RETURN p AS p LIMIT 150
