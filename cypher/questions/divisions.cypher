// 区划目录 · Divisions
//
// Which divisions are known below this one or by this name, and what is loaded of each?
//
// Parameters
//   parent  string?  id: only the divisions right below it; null: of all levels
//   text    string   part of a name; "" for all
//   level   string?  province, prefecture, county or township; null: all
//   after   string   key of the row that the answer goes on behind; "" from the beginning
//   limit   integer  most rows to return
// Columns
//   id           string   the division
//   name         string   its name
//   level        string   province, prefecture, county or township
//   path         string   names from the province down
//   code         string?  GB/T 2260 or its township extension; null where it is not known
//   parent_id    string?  the next division above that is known
//   children     integer  divisions right below
//   townships    integer  townships at or below it whose list is loaded
//   departments  integer  bodies that belong to it
//   key          string   where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {parent: null, text: '', level: 'county', after: '', limit: 20}
CALL () {
  MATCH (:Division {id: $parent})<-[:PART_OF]-(v:Division) RETURN v
  UNION
  WITH 1 AS one WHERE $parent IS NULL
  MATCH (v:Division) RETURN v
}
WITH v, CASE WHEN v:Province THEN 'province' WHEN v:Prefecture THEN 'prefecture' WHEN v:County THEN 'county' ELSE 'township' END AS level
WHERE v.name CONTAINS $text AND ($level IS NULL OR level = $level)
WITH *, v.path AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
OPTIONAL MATCH (v)-[:PART_OF]->(p:Division)
RETURN v.id AS id, v.name AS name, level AS level, v.path AS path, v.code AS code, p.id AS parent_id,
  COUNT { (v)<-[:PART_OF]-(:Division) } AS children,
  COUNT { (v)<-[:PART_OF*0..3]-(:Township)<-[:LIST_OF]-(:DutyList {current: true}) } AS townships,
  COUNT { (v)<-[:PART_OF]-(:Department) } AS departments, key AS key
ORDER BY key
