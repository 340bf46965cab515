// 联合交办事项 · What two bodies delegate together
//
// In which rows do these two bodies stand side by side, and which of them leads?
//
// Parameters
//   department  string   its name, one of its other plates, or its id
//   other       string   the other body: its name, one of its other plates, or its id
//   division    string?  id of a division of any level, or a county's name; null: everywhere
//   category    string?  only rows of this category; null: of all
//   edition     string?  only lists of this edition (2025-08); null: each township's newest
//   after       string   key of the row that the answer goes on behind; "" from the beginning
//   limit       integer  most rows to return
// Columns
//   duty_id        string        the row
//   county         string?       the township's county
//   township       string        whose list it stands in
//   township_id    string        its division
//   section        string        basic, cooperative or reclaimed
//   category       string?       the category heading of the row
//   number         string        as printed
//   name           string        the duty
//   starred        boolean       printed with ★
//   status         string        active, or abolished: nobody does it any more
//   departments    list<string>  bodies of the row's column, in its order
//   document       string        file that the row was read from
//   edition        string        edition of the list
//   first_line     integer?      first line of the row in the document
//   last_line      integer?      last line of the row in the document
//   page           integer?      its page, for documents without lines
//   department     string        the first body as the row prints it
//   department_id  string        that body
//   other          string        the other body as the row prints it
//   other_id       string        that body
//   leader         string        the body that stands first in the row's column
//   role           list<string>  what the township does, clause by clause
//   key            string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {department: '县应急管理局', other: '县水利局', division: '青禾县', category: null, edition: null, after: '', limit: 20}
CALL () {
  MATCH (b:Department {name: $department}) RETURN b
  UNION
  MATCH (b:Department {id: $department}) RETURN b
  UNION
  WITH 1 AS one WHERE NOT $department STARTS WITH 'dept-'
  MATCH (b:Department) WHERE $department IN b.aliases RETURN b
}
CALL () {
  MATCH (o:Department {name: $other}) RETURN o
  UNION
  MATCH (o:Department {id: $other}) RETURN o
  UNION
  WITH 1 AS one WHERE NOT $other STARTS WITH 'dept-'
  MATCH (o:Department) WHERE $other IN o.aliases RETURN o
}
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty)<-[s:DELEGATES]-(o)
MATCH (d)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
WHERE CASE WHEN $edition IS NULL THEN d.current ELSE l.edition = $edition END
  AND ($division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division OR (v:County AND v.name = $division) })
  AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
WITH b, r, o, s, d, l, t, t.path + ' ' + l.edition + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id
  + ' ' + o.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, d.section AS section, k.name AS category,
  d.number AS number, d.name AS name, d.starred AS starred, d.status AS status,
  COLLECT { MATCH (:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  r.printed[0] AS department, b.id AS department_id, s.printed[0] AS other, o.id AS other_id,
  head(COLLECT { MATCH (:Department)-[x:DELEGATES {lead: true}]->(d) RETURN x.printed[0] }) AS leader,
  COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN i.text ORDER BY i.position } AS role,
  key AS key
ORDER BY key
