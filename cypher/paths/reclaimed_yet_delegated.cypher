// 明减暗增 · Taken back on paper, yet delegated again
//
// The township, the row that takes work back, and the row that has it do that work all the same.
MATCH (l:DutyList)<-[:LISTED_IN]-(r:ReclaimedDuty {status: 'active'})-[:INSTANCE_OF {link: 'same'}]->(m:Matter)
MATCH (l)-[:LIST_OF]->(t:Township)
WHERE $township IS NULL OR t.name = $township
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH *
WHERE $county IS NULL OR c.name = $county
MATCH (m)<-[i:INSTANCE_OF]-(d:Duty)-[:LISTED_IN]->(k:DutyList)-[:LIST_OF]->(t)
WHERE d.section <> 'reclaimed' AND (k.id = l.id OR (k.edition > l.edition AND k.edition <> 'undated'))
WITH *, t.path + ' ' + toString(1000000000 + r.position) + ' ' + k.edition + ' ' + d.section + ' '
  + toString(1000000000 + d.position) + ' ' + d.id + ' ' + r.id AS key
// picture
WITH * ORDER BY key LIMIT 75
MATCH p = (t)-[:RELIEVED_OF]->(r)-[:INSTANCE_OF]->(m)<-[:INSTANCE_OF]-(d)
RETURN p AS p LIMIT 75
