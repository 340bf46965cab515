// 部门事项流向 · From departments to categories
//
// Which departments hand most to the townships of this division, and in which categories?
//
// Parameters
//   division  string   id of a division of any level
//   section   string?  count only cooperative or only reclaimed rows; null: both
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most departments to return
// Columns
//   id          string     the department
//   name        string     its name
//   place       string     path of the division that it belongs to
//   named       boolean    false for departments without a name of their own (其他相关单位)
//   rows        integer    current rows of the division's townships that it delegates or took back
//   categories  list<map>  {id, name, rows}: the same by category, most rows first; id and name null for rows without
//   key         string     where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {division: 'div-aa1e9da89aa681b48b88', section: null, after: '', limit: 15}
MATCH (v:Division {id: $division})
MATCH (t:Township)-[:PART_OF*0..3]->(v)
MATCH (t)-[:ASSISTS|RELIEVED_OF]->(d:Duty {current: true})
WHERE $section IS NULL OR d.section = $section
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
MATCH (b:Department)-[:DELEGATES|TAKES_BACK]->(d)
WITH b, k, count(*) AS rows
WITH b, k, rows ORDER BY rows DESC, k.name
WITH b, sum(rows) AS rows, collect({id: k.id, name: k.name, rows: rows}) AS categories
WITH b, rows, categories, toString(9999999999 - rows) + ' ' + b.name + ' ' + b.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
MATCH (b)-[:PART_OF]->(v:Division)
RETURN b.id AS id, b.name AS name, v.path AS place, b.named AS named, rows AS rows, categories AS categories, key AS key
ORDER BY key
