// 法规名称 · Titles of laws, for searching
//
// Which laws do rows cite, and how many?
//
// Parameters
//   after   string        key of the row that the answer goes on behind; "" from the beginning
//   limit   integer       most rows to return
// Columns
//   kind    string        law
//   id      string        the law
//   name    string        its title
//   others  list<string>  always empty
//   place   string?       always null: a law has no place here
//   weight  integer       rows that cite it
//   key     string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {after: '', limit: 5}
MATCH (a:Law)
WITH *, a.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN 'law' AS kind, a.id AS id, a.title AS name, [] AS others, null AS place, COUNT { (a)<-[:CITES]-(:Duty) } AS weight,
  key AS key
ORDER BY key
