// 乡镇事项 · All duties of a township
//
// What does this township do itself, assist with, and no longer do, by section and category?
//
// Parameters
//   township  string    its name or its id
//   county    string?   only a township of this county; null: of any
//   section   string?   basic, cooperative or reclaimed; null: all three
//   limit     integer   most rows to return
// Columns
//   duty_id      string        the row
//   county       string?       the township's county
//   township     string        whose duty it is
//   section      string        basic, cooperative or reclaimed
//   category     string?       the category heading of the row
//   number       string        as printed
//   name         string        the duty
//   starred      boolean       printed with ★
//   status       string        active or abolished
//   departments  list<string>  bodies of the row's column, in its order
//   document     string        file that the row was read from
//   edition      string        edition of the list
//   first_line   integer?      first line of the row in the document
//   last_line    integer?      last line of the row in the document
// Example
//   :params {township: '石桥镇', county: '青禾县', section: 'cooperative', limit: 20}
CALL () {
  MATCH (t:Township {name: $township}) RETURN t
  UNION
  MATCH (t:Division {id: $township}) RETURN t
}
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH t, c
WHERE $county IS NULL OR c.name = $county
MATCH (t)<-[:LIST_OF]-(l:DutyList {current: true})-[:READ_FROM]->(f:Document)
MATCH (d:Duty)-[:LISTED_IN]->(l)
WHERE $section IS NULL OR d.section = $section
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
WITH t, c, l, f, d, k
ORDER BY t.path, d.section, d.position
LIMIT $limit
RETURN d.id AS duty_id, c.name AS county, t.name AS township, d.section AS section, k.name AS category,
  d.number AS number, d.name AS name, d.starred AS starred, d.status AS status,
  COLLECT { MATCH (o:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line
ORDER BY t.path, d.section, d.position
