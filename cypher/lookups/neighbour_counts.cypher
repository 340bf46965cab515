// 邻居计数 · How much hangs on a node
//
// How many neighbours does this node have, by relation, direction, kind and section?
//
// BORNE_BY joins a duty with the departments of its clauses, which stand between them in the graph.
//
// Parameters
//   id     string   the node: a duty, department, division, matter, law, category or function
//   limit  integer  most rows to return
// Columns
//   relation   string   type of the relation
//   direction  string   out: from the node; in: to it
//   kind       string   of the neighbours: duty, department, township, county, prefecture, province, matter, law, category or function
//   section    string?  of neighbours that are duties: basic, cooperative or reclaimed
//   count      integer  neighbours; of duties, those of current lists
// Example
//   :params {id: 'dept-66dd8e07f3b81cec6fc2', limit: 100}
CALL () {
  MATCH (n:Duty {id: $id}) RETURN n
  UNION
  MATCH (n:Department {id: $id}) RETURN n
  UNION
  MATCH (n:Division {id: $id}) RETURN n
  UNION
  MATCH (n:Matter {id: $id}) RETURN n
  UNION
  MATCH (n:Law {id: $id}) RETURN n
  UNION
  MATCH (n:Category {id: $id}) RETURN n
  UNION
  MATCH (n:Function {id: $id}) RETURN n
}
CALL (n) {
  MATCH (n)-[r:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF|INSTANCE_OF|CITES|IN_CATEGORY|EXERCISES|WORKS_WITH|PART_OF]->(m)
  RETURN type(r) AS relation, 'out' AS direction, m
  UNION ALL
  MATCH (n)<-[r:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF|INSTANCE_OF|CITES|IN_CATEGORY|EXERCISES|WORKS_WITH|PART_OF]-(m)
  RETURN type(r) AS relation, 'in' AS direction, m
  UNION ALL
  MATCH (n)-[:REQUIRES]->(:Responsibility)-[:BORNE_BY]->(m:Department)
  RETURN DISTINCT 'BORNE_BY' AS relation, 'out' AS direction, m
  UNION ALL
  MATCH (n)<-[:BORNE_BY]-(:Responsibility)<-[:REQUIRES]-(m:Duty)
  RETURN DISTINCT 'BORNE_BY' AS relation, 'in' AS direction, m
}
WITH relation, direction, m
WHERE coalesce(m.current, true)
WITH relation, direction, m.section AS section, CASE WHEN m:Duty THEN 'duty' WHEN m:Department THEN 'department'
  WHEN m:Township THEN 'township' WHEN m:County THEN 'county' WHEN m:Prefecture THEN 'prefecture'
  WHEN m:Province THEN 'province' WHEN m:Matter THEN 'matter' WHEN m:Law THEN 'law' WHEN m:Category THEN 'category'
  ELSE 'function' END AS kind
RETURN relation AS relation, direction AS direction, kind AS kind, section AS section, count(*) AS count
ORDER BY relation, direction, kind, section
LIMIT $limit
