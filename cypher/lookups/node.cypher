// 节点 · What a node is
//
// What is the node of this id, and what is it called?
//
// Parameters
//   id  string  of a duty, department, division, matter, law, category or function
// Columns
//   id        string   the node
//   kind      string   duty, department, township, county, prefecture, province, matter, law, category or function
//   name      string   name or title
//   place     string?  path of the division that it is, belongs to, or (a duty) whose list it stands in
//   section   string?  of a duty: basic, cooperative or reclaimed
//   number    string?  of a duty, as printed
//   named     boolean  false for departments without a name of their own (其他相关单位)
// Example
//   :params {id: 'dept-66dd8e07f3b81cec6fc2'}
CALL () {
  MATCH (n:Duty {id: $id})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(v:Township)
  RETURN n, 'duty' AS kind, n.name AS name, v.path AS place
  UNION
  MATCH (n:Department {id: $id})-[:PART_OF]->(v:Division)
  RETURN n, 'department' AS kind, n.name AS name, v.path AS place
  UNION
  MATCH (n:Division {id: $id})
  RETURN n, CASE WHEN n:Township THEN 'township' WHEN n:County THEN 'county' WHEN n:Prefecture THEN 'prefecture'
    ELSE 'province' END AS kind, n.name AS name, n.path AS place
  UNION
  MATCH (n:Matter {id: $id}) RETURN n, 'matter' AS kind, n.title AS name, null AS place
  UNION
  MATCH (n:Law {id: $id}) RETURN n, 'law' AS kind, n.title AS name, null AS place
  UNION
  MATCH (n:Category {id: $id}) RETURN n, 'category' AS kind, n.name AS name, null AS place
  UNION
  MATCH (n:Function {id: $id}) RETURN n, 'function' AS kind, n.name AS name, null AS place
}
RETURN n.id AS id, kind AS kind, name AS name, place AS place, n.section AS section, n.number AS number,
  coalesce(n.named, true) AS named
LIMIT 1
