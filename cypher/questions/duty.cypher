// 事项详情 · One duty in full
//
// Who leads, who joins, what does each do, what does the township do, and where is it printed?
//
// Parameters
//   id  string  the duty
// Columns
//   id                string        the row
//   section           string        basic, cooperative or reclaimed
//   category          string?       the category heading of the row
//   number            string        as printed
//   position          integer       place in its section, from 1
//   name              string        the duty
//   starred           boolean       printed with ★
//   status            string        active, or abolished: nobody does it any more
//   province          string?       of the township
//   prefecture        string?       of the township
//   county            string?       of the township
//   county_id         string?       its division
//   township          string        whose list it stands in
//   township_id       string        its division
//   departments       list<map>     {id, name, plates, lead, named}: bodies of the row's column, in its order
//   responsibilities  list<map>     {kind, number, text, departments}: clauses of departments, in order
//   role              list<map>     {number, text}: clauses of the township, in order
//   laws              list<map>     {id, title, level, articles, printed}: laws that the row names
//   matters           list<map>     {id, title, link, score}: what the row is (same) or bundles with others (overlap)
//   printed           map           {name, departments, responsibilities, role, method, basis}: the cells as printed
//   doubts            list<string>  why a person should look at this row
//   document          string        file that it was read from
//   sha256            string        of that file
//   list_title        string        title of the list
//   edition           string        edition of the list
//   current           boolean       it is of the township's newest edition
//   first_line        integer?      first line in the document
//   last_line         integer?      last line in the document
//   page              integer?      its page, for documents without lines
//   first_seen        string        time of the load that first brought it
//   last_seen         string        time of the last load that had it
// Example
//   :params {id: 'duty-0f768332cd9e9f13042d'}
MATCH (d:Duty {id: $id})-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (t)-[:PART_OF*1..2]->(q:Prefecture)
OPTIONAL MATCH (t)-[:PART_OF*1..3]->(p:Province)
RETURN d.id AS id, d.section AS section, k.name AS category, d.number AS number, d.position AS position, d.name AS name,
  d.starred AS starred, d.status AS status,
  p.name AS province, q.name AS prefecture, c.name AS county, c.id AS county_id, t.name AS township, t.id AS township_id,
  COLLECT {
    MATCH (b:Department)-[r:DELEGATES|TAKES_BACK]->(d)
    RETURN {id: b.id, name: r.printed[0], plates: r.plates, lead: coalesce(r.lead, false), named: b.named}
    ORDER BY r.position
  } AS departments,
  COLLECT {
    MATCH (d)-[:REQUIRES]->(i:Responsibility)
    RETURN {kind: i.kind, number: i.number, text: i.text,
      departments: COLLECT { MATCH (i)-[x:BORNE_BY]->(:Department) RETURN x.printed[0] ORDER BY x.printed[0] }}
    ORDER BY i.position
  } AS responsibilities,
  COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN {number: i.number, text: i.text} ORDER BY i.position } AS role,
  COLLECT {
    MATCH (d)-[r:CITES]->(a:Law) RETURN {id: a.id, title: a.title, level: a.level, articles: r.articles, printed: r.printed} ORDER BY a.title, a.id
  } AS laws,
  COLLECT {
    MATCH (d)-[i:INSTANCE_OF]->(m:Matter)
    RETURN {id: m.id, title: m.title, link: i.link, score: i.score} ORDER BY i.link DESC, m.title, m.id
  } AS matters,
  {name: d.printed_name, departments: d.printed_departments, responsibilities: d.printed_responsibilities,
    role: d.printed_role, method: d.printed_method, basis: d.printed_basis} AS printed,
  d.doubts AS doubts, f.name AS document, f.sha256 AS sha256, l.title AS list_title, l.edition AS edition,
  d.current AS current, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  d.first_seen AS first_seen, d.last_seen AS last_seen
LIMIT 1
