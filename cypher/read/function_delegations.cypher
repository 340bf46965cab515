// 职能交办事项 · Everything the bodies of one line of work delegate
//
// Which duties does the body that does this line of government work have townships assist with, in every county?
//
// Parameters
//   function    string    slug of the line of work: water, civil-affairs …
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
//   method       string        how the body was found to do this work: name, second plate or duties
//   score        float         how sure that is, 0-1
//   lead         boolean       it stands first in the row's department column
//   departments  list<string>  all bodies of that column, in its order
//   role         list<string>  what the township does, clause by clause
//   document     string        file that the row was read from
//   edition      string        edition of the list
//   first_line   integer?      first line of the row in the document
//   last_line    integer?      last line of the row in the document
//   page         integer?      its page, for documents without lines
// Example
//   :params {function: 'water', county: null, limit: 20}
MATCH (:Function {id: $function})<-[e:EXERCISES]-(b:Department)
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty {current: true})<-[:ASSISTS]-(t:Township)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH b, e, r, d, t, c
WHERE $county IS NULL OR c.name = $county
MATCH (d)-[:LISTED_IN]->(l:DutyList)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
WITH b, e, r, d, t, c, l, f, k
ORDER BY c.name, t.path, d.position, b.id
LIMIT $limit
RETURN d.id AS duty_id, c.name AS county, t.name AS township, k.name AS category, d.number AS number, d.name AS name,
  r.printed[0] AS department, e.method AS method, e.score AS score, r.lead AS lead,
  COLLECT { MATCH (o:Department)-[x:DELEGATES]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN i.text ORDER BY i.position } AS role,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, d.page AS page
ORDER BY c.name, t.path, d.position, b.id
