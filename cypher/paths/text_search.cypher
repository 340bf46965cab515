// 全文检索 · Find duties by their words
//
// The rows and clauses that hold the words, and the townships whose rows they are.
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
WITH d, t, max(exact) AS exact, max(score) AS best, collect(node)[..2] AS matches
// picture
WITH * ORDER BY exact DESC, best DESC, d.id LIMIT 50
UNWIND matches AS node
CALL (node, d, t) {
  MATCH p = (node)<-[:REQUIRES|HAS_ROLE_ITEM]-(d)<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(t) RETURN p
  UNION ALL
  MATCH p = (d)<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(t) WHERE d.id = node.id RETURN p
}
RETURN p AS p LIMIT 100
