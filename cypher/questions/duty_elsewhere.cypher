// 其他乡镇的同一件事 · The same work elsewhere
//
// In which other townships' lists does the work of this row stand, in which section, and under which name? Those of its county come first.
// Two wordings of different counties that score less than 0.95 are only perhaps the same work (certain: false), and come last.
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
//   method       string   same wording; similar wording: the program's judgement, or a person's where the score is 1
//   score        float    how sure it is, 0-1: of two rows like the work's leading wording, that of the one that is less so
//   certain      boolean  it is of the same county, of the same wording, or scores 0.95 or more
//   key          string   where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {id: 'duty-0f768332cd9e9f13042d', after: '', limit: 20}
MATCH (d:Duty {id: $id})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
// A township's path is that of its county and its name: nothing is asked of the county of each row.
WITH d, t, left(t.path, size(t.path) - size(t.name)) AS county_path
MATCH (d)-[i:INSTANCE_OF {link: 'same'}]->(:Matter)<-[j:INSTANCE_OF {link: 'same'}]-(o:Duty {current: true})
MATCH (o)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(u:Township)
WHERE u.id <> t.id
WITH DISTINCT o, l, u, county_path <> '' AND left(u.path, size(u.path) - size(u.name)) = county_path AS near,
  CASE WHEN d.wording = o.wording THEN 1.0 WHEN i.score < j.score THEN i.score ELSE j.score END AS score,
  CASE WHEN d.wording = o.wording THEN 'same wording' ELSE 'similar wording' END AS method
WITH *, near OR score >= 0.95 AS certain
WITH *, CASE WHEN near THEN '0 ' WHEN certain THEN '1 ' ELSE '2 ' END + u.path + ' ' + l.edition + ' ' + o.section + ' '
  + toString(1000000000 + o.position) + ' ' + o.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
OPTIONAL MATCH (u)-[:PART_OF]->(c:County)
RETURN o.id AS duty_id, c.name AS county, u.name AS township, u.id AS township_id, near AS near, o.section AS section,
  o.number AS number, o.name AS name, l.edition AS edition, method AS method, score AS score, certain AS certain, key AS key
ORDER BY key
