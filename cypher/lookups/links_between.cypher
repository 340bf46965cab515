// 间接联系 · What joins two that share no row
//
// Through which matter, department or township are these two joined, by one row of each? Clauses are left out: rows only.
//
// Parameters
//   start  string   id of a department or township
//   end    string   id of another
//   rows   integer  most rows of each of the two that are looked at
//   after  string   key of the row that the answer goes on behind; "" from the beginning
//   limit  integer  most rows to return
// Columns
//   id           string     what joins them
//   kind         string     matter, department or township
//   name         string     its name or title
//   place        string?    path of the division that it is or belongs to
//   named        boolean    false for departments without a name of their own (其他相关单位)
//   start_count  integer    rows that the start and it stand in
//   end_count    integer    rows that the end and it stand in
//   start_rows   list<map>  {id, name, section, number, place}: the first three of them
//   end_rows     list<map>  {id, name, section, number, place}: the first three of them
//   key          string     where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {start: 'dept-66dd8e07f3b81cec6fc2', end: 'dept-5f37b55df749cd90c501', rows: 2000, after: '', limit: 50}
UNWIND [$start, $end] AS side
CALL (side) {
  CALL (side) {
    MATCH (:Department {id: side})-[:DELEGATES|TAKES_BACK]->(d:Duty {current: true}) RETURN d
    UNION
    MATCH (:Division {id: side})-[:ASSISTS|PERFORMS|RELIEVED_OF]->(d:Duty {current: true}) RETURN d
  }
  RETURN d ORDER BY d.id LIMIT $rows
}
CALL (d) {
  MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(h:Matter) RETURN h, 'matter' AS kind
  UNION
  MATCH (h:Department)-[:DELEGATES|TAKES_BACK]->(d) RETURN h, 'department' AS kind
  UNION
  MATCH (h:Township)-[:ASSISTS|PERFORMS|RELIEVED_OF]->(d) RETURN h, 'township' AS kind
}
WITH side, d, h, kind
WHERE h.id <> $start AND h.id <> $end
WITH h, kind, collect(CASE WHEN side = $start THEN d END) AS near, collect(CASE WHEN side = $end THEN d END) AS far
WHERE size(near) > 0 AND size(far) > 0
WITH h, kind, near, far, CASE kind WHEN 'matter' THEN 'a' WHEN 'department' THEN 'b' ELSE 'c' END
  + toString(9999999999 - size(near) * size(far)) + ' ' + coalesce(h.path, h.name, h.title) + ' ' + h.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN h.id AS id, kind AS kind, coalesce(h.title, h.name) AS name,
  coalesce(h.path, head(COLLECT { MATCH (h)-[:PART_OF]->(v:Division) RETURN v.path })) AS place, coalesce(h.named, true) AS named,
  size(near) AS start_count, size(far) AS end_count,
  COLLECT {
    UNWIND near AS d MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
    RETURN {id: d.id, name: d.name, section: d.section, number: d.number, place: t.path} ORDER BY t.path, d.section, d.position, d.id LIMIT 3
  } AS start_rows,
  COLLECT {
    UNWIND far AS d MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
    RETURN {id: d.id, name: d.name, section: d.section, number: d.number, place: t.path} ORDER BY t.path, d.section, d.position, d.id LIMIT 3
  } AS end_rows,
  key AS key
ORDER BY key
