// 地名 · Names of divisions, for searching
//
// Which divisions are there, and how many current lists do their townships have?
//
// Parameters
//   after   string        key of the row that the answer goes on behind; "" from the beginning
//   limit   integer       most rows to return
// Columns
//   kind    string        township, county, prefecture or province
//   id      string        the division
//   name    string        its name
//   others  list<string>  its code, where it is known
//   place   string?       path of the division, itself included
//   weight  integer       current lists of its townships
//   key     string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {after: '', limit: 5}
MATCH (v:Division)
WITH *, v.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN CASE WHEN v:Township THEN 'township' WHEN v:County THEN 'county' WHEN v:Prefecture THEN 'prefecture' ELSE 'province' END AS kind,
  v.id AS id, v.name AS name, CASE WHEN v.code IS NULL THEN [] ELSE [v.code] END AS others, v.path AS place,
  COUNT { (v)<-[:PART_OF*0..3]-(:Township)<-[:LIST_OF]-(:DutyList {current: true}) } AS weight,
  key AS key
ORDER BY key
