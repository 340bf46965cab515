// 部门详情 · One body in full
//
// The body, the division that it belongs to, its lines of government work, and the townships that it works with.
MATCH (b:Department {id: $id})
// picture
MATCH p = (b)-[:PART_OF|EXERCISES|WORKS_WITH]->()
RETURN p AS p LIMIT 150
