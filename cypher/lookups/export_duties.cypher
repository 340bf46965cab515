// 清单导出 · A list's duties for export
//
// All duties of one list, each on one flat row with its departments, clauses, role and provenance.
//
// Parameters
//   list     string   id of the list
//   section  string?  only rows of this section (basic, cooperative, reclaimed); null: of all
//   after    string   key of the row that the answer goes on behind; "" from the beginning
//   limit    integer  most rows to return
// Columns
//   duty_id           string        the row
//   province          string?       of the township
//   prefecture        string?       of the township
//   county            string?       of the township
//   township          string        whose list it stands in
//   edition           string        edition of the list
//   section           string        basic, cooperative or reclaimed
//   category          string?       the category heading of the row
//   number            string        as printed
//   position          integer       place in its section, from 1
//   name              string        the duty
//   starred           boolean       printed with ★
//   status            string        active or abolished
//   departments       list<string>  bodies of the row's column, in its order
//   responsibilities  list<string>  clauses of departments (responsibility, safeguard, method), in order
//   role              list<string>  clauses of the township, in order
//   laws              list<string>  titles of laws that the row names
//   document          string        file that it was read from
//   first_line        integer?      first line in the document
//   last_line         integer?      last line in the document
//   page              integer?      its page, for documents without lines
//   key               string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {list: 'list-4bcf8ce52c4c17a91d40', section: null, after: '', limit: 1000}
MATCH (l:DutyList {id: $list})-[:LIST_OF]->(t:Township)
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (t)-[:PART_OF*1..2]->(q:Prefecture)
OPTIONAL MATCH (t)-[:PART_OF*1..3]->(p:Province)
MATCH (d:Duty)-[:LISTED_IN]->(l) WHERE $section IS NULL OR d.section = $section
WITH *, d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, p.name AS province, q.name AS prefecture, c.name AS county, t.name AS township,
  l.edition AS edition, d.section AS section, k.name AS category, d.number AS number, d.position AS position,
  d.name AS name, d.starred AS starred, d.status AS status,
  COLLECT { MATCH (b:Department)-[r:DELEGATES|TAKES_BACK]->(d) RETURN r.printed[0] ORDER BY r.position } AS departments,
  COLLECT { MATCH (d)-[:REQUIRES]->(i:Responsibility) RETURN i.text ORDER BY i.position } AS responsibilities,
  COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN i.text ORDER BY i.position } AS role,
  COLLECT { MATCH (d)-[:CITES]->(a:Law) RETURN a.title ORDER BY a.title } AS laws,
  f.name AS document, d.first_line AS first_line, d.last_line AS last_line, d.page AS page, key AS key
ORDER BY key
