// 曾用编号 · What a department's or matter's former id stands for now
//
// Which body or matter took in the one that had this id?
//
// Parameters
//   id  string  an id that no department or matter has any more
// Columns
//   id    string  the id of what stands for it now
//   kind  string  Department or Matter
//   name  string  name of the body, title of the matter
//   at    string  time of the load or decision by which the id ended
// Example
//   :params {id: 'matter-0290bd4ec722999861bb'}
MATCH (f:FormerId {id: $id})-[:NOW]->(n)
RETURN n.id AS id, CASE WHEN n:Matter THEN 'Matter' ELSE 'Department' END AS kind,
  coalesce(n.name, n.title) AS name, f.at AS at
LIMIT 1
