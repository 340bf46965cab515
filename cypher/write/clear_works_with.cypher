// 清除部门与乡镇联系 · Delete the derived links of a township
//
// They are made anew from the rows right after.
//
// Parameters
//   township  string  id of the township
MATCH (:Department)-[w:WORKS_WITH]->(:Division {id: $township})
DELETE w
