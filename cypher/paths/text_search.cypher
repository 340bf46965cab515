// 全文检索 · Find duties by their words
//
// The rows and clauses that hold the words, and the townships whose rows they are.
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
// picture
WITH * ORDER BY score DESC, node.id LIMIT 100
CALL (node, d, t) {
  MATCH p = (node)<-[:REQUIRES|HAS_ROLE_ITEM]-(d)<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(t) RETURN p
  UNION ALL
  MATCH p = (d)<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(t) WHERE d.id = node.id RETURN p
}
RETURN p AS p LIMIT 100
