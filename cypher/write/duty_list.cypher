// 清单 · The list and the document that it was read from
//
// (:DutyList)-[:LIST_OF]->(:Township), (:DutyList)-[:READ_FROM]->(:Document); a list is read from one document.
//
// Parameters
//   list      string  id of the list
//   township  string  id of its township
//   document  map     {id, properties}
//   properties  map   the list's own properties
//   at        string  time of the load
MATCH (t:Division {id: $township})
MERGE (f:Document {id: $document.id})
ON CREATE SET f.first_seen = $at
SET f += $document.properties, f.last_seen = $at
MERGE (l:DutyList {id: $list})
ON CREATE SET l.first_seen = $at
SET l += $properties, l.last_seen = $at
MERGE (l)-[:LIST_OF]->(t)
WITH l, f
OPTIONAL MATCH (l)-[old:READ_FROM]->(other:Document)
WHERE other.id <> f.id
DELETE old
WITH DISTINCT l, f
MERGE (l)-[:READ_FROM]->(f)
