// 依据法规的事项 · Duties by law
//
// Which rows name this law, with which articles?
//
// Parameters
//   law       string   its title, or its id
//   division  string?  id of a division of any level, or a county's name; null: everywhere
//   section   string?  basic, cooperative or reclaimed; null: all three
//   category  string?  only rows of this category; null: of all
//   function  string?  slug: only rows of bodies that do this line of work; null: of all
//   matter    string?  id: only rows that are this matter, or bundle it; null: all
//   edition   string?  only lists of this edition (2025-08); null: each township's newest
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   duty_id      string        the row
//   county       string?       the township's county
//   township     string        whose list it stands in
//   township_id  string        its division
//   section      string        basic, cooperative or reclaimed
//   category     string?       the category heading of the row
//   number       string        as printed
//   name         string        the duty
//   starred      boolean       printed with ★
//   status       string        active, or abolished: nobody does it any more
//   departments  list<string>  bodies of the row's column, in its order
//   document     string        file that the row was read from
//   edition      string        edition of the list
//   first_line   integer?      first line of the row in the document
//   last_line    integer?      last line of the row in the document
//   page         integer?      its page, for documents without lines
//   law          string        title of the law
//   law_id       string        that law
//   articles     list<string>  articles that the row names
//   key          string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {law: '水法', division: null, section: null, category: null, function: null, matter: null, edition: null, after: '', limit: 20}
CALL () {
  MATCH (a:Law {id: $law}) RETURN a
  UNION
  MATCH (a:Law {title: $law}) RETURN a
}
MATCH (a)<-[r:CITES]-(d:Duty)-[:LISTED_IN]->(l:DutyList)
WHERE ($section IS NULL OR d.section = $section)
  AND CASE WHEN $edition IS NULL THEN l.current ELSE l.edition = $edition END
  AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
  AND ($function IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: $function}) })
  AND ($matter IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: $matter}) })
WITH a, l, collect({relation: r, duty: d}) AS citing
MATCH (l)-[:LIST_OF]->(t:Township)
WHERE $division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division OR (v:County AND v.name = $division) }
WITH *, t.path + ' ' + l.edition + ' ' + l.id AS list ORDER BY list
CALL (a, citing, list) {
  UNWIND citing AS one
  WITH one.relation AS r, one.duty AS d, a.id AS law, list
  RETURN r, d, list + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + law AS key
  ORDER BY key
}
// page
WITH * WHERE key > $after
WITH * LIMIT $limit
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, d.section AS section, k.name AS category,
  d.number AS number, d.name AS name, d.starred AS starred, d.status AS status,
  COLLECT { MATCH (o:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  a.title AS law, a.id AS law_id, r.articles AS articles, key AS key
ORDER BY key
