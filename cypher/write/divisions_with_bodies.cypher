// 有机构的行政区划 · Divisions that bodies belong to
//
// With the names of the levels above, as the place of a list gives them.
//
// Columns
//   id          string   the division
//   path        string   path of names from the province down
//   province    string?  name
//   prefecture  string?  name
//   county      string?  name
MATCH (:Department)-[:PART_OF]->(v:Division)
WITH DISTINCT v
OPTIONAL MATCH (v)-[:PART_OF*0..2]->(c:County)
OPTIONAL MATCH (v)-[:PART_OF*0..2]->(q:Prefecture)
OPTIONAL MATCH (v)-[:PART_OF*0..2]->(p:Province)
RETURN v.id AS id, v.path AS path, p.name AS province, q.name AS prefecture, c.name AS county
ORDER BY v.path
