// 查找部门 · Find departments by name
//
// Which bodies bear this text in their name or on another plate, and how much do they hand to townships?
//
// Parameters
//   text      string   part of a name; "" for all
//   county    string?  only bodies that work with townships of this county; null: all
//   division  string?  id of a division of any level, or a county's name: only bodies that work with its townships; null: all
//   function  string?  slug: only bodies that do this line of work; null: all
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   id          string        the department
//   name        string        as printed
//   aliases     list<string>  other plates, sorted
//   level       string?       central, province, prefecture, county or branch; null where the name does not tell
//   named       boolean       false for bodies without a name of their own (其他相关单位)
//   division    string        path of the division that it belongs to
//   delegated   integer       rows of current lists that it leads or joins
//   taken_back  integer       rows of current lists that it took back
//   townships   integer       townships that it works with
//   key         string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {text: '水', county: null, division: null, function: null, after: '', limit: 20}
MATCH (b:Department)-[:PART_OF]->(v:Division)
WHERE (b.name CONTAINS $text OR any(alias IN b.aliases WHERE alias CONTAINS $text))
  AND ($county IS NULL OR EXISTS { (b)-[:WORKS_WITH]->(:Township)-[:PART_OF]->(:County {name: $county}) })
  AND ($division IS NULL OR EXISTS { MATCH (b)-[:WORKS_WITH]->(:Township)-[:PART_OF*0..3]->(a:Division) WHERE a.id = $division OR (a:County AND a.name = $division) })
  AND ($function IS NULL OR EXISTS { (b)-[:EXERCISES]->(:Function {id: $function}) })
OPTIONAL MATCH (b)-[w:WORKS_WITH]->(t:Township)
WITH b, v, sum(w.delegated) AS delegated, sum(w.taken_back) AS taken_back, count(t) AS townships
WITH *, toString(9999999999 - delegated) + toString(9999999999 - taken_back) + ' ' + b.name + ' ' + b.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN b.id AS id, b.name AS name, b.aliases AS aliases, b.level AS level, b.named AS named, v.path AS division,
  delegated AS delegated, taken_back AS taken_back, townships AS townships, key AS key
ORDER BY key
