// 解除关联 · Take everything off rows that are rewritten or retired, but their list and township
//
// Relations to bodies, category, laws and matter.
//
// Parameters
//   ids  list<string>  ids of rows
UNWIND $ids AS id
MATCH (d:Duty {id: id})-[r:DELEGATES|TAKES_BACK|IN_CATEGORY|CITES|INSTANCE_OF]-()
DELETE r
