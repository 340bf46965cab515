// 删除事项 · Delete matters that no wording leads any more
//
// With the former ids that led to them and to nothing else.
//
// Parameters
//   ids  list<string>  ids of matters
UNWIND $ids AS id
MATCH (m:Matter {id: id})
OPTIONAL MATCH (f:FormerId)-[:NOW]->(m)
DETACH DELETE f, m
