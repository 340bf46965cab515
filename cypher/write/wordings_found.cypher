// 按线索查表述 · Wordings that share a clue with new ones
//
// What a wording that the store has not seen is compared with.
//
// Parameters
//   clues  list<string>  what they are found by
//   part   string        copies: all; originals: those that copy none; leaders: those that lead a matter; members: those that neither lead nor copy
// Columns
//   text     string     what is printed
//   copy_of  string?    key of the wording that it copies
//   links    list<map>  {title, link, score}: what it means
UNWIND $clues AS clue
MATCH (:Clue {id: clue})<-[:FOUND_BY]-(w:Wording)
WHERE $part = 'copies' OR (w.copy_of IS NULL AND ($part = 'originals' OR w.leads = ($part = 'leaders')))
WITH DISTINCT w
MATCH (w)-[r:MEANS]->(m:Matter)
RETURN w.text AS text, w.copy_of AS copy_of, collect({title: m.title, link: r.link, score: r.score}) AS links
