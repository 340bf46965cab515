// 清单各行现状 · What the store has of a list's rows
//
// The hash of every row of the list, to tell which rows a load changes.
//
// Parameters
//   list  string  id of the list
// Columns
//   id            string  the row
//   content_hash  string  hash over its reading
MATCH (d:Duty)-[:LISTED_IN]->(:DutyList {id: $list})
RETURN d.id AS id, d.content_hash AS content_hash
