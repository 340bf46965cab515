// 依据法规的事项 · Duties by law
//
// The law, the rows that cite it, and the townships whose rows they are.
CALL () {
  MATCH (a:Law {id: $law}) RETURN a
  UNION
  MATCH (a:Law {title: $law}) RETURN a
}
MATCH (a)<-[r:CITES]-(d:Duty)-[:LISTED_IN]->(l:DutyList)
WHERE ($section IS NULL OR d.section = $section)
  AND CASE WHEN $edition IS NULL THEN l.current ELSE l.edition = $edition END
  AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
  AND ($function IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: $function}) })
  AND ($matter IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: $matter}) })
WITH a, l, collect({relation: r, duty: d}) AS citing
MATCH (l)-[:LIST_OF]->(t:Township)
WHERE $division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division OR (v:County AND v.name = $division) }
WITH *, t.path + ' ' + l.edition + ' ' + l.id AS list ORDER BY list
CALL (a, citing, list) {
  UNWIND citing AS one
  WITH one.relation AS r, one.duty AS d, a.id AS law, list
  RETURN r, d, list + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + law AS key
  ORDER BY key
}
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (a)<-[:CITES]-(d)<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(t)
RETURN p AS p LIMIT 100
