// 部门交办事项 · Everything a department delegates
//
// The department, the rows that it leads or joins, and the townships that assist.
CALL () {
  MATCH (b:Department {name: $department}) RETURN b
  UNION
  MATCH (b:Department {id: $department}) RETURN b
  UNION
  MATCH (b:Department) WHERE $department IN b.aliases RETURN b
}
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty {current: true})<-[:ASSISTS]-(t:Township)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH *
WHERE $county IS NULL OR c.name = $county
WITH *, t.path + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (b)-[:DELEGATES]->(d)<-[:ASSISTS]-(t)
RETURN p AS p LIMIT 100
