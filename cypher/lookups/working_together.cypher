// 部门与乡镇之间 · What stands between some departments and some townships
//
// Which of these departments work with which of these townships, and how many rows of current lists stand between the two?
//
// Parameters
//   departments  list<string>  ids of bodies; unknown ones have no row
//   townships    list<string>  ids of townships; unknown ones have no row
//   limit        integer       most rows to return
// Columns
//   department_id  string   the body
//   department     string   its name
//   township_id    string   the township
//   township       string   its name
//   county         string?  the township's county
//   delegated      integer  rows that the body has the township assist with
//   taken_back     integer  rows that it took back from the township
// Example
//   :params {departments: ['dept-66dd8e07f3b81cec6fc2'], townships: ['div-74f8b828435a53ec2319'], limit: 20}
UNWIND $townships AS wanted
MATCH (t:Division {id: wanted})
MATCH (t)<-[w:WORKS_WITH]-(b:Department)
WHERE b.id IN $departments
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
RETURN b.id AS department_id, b.name AS department, t.id AS township_id, t.name AS township, c.name AS county,
  w.delegated AS delegated, w.taken_back AS taken_back
ORDER BY delegated DESC, taken_back DESC, t.path, department_id
LIMIT $limit
