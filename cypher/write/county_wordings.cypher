// 同县表述 · What the lists of a county print, with the matters that it means
//
// What a new wording of the county may be a copy of.
//
// Parameters
//   township  string  a township of the county
// Columns
//   text   string  a wording
//   title  string  the title of the matter that it is
MATCH (:Division {id: $township})-[:PART_OF]->(:Division)<-[:PART_OF]-(t:Township)
MATCH (t)<-[:LIST_OF]-(:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)
WITH DISTINCT d.wording AS id
MATCH (w:Wording {id: id})-[:MEANS {link: 'same'}]->(m:Matter)
RETURN w.text AS text, m.title AS title
ORDER BY w.id
