// 导出的关系 · Relations of a list's own nodes
//
// How are a list, its rows and their clauses related to each other and to what lists share?
//
// Parameters
//   list     string   id of the list
//   section  string?  only rows of this section (basic, cooperative, reclaimed); null: of all
//   after    string   key of the row that the answer goes on behind; "" from the beginning
//   limit    integer  most rows to return
// Columns
//   from_id     string  where the relation starts
//   relation    string  its type
//   to_id       string  where it ends
//   properties  map     all its properties
//   key         string  where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {list: 'list-4bcf8ce52c4c17a91d40', section: null, after: '', limit: 4}
MATCH (l:DutyList {id: $list})
CALL (l) {
  MATCH (l)-[r:READ_FROM|LIST_OF]->() RETURN r
  UNION ALL
  MATCH (d:Duty)-[:LISTED_IN]->(l) WHERE $section IS NULL OR d.section = $section
  MATCH (d)-[r]-() RETURN r
  UNION ALL
  MATCH (d:Duty)-[:LISTED_IN]->(l) WHERE $section IS NULL OR d.section = $section
  MATCH (d)-[:REQUIRES]->(:Responsibility)-[r:BORNE_BY]->() RETURN r
}
WITH *, startNode(r).id + ' ' + type(r) + ' ' + endNode(r).id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN startNode(r).id AS from_id, type(r) AS relation, endNode(r).id AS to_id, properties(r) AS properties, key AS key
ORDER BY key
