// 机构名录 · All bodies with all their printed names
//
// Which bodies do the lists name, under which names, and what line of government work does each do?
//
// Parameters
//   county  string?  only bodies of this county, or that its lists name; null: all
//   after   string   key of the row that the answer goes on behind; "" from the beginning
//   limit   integer  most rows to return
// Columns
//   id         string        the body
//   county     string?       the county that it belongs to; of a higher body, the first whose lists name it
//   counties   list<string>  all counties whose townships it works with
//   division   string        path of the division that it belongs to
//   name       string        the name that is printed most
//   variants   list<map>     {name, method, score}: all other printed names, and how each was found to be this body's
//   plates     list<string>  second plates printed in brackets behind it
//   level      string?       central, province, prefecture, county or branch; null where no name tells
//   named      boolean       false for bodies without a name of their own (其他相关单位)
//   functions  list<map>     {slug, method, score, evidence}: lines of government work; evidence: rows that told it
//   mentions   integer       rows and clauses that name it
//   key        string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {county: '青禾县', after: '', limit: 20}
MATCH (b:Department)-[:PART_OF]->(v:Division)
WITH b, v, COLLECT {
  MATCH (b)-[:WORKS_WITH]->(:Township)-[:PART_OF]->(c:County) RETURN DISTINCT c.name AS name ORDER BY name
} AS counties
WHERE $county IS NULL OR $county IN counties OR (v:County AND v.name = $county)
WITH *, b.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN b.id AS id, CASE WHEN v:County THEN v.name ELSE head(counties) END AS county, counties AS counties,
  v.path AS division, b.name AS name,
  [i IN range(0, size(b.variants) - 1) |
    {name: b.variants[i], method: b.variant_methods[i], score: b.variant_scores[i]}] AS variants,
  b.plates AS plates, b.level AS level, b.named AS named,
  COLLECT {
    MATCH (b)-[e:EXERCISES]->(f:Function) RETURN {slug: f.id, method: e.method, score: e.score, evidence: e.evidence}
    ORDER BY f.id
  } AS functions,
  b.mentions AS mentions, key AS key
ORDER BY key
