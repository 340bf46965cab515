// 部门与乡镇联系 · Derive the links between departments and a township
//
// (:Department)-[:WORKS_WITH {delegated, taken_back}]->(:Township), counted over the rows of the current list.
//
// Parameters
//   township  string  id of the township
MATCH (t:Division {id: $township})
CALL (t) {
  MATCH (t)-[:ASSISTS]->(d:CooperativeDuty {current: true})<-[:DELEGATES]-(b:Department)
  RETURN b, 1 AS delegated, 0 AS taken_back
  UNION ALL
  MATCH (t)-[:RELIEVED_OF]->(d:ReclaimedDuty {current: true})<-[:TAKES_BACK]-(b:Department)
  RETURN b, 0 AS delegated, 1 AS taken_back
}
WITH t, b, sum(delegated) AS delegated, sum(taken_back) AS taken_back
CREATE (b)-[:WORKS_WITH {delegated: delegated, taken_back: taken_back}]->(t)
