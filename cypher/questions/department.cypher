// 部门详情 · One body in full
//
// Which names does this body have, what line of work does it do, what does it delegate and take back, where, and with whom?
//
// Parameters
//   id  string  the body
// Columns
//   id               string        the body
//   name             string        the name that is printed most
//   names            list<map>     {name, method, score, printed}: all printed names, the first its own; method: how it was found to be this body's, null for its own; printed: rows and clauses that print it
//   plates           list<string>  second plates printed in brackets behind it
//   level            string?       central, province, prefecture, county or branch; null where no name tells
//   named            boolean       false for bodies without a name of their own (其他相关单位)
//   functions        list<map>     {slug, name, name_en, method, score, evidence}: lines of government work; evidence: rows that told it
//   division         string        path of the division that it belongs to
//   division_id      string        that division
//   above            list<map>     {id, name, level}: this division and those that it belongs to, the highest first
//   delegated        integer       rows of current lists that it leads or joins
//   led              integer       rows of current lists that it leads
//   taken_back       integer       rows of current lists that it took back
//   categories       list<map>     {section, category, rows}: of these rows, most first
//   townships        list<map>     {township_id, township, county, delegated, taken_back}: townships that it works with; 300 at most
//   townships_count  integer       how many there are
//   partners         list<map>     {department_id, name, rows, led, townships}: named bodies that stand in rows with it, most rows first; led: rows that it leads itself; 50 at most
//   first_seen       string        time of the load that first brought it
//   last_seen        string        time of the last load that named it
// Example
//   :params {id: 'dept-66dd8e07f3b81cec6fc2'}
MATCH (b:Department {id: $id})-[:PART_OF]->(v:Division)
RETURN b.id AS id, b.name AS name,
  [{name: b.name, method: null, score: 1.0,
    printed: COUNT { MATCH (b)-[x:DELEGATES|TAKES_BACK|BORNE_BY]-() WHERE b.name IN x.printed }}]
  + [i IN range(0, size(b.variants) - 1) |
    {name: b.variants[i], method: b.variant_methods[i], score: b.variant_scores[i],
      printed: COUNT { MATCH (b)-[x:DELEGATES|TAKES_BACK|BORNE_BY]-() WHERE b.variants[i] IN x.printed }}] AS names,
  b.plates AS plates, b.level AS level, b.named AS named,
  COLLECT {
    MATCH (b)-[e:EXERCISES]->(f:Function)
    RETURN {slug: f.id, name: f.name, name_en: f.name_en, method: e.method, score: e.score, evidence: e.evidence} ORDER BY f.id
  } AS functions,
  v.path AS division, v.id AS division_id,
  COLLECT {
    MATCH (v)-[:PART_OF*0..3]->(a:Division)
    RETURN {id: a.id, name: a.name, level: CASE WHEN a:Province THEN 'province' WHEN a:Prefecture THEN 'prefecture'
      WHEN a:County THEN 'county' ELSE 'township' END}
    ORDER BY size(a.path)
  } AS above,
  COUNT { (b)-[:DELEGATES]->(:CooperativeDuty {current: true}) } AS delegated,
  COUNT { (b)-[:DELEGATES {lead: true}]->(:CooperativeDuty {current: true}) } AS led,
  COUNT { (b)-[:TAKES_BACK]->(:ReclaimedDuty {current: true}) } AS taken_back,
  COLLECT {
    MATCH (b)-[:DELEGATES|TAKES_BACK]->(d:Duty {current: true})-[:IN_CATEGORY]->(k:Category)
    WITH d.section AS section, k.name AS category, count(d) AS rows
    RETURN {section: section, category: category, rows: rows} ORDER BY rows DESC, section, category
  } AS categories,
  COLLECT {
    MATCH (b)-[w:WORKS_WITH]->(t:Township)
    OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
    RETURN {township_id: t.id, township: t.name, county: c.name, delegated: w.delegated, taken_back: w.taken_back}
    ORDER BY t.path LIMIT 300
  } AS townships,
  COUNT { (b)-[:WORKS_WITH]->(:Township) } AS townships_count,
  COLLECT {
    MATCH (b)-[x:DELEGATES]->(d:CooperativeDuty {current: true})<-[:DELEGATES]-(o:Department {named: true})
    MATCH (d)<-[:ASSISTS]-(t:Township)
    WITH o, count(d) AS rows, sum(CASE WHEN x.lead THEN 1 ELSE 0 END) AS led, count(DISTINCT t) AS townships
    RETURN {department_id: o.id, name: o.name, rows: rows, led: led, townships: townships} ORDER BY rows DESC, o.name, o.id LIMIT 50
  } AS partners,
  b.first_seen AS first_seen, b.last_seen AS last_seen
LIMIT 1
