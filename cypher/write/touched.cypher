// 受影响的共享节点 · Shared nodes that rows are linked to
//
// What may have lost its last row once these rows are rewritten or retired.
//
// Parameters
//   ids  list<string>  ids of rows
// Columns
//   id      string   the shared node
//   label   string   Department, Category, Law or Wording
UNWIND $ids AS id
MATCH (d:Duty {id: id})
CALL (d) {
  MATCH (d)--(n) WHERE n:Department OR n:Category OR n:Law
  RETURN n
  UNION
  MATCH (n:Wording {id: d.wording})
  RETURN n
  UNION
  MATCH (d)-[:REQUIRES]->(:Responsibility)-[:BORNE_BY]->(n:Department)
  RETURN n
}
RETURN DISTINCT n.id AS id,
  CASE WHEN n:Department THEN 'Department' WHEN n:Category THEN 'Category' WHEN n:Law THEN 'Law'
    ELSE 'Wording' END AS label
