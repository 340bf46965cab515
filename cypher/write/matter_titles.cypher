// 事项标题 · Titles of all matters
//
// What new wordings are compared with.
//
// Columns
//   title  string  the wording that leads the matter
MATCH (m:Matter)
RETURN m.title AS title
