// 已载入清单 · Catalogue of what is loaded
//
// Which townships' lists are loaded, in which edition, from which file, with how many rows?
//
// Parameters
//   division  string?  id of a division of any level, or a county's name; null: everywhere
//   edition   string?  only lists of this edition (2025-08); null: of all
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   list_id      string   the list
//   province     string?  of the township
//   prefecture   string?  of the township
//   county       string?  of the township
//   county_id    string?  its division
//   township     string   whose list it is
//   township_id  string   its division
//   title        string   as printed
//   edition      string   printed date, or undated
//   current      boolean  the township's newest edition
//   basic        integer  rows
//   cooperative  integer  rows
//   reclaimed    integer  rows
//   document     string   file name
//   sha256       string   of that file
//   first_line   integer  where the list starts in it
//   last_line    integer  where it ends
//   last_seen    string   time of the last load that changed it
//   key          string   where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {division: null, edition: null, after: '', limit: 100}
MATCH (l:DutyList)-[:LIST_OF]->(t:Township)
WHERE ($edition IS NULL OR l.edition = $edition)
  AND ($division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division OR (v:County AND v.name = $division) })
// 2025 counts as 20250000, 2025-08 as 20250800; undated is the oldest
WITH *, CASE l.edition WHEN 'undated' THEN 0 ELSE toInteger(left(replace(l.edition, '-', '') + '0000', 8)) END AS age
WITH *, t.path + ' ' + toString(9999999999 - age) + ' ' + l.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (t)-[:PART_OF*1..2]->(q:Prefecture)
OPTIONAL MATCH (t)-[:PART_OF*1..3]->(p:Province)
RETURN l.id AS list_id, p.name AS province, q.name AS prefecture, c.name AS county, c.id AS county_id, t.name AS township,
  t.id AS township_id, l.title AS title, l.edition AS edition, l.current AS current, l.basic AS basic,
  l.cooperative AS cooperative, l.reclaimed AS reclaimed, f.name AS document, f.sha256 AS sha256,
  l.first_line AS first_line, l.last_line AS last_line, l.last_seen AS last_seen, key AS key
ORDER BY key
