// 区划详情 · One division in full
//
// What does this division belong to, what is below it, and what is loaded of it?
//
// Parameters
//   id  string  the division
// Columns
//   id              string     the division
//   name            string     its name
//   level           string     province, prefecture, county or township
//   path            string     names from the province down
//   code            string?    GB/T 2260 or its township extension; null where it is not known
//   above           list<map>  {id, name, level}: divisions that it belongs to, the highest first
//   children        list<map>  {id, name, level, townships, basic, cooperative, reclaimed}: divisions right below, with the townships at or below each whose list is loaded, and their rows; 500 at most
//   children_count  integer    how many there are
//   townships       integer    townships at or below it whose list is loaded
//   basic           integer    rows of their current lists
//   cooperative     integer    rows of their current lists
//   reclaimed       integer    rows of their current lists
//   departments     integer    bodies that belong to the division itself
// Example
//   :params {id: 'div-aa1e9da89aa681b48b88'}
MATCH (v:Division {id: $id})
OPTIONAL MATCH (v)<-[:PART_OF*0..3]-(:Township)<-[:LIST_OF]-(l:DutyList {current: true})
WITH v, count(l) AS townships, coalesce(sum(l.basic), 0) AS basic, coalesce(sum(l.cooperative), 0) AS cooperative,
  coalesce(sum(l.reclaimed), 0) AS reclaimed
RETURN v.id AS id, v.name AS name, CASE WHEN v:Province THEN 'province' WHEN v:Prefecture THEN 'prefecture' WHEN v:County THEN 'county' ELSE 'township' END AS level,
  v.path AS path, v.code AS code,
  COLLECT {
    MATCH (v)-[:PART_OF*1..3]->(a:Division)
    RETURN {id: a.id, name: a.name, level: CASE WHEN a:Province THEN 'province' WHEN a:Prefecture THEN 'prefecture' WHEN a:County THEN 'county' ELSE 'township' END}
    ORDER BY size(a.path)
  } AS above,
  COLLECT {
    MATCH (v)<-[:PART_OF]-(a:Division)
    OPTIONAL MATCH (a)<-[:PART_OF*0..3]-(:Township)<-[:LIST_OF]-(o:DutyList {current: true})
    WITH a, count(o) AS lists, coalesce(sum(o.basic), 0) AS own, coalesce(sum(o.cooperative), 0) AS assisted,
      coalesce(sum(o.reclaimed), 0) AS relieved
    RETURN {id: a.id, name: a.name, level: CASE WHEN a:Province THEN 'province' WHEN a:Prefecture THEN 'prefecture' WHEN a:County THEN 'county' ELSE 'township' END,
      townships: lists, basic: own, cooperative: assisted, reclaimed: relieved}
    ORDER BY a.path LIMIT 500
  } AS children,
  COUNT { (v)<-[:PART_OF]-(:Division) } AS children_count,
  townships AS townships, basic AS basic, cooperative AS cooperative, reclaimed AS reclaimed,
  COUNT { (v)<-[:PART_OF]-(:Department) } AS departments
LIMIT 1
