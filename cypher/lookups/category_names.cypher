// 类别名称 · Names of categories, for searching
//
// Under which headings do rows stand, and how many?
//
// Parameters
//   after   string        key of the row that the answer goes on behind; "" from the beginning
//   limit   integer       most rows to return
// Columns
//   kind    string        category
//   id      string        the category
//   name    string        its name
//   others  list<string>  always empty
//   place   string?       always null: a category has no place
//   weight  integer       rows under it
//   key     string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {after: '', limit: 5}
MATCH (k:Category)
WITH *, k.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN 'category' AS kind, k.id AS id, k.name AS name, [] AS others, null AS place,
  COUNT { (k)<-[:IN_CATEGORY]-(:Duty) } AS weight, key AS key
ORDER BY key
