// 部门乡镇对照 · Departments and townships of a division
//
// Which departments hand most to the townships of this division, and how many rows stand between each and each township?
//
// Parameters
//   division   string   id of a division of any level
//   section    string?  count only cooperative or only reclaimed rows; null: both
//   townships  integer  most townships to tell one by one, by path; totals are over all
//   after      string   key of the row that the answer goes on behind; "" from the beginning
//   limit      integer  most departments to return
// Columns
//   id          string     the department
//   name        string     its name
//   level       string?    central, province, prefecture, county or branch; null where no name tells
//   named       boolean    false for departments without a name of their own (其他相关单位)
//   place       string     path of the division that it belongs to
//   delegated   integer    rows that townships of this division assist it with
//   taken_back  integer    rows that it took back from them
//   reached     integer    townships of this division that it works with
//   cells       list<map>  {id, delegated, taken_back}: the same by township
//   key         string     where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {division: 'div-aa1e9da89aa681b48b88', section: null, townships: 60, after: '', limit: 60}
MATCH (v:Division {id: $division})
MATCH (t:Township)-[:PART_OF*0..3]->(v)
WITH t ORDER BY t.path
WITH collect(t) AS all_townships
WITH all_townships, [t IN all_townships[..$townships] | t.id] AS shown
UNWIND all_townships AS t
MATCH (b:Department)-[w:WORKS_WITH]->(t)
WITH b, t, shown,
  CASE WHEN coalesce($section, 'cooperative') = 'cooperative' THEN w.delegated ELSE 0 END AS delegated,
  CASE WHEN coalesce($section, 'reclaimed') = 'reclaimed' THEN w.taken_back ELSE 0 END AS taken_back
WHERE delegated + taken_back > 0
WITH b, t, shown, delegated, taken_back ORDER BY t.path
WITH b, sum(delegated) AS delegated, sum(taken_back) AS taken_back, count(t) AS reached,
  collect(CASE WHEN t.id IN shown THEN {id: t.id, delegated: delegated, taken_back: taken_back} END) AS cells
WITH b, delegated, taken_back, reached, cells,
  toString(9999999999 - delegated - taken_back) + ' ' + b.name + ' ' + b.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
MATCH (b)-[:PART_OF]->(v:Division)
RETURN b.id AS id, b.name AS name, b.level AS level, b.named AS named, v.path AS place, delegated AS delegated,
  taken_back AS taken_back, reached AS reached, cells AS cells, key AS key
ORDER BY key
