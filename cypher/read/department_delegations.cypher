// 部门交办事项 · Everything a department delegates
//
// Which duties does this department have townships assist with, what do they do there, and where is each printed?
//
// Parameters
//   department  string    its name, one of its other plates, or its id
//   county      string?   only townships of this county; null: of all
//   limit       integer   most rows to return
// Columns
//   duty_id      string        the row
//   county       string?       the township's county
//   township     string        who assists
//   category     string?       the category heading of the row
//   number       string        as printed
//   name         string        the duty
//   department   string        the body as its row prints it
//   lead         boolean       it stands first in the row's department column
//   departments  list<string>  all bodies of that column, in its order
//   role         list<string>  what the township does, clause by clause
//   document     string        file that the row was read from
//   edition      string        edition of the list
//   first_line   integer?      first line of the row in the document
//   last_line    integer?      last line of the row in the document
//   page         integer?      its page, for documents without lines
// Example
//   :params {department: '县水利局', county: '青禾县', limit: 20}
CALL () {
  MATCH (b:Department {name: $department}) RETURN b
  UNION
  MATCH (b:Department {id: $department}) RETURN b
  UNION
  MATCH (b:Department) WHERE $department IN b.aliases RETURN b
}
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty {current: true})<-[:ASSISTS]-(t:Township)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH b, r, d, t, c
WHERE $county IS NULL OR c.name = $county
MATCH (d)-[:LISTED_IN]->(l:DutyList)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
WITH b, r, d, t, c, l, f, k
ORDER BY c.name, t.path, d.position, b.id
LIMIT $limit
RETURN d.id AS duty_id, c.name AS county, t.name AS township, k.name AS category, d.number AS number, d.name AS name,
  r.printed[0] AS department, r.lead AS lead,
  COLLECT { MATCH (o:Department)-[x:DELEGATES]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN i.text ORDER BY i.position } AS role,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, d.page AS page
ORDER BY c.name, t.path, d.position, b.id
