// 按编号查表述 · Wordings with these ids
//
// What people said something about, and what no row prints any more.
//
// Parameters
//   ids  list<string>  ids of wordings
// Columns
//   text     string     what is printed
//   copy_of  string?    key of the wording that it copies
//   links    list<map>  {title, link, score}: what it means
UNWIND $ids AS id
MATCH (w:Wording {id: id})-[r:MEANS]->(m:Matter)
RETURN w.text AS text, w.copy_of AS copy_of, collect({title: m.title, link: r.link, score: r.score}) AS links
