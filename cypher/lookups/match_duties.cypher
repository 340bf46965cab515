// 事项用词 · The words by which a township's duties are found
//
// What does each row of this township's current list say: its name, its clauses, and how other lists word the same work?
//
// Parameters
//   township  string   the township's id
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   duty_id           string        the row
//   section           string        basic, cooperative or reclaimed
//   position          integer       place in its section, from 1
//   number            string        as printed
//   name              string        the duty
//   category          string?       the category heading of the row
//   status            string        active, or abolished: nobody does it any more
//   departments       list<string>  bodies of the row's column, in its order; the first leads or takes back
//   responsibilities  list<string>  clauses of departments, in order
//   role              list<string>  clauses of the township, in order
//   wordings          list<string>  up to twelve other wordings of the same matter
//   key               string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {township: 'div-74f8b828435a53ec2319', after: '', limit: 1000}
MATCH (t:Division {id: $township})<-[:LIST_OF]-(l:DutyList {current: true})
MATCH (d:Duty)-[:LISTED_IN]->(l)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
WITH *, d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN d.id AS duty_id, d.section AS section, d.position AS position, d.number AS number, d.name AS name,
  k.name AS category, d.status AS status,
  COLLECT { MATCH (b:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  COLLECT { MATCH (d)-[:REQUIRES]->(i:Responsibility) RETURN i.text ORDER BY i.position } AS responsibilities,
  COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN i.text ORDER BY i.position } AS role,
  COLLECT {
    MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(:Matter)<-[:MEANS {link: 'same'}]-(w:Wording)
    WHERE w.id <> d.wording
    RETURN w.text ORDER BY w.id LIMIT 12
  } AS wordings,
  key AS key
ORDER BY key
