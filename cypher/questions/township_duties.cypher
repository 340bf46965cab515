// 乡镇事项 · All duties of a township
//
// What does this township do itself, assist with, and no longer do, by section and category?
//
// Parameters
//   township    string   its name or its id
//   county      string?  only a township of this county; null: of any
//   section     string?  basic, cooperative or reclaimed; null: all three
//   category    string?  only rows of this category; null: of all
//   department  string?  name, plate or id: only rows of this body's; null: of all
//   function    string?  slug: only rows of bodies that do this line of work; null: of all
//   matter      string?  id: only rows that are this matter, or bundle it; null: all
//   edition     string?  only lists of this edition (2025-08); null: each township's newest
//   after       string   key of the row that the answer goes on behind; "" from the beginning
//   limit       integer  most rows to return
// Columns
//   duty_id      string        the row
//   county       string?       the township's county
//   township     string        whose duty it is
//   township_id  string        its division
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
//   key          string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {township: '石桥镇', county: '青禾县', section: 'cooperative', category: null, department: null, function: null, matter: null, edition: null, after: '', limit: 20}
CALL () {
  MATCH (t:Township {name: $township}) RETURN t
  UNION
  MATCH (t:Division {id: $township}) RETURN t
}
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH t, c
WHERE $county IS NULL OR c.name = $county
MATCH (t)<-[:LIST_OF]-(l:DutyList)<-[:LISTED_IN]-(d:Duty)
WHERE CASE WHEN $edition IS NULL THEN l.current ELSE l.edition = $edition END
  AND ($section IS NULL OR d.section = $section)
  AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
  AND ($department IS NULL OR EXISTS {
    MATCH (d)<-[:DELEGATES|TAKES_BACK]-(b:Department)
    WHERE b.id = $department OR b.name = $department OR $department IN b.aliases
  })
  AND ($function IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: $function}) })
  AND ($matter IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: $matter}) })
WITH *, t.path + ' ' + l.edition + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, d.section AS section, k.name AS category,
  d.number AS number, d.name AS name, d.starred AS starred, d.status AS status,
  COLLECT { MATCH (o:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, key AS key
ORDER BY key
