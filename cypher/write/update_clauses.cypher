// 改写条款 · Rewrite clauses that a row had before
//
// In place: the embedded store now and then takes a key that is deleted and made again in one transaction for a second one.
//
// Parameters
//   rows  list<map>  {duty, id, properties}
UNWIND $rows AS row
MATCH (d:Duty {id: row.duty})-[:REQUIRES|HAS_ROLE_ITEM]->(c:Item)
WHERE c.id = row.id
SET c += row.properties
