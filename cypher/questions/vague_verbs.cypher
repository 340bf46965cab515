// 模糊动词 · Vague verbs in the townships' role
//
// How many clauses of a township's cooperative role say 配合, 协助 or 协调 and leave open what is to be done?
//
// Parameters
//   division  string?  id of a division of any level, or a county's name; null: everywhere
//   edition   string?  only lists of this edition (2025-08); null: each township's newest
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   county       string?  the township's county
//   township     string   whose role it is
//   township_id  string   its division
//   list_id      string   the list
//   edition      string   edition of the list
//   items        integer  clauses of the township's role
//   cooperate    integer  clauses that say 配合
//   assist       integer  clauses that say 协助
//   coordinate   integer  clauses that say 协调
//   vague        integer  clauses that say any of them
//   share        float    vague clauses of all clauses, 0-1
//   key          string   where the row stands in the order; given as after, the answer goes on behind it
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
MATCH (l)<-[:LISTED_IN]-(:CooperativeDuty)-[:HAS_ROLE_ITEM]->(i:RoleItem)
WITH t, l, count(i) AS items, sum(CASE WHEN i.text CONTAINS '配合' THEN 1 ELSE 0 END) AS cooperate,
  sum(CASE WHEN i.text CONTAINS '协助' THEN 1 ELSE 0 END) AS assist,
  sum(CASE WHEN i.text CONTAINS '协调' THEN 1 ELSE 0 END) AS coordinate,
  sum(CASE WHEN i.text CONTAINS '配合' OR i.text CONTAINS '协助' OR i.text CONTAINS '协调' THEN 1 ELSE 0 END) AS vague
WITH *, t.path + ' ' + l.edition + ' ' + l.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
RETURN c.name AS county, t.name AS township, t.id AS township_id, l.id AS list_id, l.edition AS edition, items AS items,
  cooperate AS cooperate, assist AS assist, coordinate AS coordinate, vague AS vague, toFloat(vague) / items AS share,
  key AS key
ORDER BY key
