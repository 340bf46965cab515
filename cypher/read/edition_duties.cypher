// 版本事项 · All rows of one edition, as they are compared with another
//
// What does each row of this list say, apart from where it is printed?
//
// Parameters
//   list   string   id of the list
//   limit  integer  most rows to return
// Columns
//   id           string        the row
//   section      string        basic, cooperative or reclaimed
//   category     string?       the category heading of the row
//   number       string        as printed
//   name         string        the duty
//   departments  list<string>  ids of the bodies of the row's column
//   clauses      list<string>  clauses of departments and of the township
//   status       string        active or abolished
// Example
//   :params {list: 'list-0123456789abcdef0123', limit: 1000}
MATCH (d:Duty)-[:LISTED_IN]->(:DutyList {id: $list})
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS id, d.section AS section, k.name AS category, d.number AS number, d.name AS name,
  COLLECT { MATCH (b:Department)-[r:DELEGATES|TAKES_BACK]->(d) RETURN b.id ORDER BY r.position } AS departments,
  COLLECT { MATCH (d)-[:REQUIRES]->(i:Responsibility) RETURN i.text ORDER BY i.position }
    + COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN i.text ORDER BY i.position } AS clauses,
  d.status AS status
ORDER BY d.section, d.position
LIMIT $limit
