// 对照表的乡镇 · The townships of a division and what stands between them and all departments
//
// Which townships does this division have, and how many rows stand between each and all departments together?
//
// A row with three departments counts three times, as in the departments' own figures.
//
// Parameters
//   division  string   id of a division of any level
//   section   string?  count only cooperative or only reclaimed rows; null: both
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most townships to return
// Columns
//   id           string   the township
//   name         string   its name
//   place        string   its path
//   delegated    integer  rows that it assists a department with
//   taken_back   integer  rows that a department took back
//   departments  integer  departments that it works with
//   key          string   where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {division: 'div-aa1e9da89aa681b48b88', section: null, after: '', limit: 60}
MATCH (v:Division {id: $division})
MATCH (t:Township)-[:PART_OF*0..3]->(v)
OPTIONAL MATCH (b:Department)-[w:WORKS_WITH]->(t)
WITH t,
  CASE WHEN coalesce($section, 'cooperative') = 'cooperative' THEN coalesce(w.delegated, 0) ELSE 0 END AS delegated,
  CASE WHEN coalesce($section, 'reclaimed') = 'reclaimed' THEN coalesce(w.taken_back, 0) ELSE 0 END AS taken_back
WITH t, sum(delegated) AS delegated, sum(taken_back) AS taken_back,
  sum(CASE WHEN delegated + taken_back > 0 THEN 1 ELSE 0 END) AS departments
WITH t, delegated, taken_back, departments, t.path AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN t.id AS id, t.name AS name, t.path AS place, delegated AS delegated, taken_back AS taken_back,
  departments AS departments, key AS key
ORDER BY key
