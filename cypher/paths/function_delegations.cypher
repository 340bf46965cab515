// 职能交办事项 · Everything the bodies of one line of work delegate
//
// A line of government work, the bodies that do it, their rows, and the townships that assist.
MATCH (:Function {id: $function})<-[e:EXERCISES]-(b:Department)
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty {current: true})<-[:ASSISTS]-(t:Township)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH *
WHERE $county IS NULL OR c.name = $county
WITH *, t.path + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 75
MATCH p = (:Function {id: $function})<-[:EXERCISES]-(b)-[:DELEGATES]->(d)<-[:ASSISTS]-(t)
RETURN p AS p LIMIT 75
