// 事项归并详情 · One matter in full
//
// Which rows of which townships are this work, how does each treat it, and who has it done?
//
// Parameters
//   id  string  the matter
// Columns
//   id           string        the matter
//   title        string        its shortest wording
//   basic        integer       rows of current lists
//   cooperative  integer       rows of current lists
//   reclaimed    integer       rows of current lists
//   townships    integer       townships whose current list has it
//   wordings     list<map>     {name, rows}: the names that it is printed under, most rows first; 100 at most
//   departments  list<map>     {department_id, name, delegated, led, taken_back}: bodies of its rows, most rows first; 100 at most
//   functions    list<string>  slugs of the lines of work of these bodies, sorted
//   laws         list<map>     {law_id, title, rows}: laws that its rows name; 100 at most
//   counties     list<map>     {division_id, county, lists, basic, cooperative, reclaimed, missing}: lists are the county's current ones; 200 at most
//   rows         list<map>     {duty_id, county, township_id, township, edition, section, number, name, link, score, method}: rows of current lists; 500 at most
//   rows_count   integer       how many there are
// Example
//   :params {id: 'matter-86c7d08a8607c91f1e94'}
MATCH (m:Matter {id: $id})
RETURN m.id AS id, m.title AS title,
  COUNT { (m)<-[:INSTANCE_OF]-(:BasicDuty {current: true}) } AS basic,
  COUNT { (m)<-[:INSTANCE_OF]-(:CooperativeDuty {current: true}) } AS cooperative,
  COUNT { (m)<-[:INSTANCE_OF]-(:ReclaimedDuty {current: true}) } AS reclaimed,
  size(COLLECT {
    MATCH (m)<-[:INSTANCE_OF]-(:Duty {current: true})-[:LISTED_IN]->(l:DutyList)
    WITH DISTINCT l
    MATCH (l)-[:LIST_OF]->(t:Township)
    RETURN DISTINCT t.id AS id
  }) AS townships,
  COLLECT {
    MATCH (m)<-[:INSTANCE_OF {link: 'same'}]-(d:Duty {current: true})
    WITH d.name AS name, count(d) AS rows
    RETURN {name: name, rows: rows} ORDER BY rows DESC, name LIMIT 100
  } AS wordings,
  COLLECT {
    MATCH (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[x:DELEGATES|TAKES_BACK]-(b:Department)
    WITH b, count(x.lead) AS delegated, sum(CASE WHEN x.lead THEN 1 ELSE 0 END) AS led, count(x) AS all
    RETURN {department_id: b.id, name: b.name, delegated: delegated, led: led, taken_back: all - delegated}
    ORDER BY all DESC, b.name, b.id LIMIT 100
  } AS departments,
  COLLECT {
    MATCH (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[:DELEGATES|TAKES_BACK]-(b:Department)
    WITH DISTINCT b
    MATCH (b)-[:EXERCISES]->(f:Function)
    RETURN DISTINCT f.id AS id ORDER BY id
  } AS functions,
  COLLECT {
    MATCH (m)<-[:INSTANCE_OF]-(d:Duty {current: true})-[:CITES]->(a:Law)
    WITH a, count(d) AS rows
    RETURN {law_id: a.id, title: a.title, rows: rows} ORDER BY rows DESC, a.title, a.id LIMIT 100
  } AS laws,
  COLLECT {
    MATCH (m)<-[:INSTANCE_OF]-(d:Duty {current: true})-[:LISTED_IN]->(l:DutyList)
    WITH DISTINCT l, d.section AS section
    MATCH (l)-[:LIST_OF]->(t:Township)-[:PART_OF]->(c:County)
    WITH c, count(DISTINCT t) AS having, count(DISTINCT CASE section WHEN 'basic' THEN t END) AS basic,
      count(DISTINCT CASE section WHEN 'cooperative' THEN t END) AS cooperative,
      count(DISTINCT CASE section WHEN 'reclaimed' THEN t END) AS reclaimed
    WITH c, having, basic, cooperative, reclaimed,
      COUNT { (c)<-[:PART_OF]-(:Township)<-[:LIST_OF]-(:DutyList {current: true}) } AS lists
    RETURN {division_id: c.id, county: c.name, lists: lists, basic: basic, cooperative: cooperative, reclaimed: reclaimed,
      missing: lists - having}
    ORDER BY c.path LIMIT 200
  } AS counties,
  COLLECT {
    MATCH (m)<-[i:INSTANCE_OF]-(d:Duty {current: true})-[:LISTED_IN]->(l:DutyList)
    WITH i.link AS link, l, collect({instance: i, duty: d}) AS instances
    MATCH (l)-[:LIST_OF]->(t:Township)
    // 500 rows stand in 500 lists at most: those of the others need not be put in order.
    WITH link, l, t, instances ORDER BY link DESC, t.path LIMIT 500
    UNWIND instances AS one
    WITH link, l, t, one.instance AS i, one.duty AS d
    WITH *, t.path + ' ' + d.section + ' ' + toString(1000000000 + d.position) AS key
    ORDER BY link DESC, key LIMIT 500
    OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
    RETURN {duty_id: d.id, county: c.name, township_id: t.id, township: t.name, edition: l.edition, section: d.section,
      number: d.number, name: d.name, link: i.link, score: i.score, method: i.method}
    ORDER BY link DESC, key
  } AS rows,
  COUNT { (m)<-[:INSTANCE_OF]-(:Duty {current: true}) } AS rows_count
LIMIT 1
