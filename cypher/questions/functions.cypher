// 职能目录 · Lines of government work
//
// Which lines of government work are there, which bodies do each, and how much do these delegate and take back?
//
// Parameters
//   text      string   part of the slug or of a name; "" for all
//   division  string?  id of a division of any level, or a county's name; null: everywhere
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   slug         string   the line of work: water, civil-affairs …
//   name         string   in Chinese
//   name_en      string   in English
//   departments  integer  bodies that do it
//   delegated    integer  rows of current lists that these lead or join, once for each body
//   taken_back   integer  rows of current lists that these took back, once for each body
//   townships    integer  townships that they work with
//   key          string   where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {text: '', division: '青禾县', after: '', limit: 20}
MATCH (f:Function)
WHERE f.id CONTAINS toLower($text) OR f.name CONTAINS $text OR toLower(f.name_en) CONTAINS toLower($text)
OPTIONAL MATCH (f)<-[:EXERCISES]-(b:Department)-[w:WORKS_WITH]->(t:Township)
WHERE ($division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division OR (v:County AND v.name = $division) })
WITH f, count(DISTINCT b) AS departments, count(DISTINCT t) AS townships, coalesce(sum(w.delegated), 0) AS delegated,
  coalesce(sum(w.taken_back), 0) AS taken_back
WHERE departments > 0 OR $division IS NULL
WITH *, f.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN f.id AS slug, f.name AS name, f.name_en AS name_en, departments AS departments, delegated AS delegated,
  taken_back AS taken_back, townships AS townships, key AS key
ORDER BY key
