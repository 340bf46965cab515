// 区划详情 · One division in full
//
// The division, the one above it, and those below it.
MATCH (v:Division {id: $id})
// picture
MATCH p = (v)-[:PART_OF]-(:Division)
RETURN p AS p LIMIT 150
