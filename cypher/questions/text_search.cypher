// 全文检索 · Find duties by their words
//
// Which duties hold these words in their name or in a clause (of departments or of the township)?
//
// Parameters
//   words       string    words in the full-text index's own syntax; the catalogue quotes what a user types
//   exact       string    text that a name or clause should hold as it stands: such rows come first
//   division    string?   id of a division: only rows of townships in it; null: of all
//   section     string?   basic, cooperative or reclaimed: only rows of this section; null: all three
//   candidates  integer   most names and clauses to look at, the best of the index
//   limit       integer   most rows to return
// Columns
//   duty_id      string        the row
//   county       string?       the township's county
//   township     string        whose list it stands in
//   section      string        basic, cooperative or reclaimed
//   number       string        as printed
//   name         string        the duty
//   departments  list<string>  bodies of the row's column, in its order
//   matches      list<string>  up to three texts that match (the name, or clauses), best first
//   exact        boolean       the best of them holds the exact text
//   looked       integer       names and clauses that were looked at; as many as candidates: there may be more
//   first_line   integer?      first line of the row in the document
//   last_line    integer?      last line of the row in the document
// Example
//   :params {words: '"河道巡查"', exact: '河道巡查', division: null, section: null, candidates: 2000, limit: 20}
CALL db.index.fulltext.queryNodes('item_text', $words, {limit: $candidates}) YIELD node, score
WITH collect([node, score]) AS found
WITH found, size(found) AS looked
UNWIND found AS one
WITH one[0] AS node, one[1] AS score, looked
CALL (node) {
  MATCH (d:Duty {id: node.id}) RETURN d
  UNION
  MATCH (d:Duty)-[:REQUIRES|HAS_ROLE_ITEM]->(node) RETURN d
}
WITH node, score, looked, d
WHERE d.current AND ($section IS NULL OR d.section = $section)
MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
WITH node, score, looked, d, t
WHERE $division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division }
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH node, score, looked, d, t, c, CASE WHEN node.text CONTAINS $exact THEN 1 ELSE 0 END AS exact
ORDER BY exact DESC, score DESC, node.id
WITH d, t, c, looked, max(exact) AS exact, max(score) AS best, collect(node.text)[..3] AS matches
ORDER BY exact DESC, best DESC, d.id
LIMIT $limit
RETURN d.id AS duty_id, c.name AS county, t.name AS township, d.section AS section, d.number AS number, d.name AS name,
  COLLECT { MATCH (o:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  matches AS matches, exact = 1 AS exact, looked AS looked, d.first_line AS first_line, d.last_line AS last_line
ORDER BY exact DESC, best DESC, d.id
