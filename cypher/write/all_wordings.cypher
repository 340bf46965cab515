// 全部表述 · All wordings with what they mean
//
// To be grouped anew, and told from what they meant before.
//
// Columns
//   id     string     the wording
//   text   string     what is printed
//   links  list<map>  {matter, link, score}
MATCH (w:Wording)
OPTIONAL MATCH (w)-[r:MEANS]->(m:Matter)
WITH w, collect({matter: m.id, link: r.link, score: r.score}) AS links
RETURN w.id AS id, w.text AS text, [l IN links WHERE l.matter IS NOT NULL] AS links
ORDER BY w.id
