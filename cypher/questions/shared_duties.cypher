// 共同事项 · Rows in which both stand
//
// In which current rows do these two departments, or this department and this township, stand together?
//
// A department stands in a row by its column (DELEGATES, TAKES_BACK) or by a clause that it bears (BORNE_BY).
//
// Parameters
//   start  string   id of a department or township
//   end    string   id of another
//   after  string   key of the row that the answer goes on behind; "" from the beginning
//   limit  integer  most rows to return
// Columns
//   duty_id          string        the row
//   section          string        basic, cooperative or reclaimed
//   number           string        as printed
//   name             string        the duty
//   township         string        whose list it stands in
//   place            string        path of that township
//   start_relations  list<string>  how the start stands in it: DELEGATES, TAKES_BACK, BORNE_BY, ASSISTS, PERFORMS, RELIEVED_OF
//   end_relations    list<string>  how the end stands in it
//   key              string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {start: 'dept-66dd8e07f3b81cec6fc2', end: 'div-74f8b828435a53ec2319', after: '', limit: 50}
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
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN d.id AS duty_id, d.section AS section, d.number AS number, d.name AS name, t.name AS township, t.path AS place,
  COLLECT {
    MATCH (x)-[r:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF]->(d) WHERE x.id = $start RETURN type(r) AS relation
    UNION
    MATCH (d)-[:REQUIRES]->(:Responsibility)-[r:BORNE_BY]->(x:Department) WHERE x.id = $start RETURN type(r) AS relation
  } AS start_relations,
  COLLECT {
    MATCH (x)-[r:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF]->(d) WHERE x.id = $end RETURN type(r) AS relation
    UNION
    MATCH (d)-[:REQUIRES]->(:Responsibility)-[r:BORNE_BY]->(x:Department) WHERE x.id = $end RETURN type(r) AS relation
  } AS end_relations,
  key AS key
ORDER BY key
