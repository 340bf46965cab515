// 其他乡镇的同一件事 · The same work elsewhere
//
// The row, the work that it is, and the rows of other townships that are the same work, with whose they are.
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
// picture
WITH * ORDER BY key LIMIT 60
MATCH p = (d)-[:INSTANCE_OF {link: 'same'}]->(:Matter)<-[:INSTANCE_OF {link: 'same'}]-(o)-[:LISTED_IN]->(l)-[:LIST_OF]->(u)
RETURN p AS p LIMIT 60
