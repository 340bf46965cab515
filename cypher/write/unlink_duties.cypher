// 解除关联 · Take everything off rows that are rewritten or retired, but their list, township and clauses
//
// Relations to bodies, category, laws and matter, and those of their clauses to the bodies that bear them.
//
// Parameters
//   ids  list<string>  ids of rows
UNWIND $ids AS id
MATCH (d:Duty {id: id})
CALL (d) {
  MATCH (d)-[r:DELEGATES|TAKES_BACK|IN_CATEGORY|CITES|INSTANCE_OF]-()
  DELETE r
}
CALL (d) {
  MATCH (d)-[:REQUIRES]->(:Responsibility)-[r:BORNE_BY]->()
  DELETE r
}
