// 职能交办事项 · Everything the bodies of one line of work delegate
//
// A line of government work, the bodies that do it, their rows, and the townships that assist.
MATCH (:Function {id: $function})<-[e:EXERCISES]-(b:Department)
OPTIONAL MATCH (b)-[:PART_OF]->(v:Division)
WITH e, b, coalesce(v.path, '') + ' ' + b.id AS body ORDER BY body
CALL (b, body) {
  MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
  WHERE CASE WHEN $edition IS NULL THEN d.current ELSE l.edition = $edition END
    AND ($county IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: $county}) })
    AND ($division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division OR (v:County AND v.name = $division) })
    AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
    AND ($matter IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: $matter}) })
  RETURN r, d, l, t, body + ' ' + t.path + ' ' + l.edition + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
  ORDER BY key
}
// picture
WITH * ORDER BY key LIMIT 75
MATCH p = (:Function {id: $function})<-[:EXERCISES]-(b)-[:DELEGATES]->(d)<-[:ASSISTS]-(t)
RETURN p AS p LIMIT 75
