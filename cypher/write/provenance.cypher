// 出处 · Where each row of the list was read
//
// Written for all rows of the list, changed or not: a new printing moves lines without changing what they say.
//
// Parameters
//   rows  list<map>  {id, properties: {first_line, last_line, page}}
//   at    string     time of the load
UNWIND $rows AS row
MATCH (d:Duty {id: row.id})
SET d += row.properties, d.last_seen = $at
