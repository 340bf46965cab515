// 职能名称 · Names of lines of government work, for searching
//
// Which lines of government work are there, and how many bodies do each?
//
// Parameters
//   after   string        key of the row that the answer goes on behind; "" from the beginning
//   limit   integer       most rows to return
// Columns
//   kind    string        function
//   id      string        its slug
//   name    string        its name
//   others  list<string>  its English name
//   place   string?       always null: a line of work has no place
//   weight  integer       bodies that do it
//   key     string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {after: '', limit: 5}
MATCH (f:Function)
WITH *, f.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN 'function' AS kind, f.id AS id, f.name AS name, [f.name_en] AS others, null AS place,
  COUNT { (f)<-[:EXERCISES]-(:Department) } AS weight, key AS key
ORDER BY key
