// 联合部门 · Who delegates together
//
// Which two bodies stand in the same rows, how often, in how many townships, and which of them leads?
// Bodies without a name of their own are left out.
//
// Parameters
//   division  string?  id of a division of any level, or a county's name; null: everywhere
//   category  string?  only rows of this category; null: of all
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   department     string   the body of the two that leads more of these rows
//   department_id  string   that body
//   other          string   the other body
//   other_id       string   that body
//   rows           integer  rows of current lists in which both stand
//   led            integer  of these rows, those that the first body leads
//   other_led      integer  of these rows, those that the other body leads
//   townships      integer  townships whose lists have such rows
//   key            string   where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {division: '青禾县', category: null, after: '', limit: 20}
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE $division IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)-[:ASSISTS]->(d:CooperativeDuty {current: true})
WHERE ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
MATCH (d)<-[x:DELEGATES]-(b:Department)
WHERE b.named
MATCH (d)<-[y:DELEGATES]-(o:Department)
WHERE o.named AND b.id < o.id
WITH b, o, count(d) AS rows, count(DISTINCT t) AS townships,
  sum(CASE WHEN x.lead THEN 1 ELSE 0 END) AS led, sum(CASE WHEN y.lead THEN 1 ELSE 0 END) AS other_led
WITH rows, townships, CASE WHEN other_led > led THEN [o, b] ELSE [b, o] END AS pair,
  CASE WHEN other_led > led THEN [other_led, led] ELSE [led, other_led] END AS leads
WITH pair[0] AS b, pair[1] AS o, rows, townships, leads[0] AS led, leads[1] AS other_led
WITH *, toString(9999999999 - rows) + ' ' + b.name + ' ' + o.name + ' ' + b.id + ' ' + o.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN b.name AS department, b.id AS department_id, o.name AS other, o.id AS other_id, rows AS rows, led AS led,
  other_led AS other_led, townships AS townships, key AS key
ORDER BY key
