// 共同事项 · Rows in which both stand
//
// The rows in which both stand, each joined to them by its columns or by a clause.
CALL () {
  MATCH (:Department {id: $start})-[:DELEGATES|TAKES_BACK]->(d:Duty {current: true}) RETURN d
  UNION
  MATCH (:Department {id: $start})<-[:BORNE_BY]-(:Responsibility)<-[:REQUIRES]-(d:Duty {current: true}) RETURN d
  UNION
  MATCH (:Division {id: $start})-[:ASSISTS|PERFORMS|RELIEVED_OF]->(d:Duty {current: true}) RETURN d
}
WITH d
WHERE EXISTS { MATCH (x)-[:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF]->(d) WHERE x.id = $end }
  OR EXISTS { MATCH (d)-[:REQUIRES]->(:Responsibility)-[:BORNE_BY]->(x:Department) WHERE x.id = $end }
MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
WITH d, t, t.path + ' ' + d.section + toString(1000000000 + d.position) + ' ' + d.id AS key
// picture
WITH * ORDER BY key LIMIT 50
CALL (d) {
  MATCH p = (d)<-[:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF]-(x) WHERE x.id IN [$start, $end] RETURN p
  UNION ALL
  MATCH p = (d)-[:REQUIRES]->(:Responsibility)-[:BORNE_BY]->(x) WHERE x.id IN [$start, $end] RETURN p
}
RETURN p AS p LIMIT 100
