// 收回排行 · Who takes back most
//
// Which bodies took back most rows from townships, in which categories, and from which townships most?
//
// Parameters
//   division  string?  id of a division of any level, or a county's name; null: everywhere
//   category  string?  only rows of this category; null: of all
//   function  string?  slug: only rows of bodies that do this line of work; null: of all
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   department     string     the body
//   department_id  string     that body
//   division       string     path of the division that it belongs to
//   named          boolean    false for bodies without a name of their own (其他相关单位)
//   taken_back     integer    rows of current lists that it took back
//   delegated      integer    rows of the same lists that it has townships assist with
//   townships      integer    townships whose lists have rows that it took back
//   categories     list<map>  {category, rows}: of the rows that it took back here, most first
//   most           list<map>  {township_id, township, rows}: the townships with most such rows; 10 at most
//   key            string     where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {division: '塔林旗', category: null, function: null, after: '', limit: 20}
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE $division IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)-[:RELIEVED_OF]->(d:ReclaimedDuty {current: true})<-[x:TAKES_BACK]-(b:Department)
WHERE ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
  AND ($function IS NULL OR EXISTS { (b)-[:EXERCISES]->(:Function {id: $function}) })
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
WITH b, t, k.name AS category, count(d) AS rows
WITH b, sum(rows) AS taken_back, collect(DISTINCT t) AS townships, collect(DISTINCT category) AS names,
  collect({id: t.id, category: category, rows: rows}) AS parts
WITH *, toString(9999999999 - taken_back) + ' ' + b.name + ' ' + b.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
MATCH (b)-[:PART_OF]->(v:Division)
RETURN b.name AS department, b.id AS department_id, v.path AS division, b.named AS named, taken_back AS taken_back,
  reduce(n = 0, w IN COLLECT { MATCH (b)-[w:WORKS_WITH]->(u:Township) WHERE u IN townships RETURN w.delegated } | n + w) AS delegated,
  size(townships) AS townships,
  COLLECT {
    UNWIND names AS name
    WITH name, reduce(n = 0, p IN parts | n + CASE p.category WHEN name THEN p.rows ELSE 0 END) AS rows
    RETURN {category: name, rows: rows} ORDER BY rows DESC, name
  } AS categories,
  COLLECT {
    UNWIND townships AS u
    WITH u, reduce(n = 0, p IN parts | n + CASE p.id WHEN u.id THEN p.rows ELSE 0 END) AS rows
    RETURN {township_id: u.id, township: u.name, rows: rows} ORDER BY rows DESC, u.path LIMIT 10
  } AS most,
  key AS key
ORDER BY key
