// 部门模糊动词 · Vague verbs in rows that a body leads
//
// How many clauses of the townships' role, in the rows that a body leads, say 配合, 协助 or 协调?
//
// Parameters
//   division  string?  id of a division of any level, or a county's name; null: everywhere
//   edition   string?  only lists of this edition (2025-08); null: each township's newest
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   department     string   the body
//   department_id  string   that body
//   division       string   path of the division that it belongs to
//   rows           integer  rows that it leads
//   items          integer  clauses of the township's role
//   cooperate      integer  clauses that say 配合
//   assist         integer  clauses that say 协助
//   coordinate     integer  clauses that say 协调
//   vague          integer  clauses that say any of them
//   share          float    vague clauses of all clauses, 0-1
//   key            string   where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {division: '青禾县', edition: null, after: '', limit: 20}
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE $division IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList)
WHERE CASE WHEN $edition IS NULL THEN l.current ELSE l.edition = $edition END
MATCH (l)<-[:LISTED_IN]-(d:CooperativeDuty)-[:HAS_ROLE_ITEM]->(i:RoleItem)
MATCH (d)<-[:DELEGATES {lead: true}]-(b:Department)
WITH b, count(DISTINCT d) AS rows, count(i) AS items, sum(CASE WHEN i.text CONTAINS '配合' THEN 1 ELSE 0 END) AS cooperate,
  sum(CASE WHEN i.text CONTAINS '协助' THEN 1 ELSE 0 END) AS assist,
  sum(CASE WHEN i.text CONTAINS '协调' THEN 1 ELSE 0 END) AS coordinate,
  sum(CASE WHEN i.text CONTAINS '配合' OR i.text CONTAINS '协助' OR i.text CONTAINS '协调' THEN 1 ELSE 0 END) AS vague
WITH *, toString(9999999999 - vague) + ' ' + toString(9999999999 - items) + ' ' + b.name + ' ' + b.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
MATCH (b)-[:PART_OF]->(v:Division)
RETURN b.name AS department, b.id AS department_id, v.path AS division, rows AS rows, items AS items, cooperate AS cooperate,
  assist AS assist, coordinate AS coordinate, vague AS vague, toFloat(vague) / items AS share, key AS key
ORDER BY key
