// 导出的清单 · Lists that an export covers
//
// Which lists lie in this place, and in which division does each?
//
// Parameters
//   division  string?  only lists of townships in this division (id of any level); null: of all
//   county    string?  only lists of townships of the county of this name; null: of all
//   current   boolean  only the newest edition of each township
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   list_id      string   the list
//   township_id  string   its division
//   place        string   path of its division
//   edition      string   printed date, or undated
//   key          string   where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {division: null, county: '青禾县', current: true, after: '', limit: 4}
MATCH (l:DutyList)-[:LIST_OF]->(t:Township)
WHERE (l.current OR NOT $current)
  AND ($county IS NULL OR EXISTS { MATCH (t)-[:PART_OF]->(c:County) WHERE c.name = $county })
  AND ($division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division })
WITH *, t.path + ' ' + l.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN l.id AS list_id, t.id AS township_id, t.path AS place, l.edition AS edition, key AS key
ORDER BY key
