// 清单版本 · Editions of a township's list
//
// Which editions of this township's list are loaded, newest first?
//
// Parameters
//   township  string   its name or id
//   county    string?  the township of this county; null: of all
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   list_id      string   the list in this edition
//   county       string?  of the township
//   township     string   whose list it is
//   township_id  string   its division
//   edition      string   printed date, or undated
//   current      boolean  the newest
//   title        string   as printed
//   document     string   file that it was read from
//   key          string   where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {township: '石桥镇', county: '青禾县', after: '', limit: 20}
CALL () {
  MATCH (t:Township {name: $township}) RETURN t
  UNION
  MATCH (t:Division {id: $township}) WHERE t:Township RETURN t
}
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH t, c
WHERE $county IS NULL OR c.name = $county
MATCH (t)<-[:LIST_OF]-(l:DutyList)
// 2025 counts as 20250000, 2025-08 as 20250800; undated is the oldest
WITH *, CASE l.edition WHEN 'undated' THEN 0 ELSE toInteger(left(replace(l.edition, '-', '') + '0000', 8)) END AS age
WITH *, t.path + ' ' + toString(9999999999 - age) + ' ' + l.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
MATCH (l)-[:READ_FROM]->(f:Document)
RETURN l.id AS list_id, c.name AS county, t.name AS township, t.id AS township_id, l.edition AS edition,
  l.current AS current, l.title AS title, f.name AS document, key AS key
ORDER BY key
