// 无用的表述 · Wordings that no row prints any more
//
// They go, and what they led is led by others.
//
// Parameters
//   ids  list<string>  ids of wordings that rows of the list printed before
// Columns
//   id  string  one that no row prints
UNWIND $ids AS id
MATCH (w:Wording {id: id})
WHERE NOT EXISTS { MATCH (:Duty {wording: id}) }
RETURN w.id AS id
