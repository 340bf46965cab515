// 乡镇概况 · A township's list at a glance
//
// How many rows has the township's newest list in each section and category, which bodies stand behind them, and what else is loaded?
//
// Parameters
//   township  string   its name or its id
//   county    string?  only a township of this county; null: of any
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   county             string?    the township's county
//   township           string     its name
//   township_id        string     its division
//   above              list<map>  {id, name, level}: this division and those that it belongs to, the highest first
//   list_id            string     its newest list
//   title              string     of that list, as printed
//   edition            string     printed date, or undated
//   document           string     file that it was read from
//   sections           list<map>  {section, found, declared, categories}: rows; declared: the count that the list prints, null where it prints none; categories: {category, found, declared}, in printed order
//   starred            integer    rows printed with ★
//   abolished          integer    reclaimed rows that nobody does any more
//   with_law           integer    rows that name a law
//   doubtful           integer    rows that a person should look at
//   departments        list<map>  {department_id, name, named, delegated, led, taken_back}: bodies of its rows, most rows first; 300 at most
//   departments_count  integer    how many there are
//   editions           list<map>  {list_id, edition, current, title, document}: all that are loaded, the oldest first
//   neighbours         list<map>  {township_id, township, basic, cooperative, reclaimed}: other townships of the county whose list is loaded
//   key                string     where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {township: '石桥镇', county: '青禾县', after: '', limit: 20}
CALL () {
  MATCH (t:Township {name: $township}) RETURN t
  UNION
  MATCH (t:Division {id: $township}) WHERE t:Township RETURN t
}
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH t, c
WHERE $county IS NULL OR c.name = $county
MATCH (t)<-[:LIST_OF]-(l:DutyList {current: true})-[:READ_FROM]->(f:Document)
WITH *, t.path + ' ' + l.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
CALL (l) {
  MATCH (l)<-[:LISTED_IN]-(d:Duty)
  OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
  WITH d.section AS section, k.name AS category, count(d) AS found, min(d.position) AS first
  ORDER BY section, first
  RETURN collect({section: section, category: category, found: found}) AS parts
}
WITH *, range(0, size(coalesce(l.declared_counts, [])) - 1) AS places
RETURN c.name AS county, t.name AS township, t.id AS township_id,
  COLLECT {
    MATCH (t)-[:PART_OF*0..3]->(a:Division)
    RETURN {id: a.id, name: a.name, level: CASE WHEN a:Province THEN 'province' WHEN a:Prefecture THEN 'prefecture'
      WHEN a:County THEN 'county' ELSE 'township' END}
    ORDER BY size(a.path)
  } AS above,
  l.id AS list_id, l.title AS title, l.edition AS edition, f.name AS document,
  [s IN ['basic', 'cooperative', 'reclaimed'] | {
    section: s, found: reduce(n = 0, p IN parts | n + CASE p.section WHEN s THEN p.found ELSE 0 END),
    declared: head([n IN places WHERE l.declared_sections[n] = s AND l.declared_categories[n] = '' | l.declared_counts[n]]),
    categories: [p IN parts WHERE p.section = s AND p.category IS NOT NULL | {
      category: p.category, found: p.found, declared: head([n IN places
        WHERE l.declared_sections[n] = s AND l.declared_categories[n] = p.category | l.declared_counts[n]])
    }] + [n IN places WHERE l.declared_sections[n] = s AND l.declared_categories[n] <> ''
      AND none(p IN parts WHERE p.section = s AND p.category = l.declared_categories[n]) | {
      category: l.declared_categories[n], found: 0, declared: l.declared_counts[n]
    }]
  }] AS sections,
  COUNT { (l)<-[:LISTED_IN]-(:Duty {starred: true}) } AS starred,
  COUNT { (l)<-[:LISTED_IN]-(:Duty {status: 'abolished'}) } AS abolished,
  COUNT { MATCH (l)<-[:LISTED_IN]-(d:Duty) WHERE EXISTS { (d)-[:CITES]->(:Law) } } AS with_law,
  COUNT { MATCH (l)<-[:LISTED_IN]-(d:Duty) WHERE size(d.doubts) > 0 } AS doubtful,
  COLLECT {
    MATCH (t)<-[w:WORKS_WITH]-(b:Department)
    RETURN {department_id: b.id, name: b.name, named: b.named, delegated: w.delegated,
      led: COUNT { (b)-[:DELEGATES {lead: true}]->(:CooperativeDuty)-[:LISTED_IN]->(l) }, taken_back: w.taken_back}
    ORDER BY w.delegated + w.taken_back DESC, b.name, b.id LIMIT 300
  } AS departments,
  COUNT { (t)<-[:WORKS_WITH]-(:Department) } AS departments_count,
  COLLECT {
    MATCH (t)<-[:LIST_OF]-(o:DutyList)-[:READ_FROM]->(p:Document)
    RETURN {list_id: o.id, edition: o.edition, current: o.current, title: o.title, document: p.name}
    ORDER BY o.edition <> 'undated', o.edition, o.id
  } AS editions,
  COLLECT {
    MATCH (c)<-[:PART_OF]-(u:Township)<-[:LIST_OF]-(o:DutyList {current: true})
    WHERE u.id <> t.id
    RETURN {township_id: u.id, township: u.name, basic: o.basic, cooperative: o.cooperative, reclaimed: o.reclaimed}
    ORDER BY u.path
  } AS neighbours,
  key AS key
ORDER BY key
