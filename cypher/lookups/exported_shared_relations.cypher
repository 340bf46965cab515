// 导出的公共关系 · Relations between nodes that lists share
//
// Where do these bodies and divisions belong, what work do these bodies do, with whom, and what do these wordings mean?
//
// Parameters
//   ids    list<string>  ids of bodies, divisions and wordings, where the relations start
//   after  string        key of the row that the answer goes on behind; "" from the beginning
//   limit  integer       most rows to return
// Columns
//   from_id     string  where the relation starts
//   relation    string  its type
//   to_id       string  where it ends
//   properties  map     all its properties
//   key         string  where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {ids: ['dept-66dd8e07f3b81cec6fc2'], after: '', limit: 4}
UNWIND $ids AS wanted
OPTIONAL MATCH (a:Department {id: wanted})
OPTIONAL MATCH (b:Division {id: wanted})
OPTIONAL MATCH (c:Wording {id: wanted})
WITH coalesce(a, b, c) AS n
WHERE n IS NOT NULL
MATCH (n)-[r:PART_OF|EXERCISES|WORKS_WITH|MEANS]->(x)
WITH *, n.id + ' ' + type(r) + ' ' + x.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN n.id AS from_id, type(r) AS relation, x.id AS to_id, properties(r) AS properties, key AS key
ORDER BY key
