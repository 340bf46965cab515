// 其他乡镇的同一件事 · The same work elsewhere
//
// In which other townships' lists does the work of this row stand, in which section, and under which name? Those of its county come first.
//
// Parameters
//   id     string   the duty
//   after  string   key of the row that the answer goes on behind; "" from the beginning
//   limit  integer  most rows to return
// Columns
//   duty_id      string   the other row
//   county       string?  its township's county
//   township     string   whose list it stands in
//   township_id  string   its division
//   near         boolean  it is of the same county
//   section      string   basic, cooperative or reclaimed
//   number       string   as printed
//   name         string   the duty
//   edition      string   edition of the list, the township's newest
//   key          string   where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {id: 'duty-0f768332cd9e9f13042d', after: '', limit: 20}
MATCH (d:Duty {id: $id})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
// A township's path is that of its county and its name: nothing is asked of the county of each row.
WITH d, t, left(t.path, size(t.path) - size(t.name)) AS county_path
MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(:Matter)<-[:INSTANCE_OF {link: 'same'}]-(o:Duty {current: true})
MATCH (o)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(u:Township)
WHERE u.id <> t.id
WITH DISTINCT d, o, l, u, county_path <> '' AND left(u.path, size(u.path) - size(u.name)) = county_path AS near
WITH *, CASE WHEN near THEN '0 ' ELSE '1 ' END + u.path + ' ' + l.edition + ' ' + o.section + ' '
  + toString(1000000000 + o.position) + ' ' + o.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
OPTIONAL MATCH (u)-[:PART_OF]->(c:County)
RETURN o.id AS duty_id, c.name AS county, u.name AS township, u.id AS township_id, near AS near, o.section AS section,
  o.number AS number, o.name AS name, l.edition AS edition, key AS key
ORDER BY key
