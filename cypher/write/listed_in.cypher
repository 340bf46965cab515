// 事项归属 · Rows in their list and beside their township
//
// (:Duty)-[:LISTED_IN]->(:DutyList); (:Township)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(:Duty) by the row's section.
//
// Parameters
//   list      string     id of the list
//   township  string     id of its township
//   rows      list<map>  {id, section} of rows that the list did not have
MATCH (l:DutyList {id: $list})
MATCH (t:Township {id: $township})
UNWIND $rows AS row
MATCH (d:Duty {id: row.id})
CREATE (d)-[:LISTED_IN]->(l)
FOREACH (_ IN CASE WHEN row.section = 'basic' THEN [1] ELSE [] END | CREATE (t)-[:PERFORMS]->(d))
FOREACH (_ IN CASE WHEN row.section = 'cooperative' THEN [1] ELSE [] END | CREATE (t)-[:ASSISTS]->(d))
FOREACH (_ IN CASE WHEN row.section = 'reclaimed' THEN [1] ELSE [] END | CREATE (t)-[:RELIEVED_OF]->(d))
