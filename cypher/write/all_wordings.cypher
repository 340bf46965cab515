// 全部表述 · All wordings with what they mean
//
// To be grouped anew, and told from what they meant before.
//
// Columns
//   text     string     what is printed
//   copy_of  string?    key of the wording that it copies
//   links    list<map>  {title, link, score}: what it means
//   used     boolean    whether a row prints it
MATCH (w:Wording)-[r:MEANS]->(m:Matter)
RETURN w.text AS text, w.copy_of AS copy_of, collect({title: m.title, link: r.link, score: r.score}) AS links,
  EXISTS { MATCH (:Duty {wording: w.id}) } AS used
