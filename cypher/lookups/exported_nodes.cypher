// 导出的节点 · A list's own nodes
//
// Which nodes does the graph hold for this list alone: the list, its document, its rows and their clauses?
//
// Parameters
//   list     string   id of the list
//   section  string?  only rows of this section (basic, cooperative, reclaimed); null: of all
//   after    string   key of the row that the answer goes on behind; "" from the beginning
//   limit    integer  most rows to return
// Columns
//   id          string        the node
//   labels      list<string>  its labels, sorted
//   properties  map           all its properties
//   key         string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {list: 'list-4bcf8ce52c4c17a91d40', section: null, after: '', limit: 4}
MATCH (l:DutyList {id: $list})
CALL (l) {
  RETURN l AS n
  UNION ALL
  MATCH (l)-[:READ_FROM]->(n:Document) RETURN n
  UNION ALL
  MATCH (n:Duty)-[:LISTED_IN]->(l) WHERE $section IS NULL OR n.section = $section RETURN n
  UNION ALL
  MATCH (d:Duty)-[:LISTED_IN]->(l) WHERE $section IS NULL OR d.section = $section
  MATCH (d)-[:REQUIRES|HAS_ROLE_ITEM]->(n) RETURN n
}
WITH *, n.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN n.id AS id, COLLECT { UNWIND labels(n) AS label RETURN label ORDER BY label } AS labels,
  properties(n) AS properties, key AS key
ORDER BY key
