// 事项 · Published rows, new or changed
//
// (:Duty:BasicDuty:Item), (:Duty:CooperativeDuty:Item), (:Duty:ReclaimedDuty:Item)
//
// Parameters
//   rows  list<map>  {id, section, properties}
//   at    string     time of the load
FOREACH (row IN [r IN $rows WHERE r.section = 'basic'] |
  MERGE (d:Duty:BasicDuty:Item {id: row.id})
  ON CREATE SET d.first_seen = $at
  SET d += row.properties, d.last_seen = $at)
FOREACH (row IN [r IN $rows WHERE r.section = 'cooperative'] |
  MERGE (d:Duty:CooperativeDuty:Item {id: row.id})
  ON CREATE SET d.first_seen = $at
  SET d += row.properties, d.last_seen = $at)
FOREACH (row IN [r IN $rows WHERE r.section = 'reclaimed'] |
  MERGE (d:Duty:ReclaimedDuty:Item {id: row.id})
  ON CREATE SET d.first_seen = $at
  SET d += row.properties, d.last_seen = $at)
