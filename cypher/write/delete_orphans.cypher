// 清理孤立节点 · Delete shared nodes that no row is linked to any more
//
// Only among those that rows of this list were linked to before; lines of government work among all, which are few.
//
// Parameters
//   departments  list<string>  ids
//   categories   list<string>  ids
//   laws         list<string>  ids
CALL () {
  UNWIND $departments AS id
  MATCH (n:Department {id: id})
  WHERE NOT EXISTS { (n)-[:DELEGATES|TAKES_BACK]->(:Duty) } AND NOT EXISTS { (n)<-[:BORNE_BY]-(:Responsibility) }
  OPTIONAL MATCH (f:FormerId)-[:NOW]->(n)
  DETACH DELETE f, n
}
CALL () {
  MATCH (n:Function)
  WHERE NOT EXISTS { (n)<-[:EXERCISES]-(:Department) }
  DETACH DELETE n
}
CALL () {
  UNWIND $categories AS id
  MATCH (n:Category {id: id})
  WHERE NOT EXISTS { (n)<-[:IN_CATEGORY]-(:Duty) }
  DETACH DELETE n
}
CALL () {
  UNWIND $laws AS id
  MATCH (n:Law {id: id})
  WHERE NOT EXISTS { (n)<-[:CITES]-(:Duty) }
  DETACH DELETE n
}
