// 类别流向 · From categories to townships
//
// How many rows of departments stand in each category, and in which townships of this division?
//
// A row with three departments counts three times, so that what flows in is what flows out.
//
// Parameters
//   division   string   id of a division of any level
//   section    string?  count only cooperative or only reclaimed rows; null: both
//   townships  integer  most townships to tell one by one, those of most rows; totals are over all
//   after      string   key of the row that the answer goes on behind; "" from the beginning
//   limit      integer  most categories to return
// Columns
//   id         string?    the category; null for rows without
//   name       string?    its name
//   rows       integer    departments of rows in it
//   townships  list<map>  {id, name, place, rows}: the same by township, by path
//   key        string     where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {division: 'div-aa1e9da89aa681b48b88', section: null, townships: 30, after: '', limit: 30}
MATCH (v:Division {id: $division})
MATCH (t:Township)-[:PART_OF*0..3]->(v)
MATCH (:Department)-[w:WORKS_WITH]->(t)
WITH v, t, sum(CASE coalesce($section, '') WHEN 'cooperative' THEN w.delegated WHEN 'reclaimed' THEN w.taken_back
  ELSE w.delegated + w.taken_back END) AS rows
WITH v, t ORDER BY rows DESC, t.path
WITH v, collect(t.id)[..$townships] AS shown
MATCH (t:Township)-[:PART_OF*0..3]->(v)
MATCH (t)-[:ASSISTS|RELIEVED_OF]->(d:Duty {current: true})
WHERE $section IS NULL OR d.section = $section
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
MATCH (:Department)-[:DELEGATES|TAKES_BACK]->(d)
WITH k, t, shown, count(*) AS rows
WITH k, t, shown, rows ORDER BY t.path
WITH k, sum(rows) AS rows,
  collect(CASE WHEN t.id IN shown THEN {id: t.id, name: t.name, place: t.path, rows: rows} END) AS townships
WITH k, rows, townships,
  toString(9999999999 - rows) + ' ' + coalesce(k.name, '') + ' ' + coalesce(k.id, '') AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN k.id AS id, k.name AS name, rows AS rows, townships AS townships, key AS key
ORDER BY key
