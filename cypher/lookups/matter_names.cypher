// 事项表述 · Wordings of matters, for searching
//
// How do lists word each matter, and in how many rows?
//
// Parameters
//   after   string        key of the row that the answer goes on behind; "" from the beginning
//   limit   integer       most rows to return
// Columns
//   kind    string        matter
//   id      string        the matter
//   name    string        its shortest wording
//   others  list<string>  up to twelve other wordings that are the same work
//   place   string?       always null: a matter has no place
//   weight  integer       rows of current lists that are instances of it
//   key     string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {after: '', limit: 5}
MATCH (m:Matter)
WITH *, m.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN 'matter' AS kind, m.id AS id, m.title AS name,
  COLLECT {
    MATCH (m)<-[:MEANS {link: 'same'}]-(w:Wording) WHERE w.text <> m.title RETURN w.text ORDER BY w.id LIMIT 12
  } AS others,
  null AS place, COUNT { (m)<-[:INSTANCE_OF]-(:Duty {current: true}) } AS weight, key AS key
ORDER BY key
