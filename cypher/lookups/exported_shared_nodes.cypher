// 导出的公共节点 · Nodes that lists share
//
// What is known of these bodies, divisions, laws, matters, categories, lines of work and wordings?
//
// Parameters
//   ids    list<string>  ids of the nodes; unknown ones have no row
//   limit  integer       most rows to return
// Columns
//   id          string        the node
//   labels      list<string>  its labels, sorted
//   properties  map           all its properties
//   place       string?       path of the division that it is, or that it belongs to
// Example
//   :params {ids: ['dept-66dd8e07f3b81cec6fc2', 'water'], limit: 4}
UNWIND $ids AS wanted
OPTIONAL MATCH (a:Department {id: wanted})
OPTIONAL MATCH (b:Division {id: wanted})
OPTIONAL MATCH (c:Law {id: wanted})
OPTIONAL MATCH (d:Matter {id: wanted})
OPTIONAL MATCH (e:Category {id: wanted})
OPTIONAL MATCH (f:Function {id: wanted})
OPTIONAL MATCH (g:Wording {id: wanted})
OPTIONAL MATCH (h:Dataset {id: wanted})
WITH coalesce(a, b, c, d, e, f, g, h) AS n
WHERE n IS NOT NULL
RETURN n.id AS id, COLLECT { UNWIND labels(n) AS label RETURN label ORDER BY label } AS labels,
  properties(n) AS properties,
  CASE WHEN n:Division THEN n.path ELSE head(COLLECT { MATCH (n)-[:PART_OF]->(v:Division) RETURN v.path ORDER BY v.path }) END
    AS place
ORDER BY id
LIMIT $limit
