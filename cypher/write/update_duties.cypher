// 更新事项 · Rows that the list had already
//
// Changed rows get all their properties; unchanged ones only where they were read, which a new printing moves.
//
// Parameters
//   rows  list<map>  {id, properties}
//   at    string     time of the load
UNWIND $rows AS row
MATCH (d:Duty {id: row.id})
SET d += row.properties, d.last_seen = $at
