// 职能交办事项 · Everything the bodies of one line of work delegate
//
// Which duties does the body that does this line of government work have townships assist with, in every county?
//
// Parameters
//   function  string   slug of the line of work: water, civil-affairs …
//   county    string?  only townships of this county; null: of all
//   division  string?  id of a division of any level, or a county's name; null: everywhere
//   category  string?  only rows of this category; null: of all
//   matter    string?  id: only rows that are this matter, or bundle it; null: all
//   edition   string?  only lists of this edition (2025-08); null: each township's newest
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   duty_id        string        the row
//   county         string?       the township's county
//   township       string        who assists
//   township_id    string        its division
//   category       string?       the category heading of the row
//   number         string        as printed
//   name           string        the duty
//   starred        boolean       printed with ★
//   department     string        the body as its row prints it
//   department_id  string        that body
//   method         string        how the body was found to do this work: name, second plate or duties
//   score          float         how sure that is, 0-1
//   lead           boolean       it stands first in the row's department column
//   departments    list<string>  all bodies of that column, in its order
//   role           list<string>  what the township does, clause by clause
//   document       string        file that the row was read from
//   edition        string        edition of the list
//   first_line     integer?      first line of the row in the document
//   last_line      integer?      last line of the row in the document
//   page           integer?      its page, for documents without lines
//   key            string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {function: 'water', county: null, division: null, category: null, matter: null, edition: null, after: '', limit: 20}
MATCH (:Function {id: $function})<-[e:EXERCISES]-(b:Department)
OPTIONAL MATCH (b)-[:PART_OF]->(v:Division)
WITH e, b, coalesce(v.path, '') + ' ' + b.id AS body ORDER BY body
CALL (b, body) {
  MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
  WHERE CASE WHEN $edition IS NULL THEN d.current ELSE l.edition = $edition END
    AND ($county IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: $county}) })
    AND ($division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division OR (v:County AND v.name = $division) })
    AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
    AND ($matter IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: $matter}) })
  RETURN r, d, l, t, body + ' ' + t.path + ' ' + l.edition + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
  ORDER BY key
}
// page
WITH * WHERE key > $after
WITH * LIMIT $limit
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, k.name AS category, d.number AS number,
  d.name AS name, d.starred AS starred, r.printed[0] AS department, b.id AS department_id, e.method AS method, e.score AS score,
  r.lead AS lead,
  COLLECT { MATCH (o:Department)-[x:DELEGATES]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN i.text ORDER BY i.position } AS role,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  key AS key
ORDER BY key
