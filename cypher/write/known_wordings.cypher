// 已有表述 · Which wordings the store has
//
// Wordings of a list that need not be compared with anything.
//
// Parameters
//   ids  list<string>  ids of wordings
// Columns
//   id    string  one that is there
//   text  string  what is printed
UNWIND $ids AS id
MATCH (w:Wording {id: id})
RETURN w.id AS id, w.text AS text
