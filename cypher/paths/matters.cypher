// 同类事项 · Matters and the rows that are instances of them
//
// The work, the rows that are it, and the townships whose rows they are.
MATCH (m:Matter)
WHERE ($county IS NULL AND $township IS NULL) OR EXISTS {
  MATCH (m)<-[:INSTANCE_OF]-(:Duty {current: true})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
  WHERE ($township IS NULL OR t.name = $township)
    AND ($county IS NULL OR EXISTS { MATCH (t)-[:PART_OF]->(c:County) WHERE c.name = $county })
}
WITH *, m.id AS key
// picture
WITH * ORDER BY key LIMIT 12
MATCH p = (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(:Township)
RETURN p AS p LIMIT 100
