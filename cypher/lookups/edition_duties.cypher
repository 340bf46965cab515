// 版本事项 · All rows of one edition, as they are compared with another
//
// What does each row of this list say, apart from where it is printed?
//
// Parameters
//   list   string   id of the list
//   after  string   key of the row that the answer goes on behind; "" from the beginning
//   limit  integer  most rows to return
// Columns
//   id           string        the row
//   section      string        basic, cooperative or reclaimed
//   category     string?       the category heading of the row
//   number       string        as printed
//   name         string        the duty
//   departments  list<string>  ids of the bodies of the row's column
//   printed      list<string>  these bodies as the row prints them
//   clauses      list<string>  clauses of departments and of the township
//   matters      list<string>  ids of the work that the row is; not of what it bundles with others
//   first_line   integer?      first line of the row in the document
//   last_line    integer?      last line of the row in the document
//   page         integer?      its page, for documents without lines
//   status       string        active or abolished
//   key          string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {list: 'list-4bcf8ce52c4c17a91d40', after: '', limit: 1000}
MATCH (:DutyList {id: $list})<-[:LISTED_IN]-(d:Duty)
WITH *, d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS id, d.section AS section, k.name AS category, d.number AS number, d.name AS name,
  COLLECT { MATCH (b:Department)-[r:DELEGATES|TAKES_BACK]->(d) RETURN b.id ORDER BY r.position } AS departments,
  COLLECT { MATCH (b:Department)-[r:DELEGATES|TAKES_BACK]->(d) RETURN r.printed[0] ORDER BY r.position } AS printed,
  COLLECT { MATCH (d)-[:REQUIRES]->(i:Responsibility) RETURN i.text ORDER BY i.position }
    + COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN i.text ORDER BY i.position } AS clauses,
  COLLECT { MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(m:Matter) RETURN m.id ORDER BY m.id } AS matters,
  d.first_line AS first_line, d.last_line AS last_line, d.page AS page, d.status AS status, key AS key
ORDER BY key
