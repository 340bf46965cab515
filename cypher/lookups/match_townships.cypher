// 适用乡镇 · Townships that a question is about
//
// Which townships with a current list have this name or id, or stand in this county?
//
// Parameters
//   township  string?  its name or its id; null: all of the county
//   county    string?  only townships of this county; null: of any
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   id        string   the township
//   county    string?  its county
//   name      string   its name
//   path      string   names of all its divisions, from the province down
//   key       string   where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {township: '石桥镇', county: null, after: '', limit: 20}
CALL () {
  MATCH (t:Township {name: $township}) RETURN t
  UNION
  MATCH (t:Division {id: $township}) RETURN t
  UNION
  MATCH (c:County {name: $county})<-[:PART_OF]-(t:Township) WHERE $township IS NULL RETURN t
}
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH t, c
WHERE ($county IS NULL OR c.name = $county) AND EXISTS { MATCH (t)<-[:LIST_OF]-(:DutyList {current: true}) }
WITH *, t.path AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN t.id AS id, c.name AS county, t.name AS name, t.path AS path, key AS key
ORDER BY key
