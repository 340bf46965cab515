// 事项归并详情 · One matter in full
//
// The work, the rows that are it, and the townships whose rows they are.
MATCH (m:Matter {id: $id})
// picture
MATCH p = (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(:Township)
RETURN p AS p LIMIT 100
