// 事项详情 · One duty in full
//
// The row with its bodies, clauses, township, list, category, laws and the work that it is.
MATCH (d:Duty {id: $id})
// picture
CALL (d) {
  MATCH p = (d)-[:DELEGATES|TAKES_BACK|PERFORMS|ASSISTS|RELIEVED_OF|LISTED_IN|IN_CATEGORY|CITES|INSTANCE_OF]-() RETURN p
  UNION ALL
  MATCH p = (d)-[:REQUIRES|HAS_ROLE_ITEM]->() RETURN p
  UNION ALL
  MATCH p = (d)-[:REQUIRES]->()-[:BORNE_BY]->() RETURN p
}
RETURN p AS p LIMIT 100
