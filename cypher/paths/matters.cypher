// 同类事项 · Matters and the rows that are instances of them
//
// The work, the rows that are it, and the townships whose rows they are.
MATCH (m:Matter)
WHERE coalesce($county, $township, $division, $section, $category, $function) IS NULL OR EXISTS {
  MATCH (m)<-[:INSTANCE_OF]-(d:Duty {current: true})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
  WHERE ($township IS NULL OR t.name = $township)
    AND ($county IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: $county}) })
    AND ($division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division OR (v:County AND v.name = $division) })
    AND ($section IS NULL OR d.section = $section)
    AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
    AND ($function IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: $function}) })
}
WITH *, m.id AS key
// picture
WITH * ORDER BY key LIMIT 12
MATCH p = (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(:Township)
RETURN p AS p LIMIT 100
