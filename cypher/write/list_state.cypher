// 清单现状 · What the store has of a list
//
// The hash over the whole list as it was last loaded; no row where it never was.
//
// Parameters
//   list  string  id of the list
// Columns
//   content_hash  string   hash over everything that the list wrote
//   document      string?  id of the document that it was read from
MATCH (l:DutyList {id: $list})
OPTIONAL MATCH (l)-[:READ_FROM]->(f:Document)
RETURN l.content_hash AS content_hash, f.id AS document
