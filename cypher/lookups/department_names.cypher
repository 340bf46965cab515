// 机构名称 · Names of bodies, for searching
//
// Under which names is each body printed, of which division is it, and how much work do its rows make?
//
// Parameters
//   after   string        key of the row that the answer goes on behind; "" from the beginning
//   limit   integer       most rows to return
// Columns
//   kind    string        department
//   id      string        the body
//   name    string        the name that is printed most
//   others  list<string>  its other printed names and second plates
//   place   string?       path of the division that it belongs to
//   weight  integer       rows and clauses that name it
//   key     string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {after: '', limit: 5}
MATCH (b:Department)-[:PART_OF]->(v:Division)
WHERE b.named
WITH *, b.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN 'department' AS kind, b.id AS id, b.name AS name, b.aliases AS others, v.path AS place, b.mentions AS weight, key AS key
ORDER BY key
