// 不提供履职保障的部门 · Bodies that never provide 履职保障
//
// Which bodies have townships assist with rows, and bear no clause of 履职保障 in any of them?
//
// Parameters
//   division  string?  id of a division of any level, or a county's name; null: everywhere
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   department     string   the body
//   department_id  string   that body
//   division       string   path of the division that it belongs to
//   named          boolean  false for bodies without a name of their own (其他相关单位)
//   delegated      integer  rows of current lists that it leads or joins
//   led            integer  of these rows, those that it leads
//   asked          integer  of these rows, those of lists that print 履职保障 for other rows; 0: no list tells
//   townships      integer  townships whose lists have these rows
//   key            string   where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {division: null, after: '', limit: 20}
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
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
MATCH (b)-[:PART_OF]->(v:Division)
RETURN b.name AS department, b.id AS department_id, v.path AS division, b.named AS named, delegated AS delegated, led AS led,
  asked AS asked, townships AS townships, key AS key
ORDER BY key
