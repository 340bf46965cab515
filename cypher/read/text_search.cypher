// 全文检索 · Find duties by their words
//
// Which duties hold these words in their name or in a clause (of departments or of the township)?
//
// Parameters
//   words   string    words in the full-text index's own syntax; the catalogue quotes what a user types
//   county  string?   only townships of this county; null: of all
//   limit   integer   most rows to return
// Columns
//   duty_id      string        the row
//   county       string?       the township's county
//   township     string        whose list it stands in
//   section      string        basic, cooperative or reclaimed
//   number       string        as printed
//   name         string        the duty
//   departments  list<string>  bodies of the row's column, in its order
//   matches      list<string>  up to three texts that match (the name, or clauses), best first
//   first_line   integer?      first line of the row in the document
//   last_line    integer?      last line of the row in the document
// Example
//   :params {words: '"河道巡查"', county: null, limit: 20}
CALL db.index.fulltext.queryNodes('item_text', $words) YIELD node, score
CALL (node) {
  MATCH (d:Duty {id: node.id}) RETURN d
  UNION
  MATCH (d:Duty)-[:REQUIRES|HAS_ROLE_ITEM]->(node) RETURN d
}
WITH node, score, d
WHERE d.current
MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH node, score, d, t, c
WHERE $county IS NULL OR c.name = $county
WITH node, score, d, t, c
ORDER BY score DESC, node.id
WITH d, t, c, max(score) AS best, collect(node.text)[..3] AS matches
ORDER BY best DESC, d.id
LIMIT $limit
RETURN d.id AS duty_id, c.name AS county, t.name AS township, d.section AS section, d.number AS number, d.name AS name,
  COLLECT { MATCH (o:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  matches AS matches, d.first_line AS first_line, d.last_line AS last_line
ORDER BY best DESC, d.id
