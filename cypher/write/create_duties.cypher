// 新增事项 · Rows that the list did not have
//
// (:Township)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(:Duty)-[:LISTED_IN]->(:DutyList), relation and second label by section.
//
// Parameters
//   list      string     id of the list
//   township  string     id of its township
//   rows      list<map>  {id, section, properties}
//   at        string     time of the load
MATCH (l:DutyList {id: $list})
MATCH (t:Division {id: $township})
FOREACH (row IN [r IN $rows WHERE r.section = 'basic'] |
  CREATE (t)-[:PERFORMS]->(d:Duty:BasicDuty:Item {id: row.id})-[:LISTED_IN]->(l)
  SET d += row.properties, d.first_seen = $at, d.last_seen = $at)
FOREACH (row IN [r IN $rows WHERE r.section = 'cooperative'] |
  CREATE (t)-[:ASSISTS]->(d:Duty:CooperativeDuty:Item {id: row.id})-[:LISTED_IN]->(l)
  SET d += row.properties, d.first_seen = $at, d.last_seen = $at)
FOREACH (row IN [r IN $rows WHERE r.section = 'reclaimed'] |
  CREATE (t)-[:RELIEVED_OF]->(d:Duty:ReclaimedDuty:Item {id: row.id})-[:LISTED_IN]->(l)
  SET d += row.properties, d.first_seen = $at, d.last_seen = $at)
