// 邻居 · What hangs on nodes
//
// Which neighbours do these nodes have, by which relations?
//
// BORNE_BY joins a duty with the departments of its clauses, which stand between them in the graph.
//
// Parameters
//   ids       string   the nodes, parted by spaces: duties, departments, divisions, matters, laws, categories, functions
//   relation  string?  only relations of these types, parted by spaces; null: of all
//   section   string?  of duties, only basic, cooperative or reclaimed ones; null: all
//   each      integer  most neighbours of one node
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   start      string    the node of the question
//   relation   string    type of the relation
//   direction  string    out: from that node; in: to it
//   id         string    the neighbour
//   kind       string    duty, department, township, county, prefecture, province, matter, law, category or function
//   name       string    its name or title
//   place      string?   path of the division that it is, belongs to, or (a duty) whose list it stands in
//   section    string?   of a duty: basic, cooperative or reclaimed
//   number     string?   of a duty, as printed
//   named      boolean   false for departments without a name of their own (其他相关单位)
//   lead       boolean?  of DELEGATES: the department stands first in the row's column
//   delegated  integer?  of WORKS_WITH: rows that the township assists with
//   taken_back integer?  of WORKS_WITH: rows that the department took back
//   link       string?   of INSTANCE_OF: same, or overlap: the row bundles the matter with others
//   score      float?    of INSTANCE_OF and EXERCISES, which are inferred: how sure
//   key        string    where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {ids: 'dept-66dd8e07f3b81cec6fc2', relation: null, section: null, each: 300, after: '', limit: 300}
UNWIND split($ids, ' ') AS start
CALL (start) {
  MATCH (n:Duty {id: start}) RETURN n
  UNION
  MATCH (n:Department {id: start}) RETURN n
  UNION
  MATCH (n:Division {id: start}) RETURN n
  UNION
  MATCH (n:Matter {id: start}) RETURN n
  UNION
  MATCH (n:Law {id: start}) RETURN n
  UNION
  MATCH (n:Category {id: start}) RETURN n
  UNION
  MATCH (n:Function {id: start}) RETURN n
}
CALL (n) {
  CALL (n) {
    MATCH (n)-[r:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF|INSTANCE_OF|CITES|IN_CATEGORY|EXERCISES|WORKS_WITH|PART_OF]->(m)
    RETURN type(r) AS relation, 'out' AS direction, r, m
    UNION ALL
    MATCH (n)<-[r:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF|INSTANCE_OF|CITES|IN_CATEGORY|EXERCISES|WORKS_WITH|PART_OF]-(m)
    RETURN type(r) AS relation, 'in' AS direction, r, m
    UNION ALL
    MATCH (n)-[:REQUIRES]->(:Responsibility)-[:BORNE_BY]->(m:Department)
    RETURN DISTINCT 'BORNE_BY' AS relation, 'out' AS direction, null AS r, m
    UNION ALL
    MATCH (n)<-[:BORNE_BY]-(:Responsibility)<-[:REQUIRES]-(m:Duty)
    RETURN DISTINCT 'BORNE_BY' AS relation, 'in' AS direction, null AS r, m
  }
  WITH relation, direction, r, m
  WHERE coalesce(m.current, true) AND ($relation IS NULL OR relation IN split($relation, ' '))
    AND ($section IS NULL OR coalesce(m.section, $section) = $section)
  WITH relation, direction, r, m, CASE relation WHEN 'DELEGATES' THEN 'a' WHEN 'TAKES_BACK' THEN 'b' WHEN 'ASSISTS' THEN 'c'
    WHEN 'RELIEVED_OF' THEN 'd' WHEN 'PERFORMS' THEN 'e' WHEN 'BORNE_BY' THEN 'f' WHEN 'WORKS_WITH' THEN 'g'
    WHEN 'INSTANCE_OF' THEN 'h' WHEN 'IN_CATEGORY' THEN 'i' WHEN 'CITES' THEN 'j' WHEN 'EXERCISES' THEN 'k' ELSE 'l' END
    + direction + ' ' + coalesce(m.name, m.title) + ' ' + m.id AS place_in_order
  ORDER BY place_in_order
  LIMIT $each
  RETURN relation, direction, r, m, place_in_order
}
WITH start, relation, direction, r, m, start + ' ' + place_in_order AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN start AS start, relation AS relation, direction AS direction, m.id AS id,
  CASE WHEN m:Duty THEN 'duty' WHEN m:Department THEN 'department' WHEN m:Township THEN 'township' WHEN m:County THEN 'county'
    WHEN m:Prefecture THEN 'prefecture' WHEN m:Province THEN 'province' WHEN m:Matter THEN 'matter' WHEN m:Law THEN 'law'
    WHEN m:Category THEN 'category' ELSE 'function' END AS kind,
  coalesce(m.name, m.title) AS name,
  coalesce(m.path, head(COLLECT { MATCH (m)-[:PART_OF]->(v:Division) RETURN v.path UNION
    MATCH (m)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(v:Township) RETURN v.path })) AS place,
  m.section AS section, m.number AS number, coalesce(m.named, true) AS named, r.lead AS lead, r.delegated AS delegated,
  r.taken_back AS taken_back, r.link AS link, r.score AS score, key AS key
ORDER BY key
