// 县域概况 · A county's lists at a glance
//
// How many rows have the newest lists of a county's townships, how far do they agree, and which bodies stand behind them?
//
// Parameters
//   county  string?  its name or its id; null: all counties with a list
//   after   string   key of the row that the answer goes on behind; "" from the beginning
//   limit   integer  most rows to return
// Columns
//   county       string     its name
//   county_id    string     its division
//   path         string     names from the province down
//   townships    integer    townships whose list is loaded
//   basic        integer    rows of their newest lists
//   cooperative  integer    rows of their newest lists
//   reclaimed    integer    rows of their newest lists
//   abolished    integer    reclaimed rows that nobody does any more
//   starred      integer    rows printed with ★
//   with_law     integer    rows that name a law
//   matters      integer    matters that rows of these lists are
//   in_all       integer    matters that every one of these lists has, in whatever section
//   in_one       integer    matters that one of these lists alone has
//   bodies       integer    bodies that stand in rows
//   departments  list<map>  {department_id, name, delegated, taken_back, townships}: those with most rows; 20 at most
//   categories   list<map>  {section, category, rows, townships}: townships whose list has the category there
//   lists        list<map>  {list_id, township_id, township, edition, basic, cooperative, reclaimed}: the lists, by township
//   key          string     where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {county: '青禾县', after: '', limit: 20}
CALL () {
  MATCH (c:County {name: $county}) RETURN c
  UNION
  MATCH (c:Division {id: $county}) WHERE c:County RETURN c
  UNION
  WITH 1 AS one WHERE $county IS NULL
  MATCH (c:County) RETURN c
}
MATCH (c)<-[:PART_OF]-(t:Township)<-[:LIST_OF]-(l:DutyList {current: true})
WITH c, count(l) AS townships, sum(l.basic) AS basic, sum(l.cooperative) AS cooperative, sum(l.reclaimed) AS reclaimed,
  collect(l) AS lists
WITH *, c.path AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
CALL (lists) {
  UNWIND lists AS l
  MATCH (l)<-[:LISTED_IN]-(d:Duty)
  RETURN sum(CASE d.status WHEN 'abolished' THEN 1 ELSE 0 END) AS abolished,
    sum(CASE WHEN d.starred THEN 1 ELSE 0 END) AS starred, sum(CASE WHEN EXISTS { (d)-[:CITES]->(:Law) } THEN 1 ELSE 0 END) AS with_law
}
CALL (lists) {
  UNWIND lists AS l
  MATCH (l)<-[:LISTED_IN]-(:Duty)-[i:INSTANCE_OF]->(m:Matter)
  WITH m, count(DISTINCT l) AS having, sum(CASE i.link WHEN 'same' THEN 1 ELSE 0 END) AS own
  WHERE own > 0
  RETURN count(m) AS matters, collect(having) AS having
}
RETURN c.name AS county, c.id AS county_id, c.path AS path, townships AS townships, basic AS basic, cooperative AS cooperative,
  reclaimed AS reclaimed, abolished AS abolished, starred AS starred, with_law AS with_law, matters AS matters,
  size([n IN having WHERE n = townships]) AS in_all, size([n IN having WHERE n = 1]) AS in_one,
  size(COLLECT { MATCH (c)<-[:PART_OF]-(:Township)<-[:WORKS_WITH]-(b:Department) RETURN DISTINCT b.id AS id }) AS bodies,
  COLLECT {
    MATCH (c)<-[:PART_OF]-(t:Township)<-[w:WORKS_WITH]-(b:Department)
    WITH b, sum(w.delegated) AS delegated, sum(w.taken_back) AS taken_back, count(t) AS places
    RETURN {department_id: b.id, name: b.name, delegated: delegated, taken_back: taken_back, townships: places}
    ORDER BY delegated + taken_back DESC, b.name, b.id LIMIT 20
  } AS departments,
  COLLECT {
    UNWIND lists AS l
    MATCH (l)<-[:LISTED_IN]-(d:Duty)-[:IN_CATEGORY]->(k:Category)
    WITH d.section AS section, k.name AS category, count(d) AS rows, count(DISTINCT l) AS places
    RETURN {section: section, category: category, rows: rows, townships: places} ORDER BY section, rows DESC, category
  } AS categories,
  COLLECT {
    MATCH (c)<-[:PART_OF]-(t:Township)<-[:LIST_OF]-(l:DutyList {current: true})
    RETURN {list_id: l.id, township_id: t.id, township: t.name, edition: l.edition, basic: l.basic,
      cooperative: l.cooperative, reclaimed: l.reclaimed}
    ORDER BY t.path
  } AS lists,
  key AS key
ORDER BY key
