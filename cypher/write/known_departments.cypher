// 已有机构 · Which bodies the store has
//
// Others that the list's rows name are new, and their ids known to nobody.
//
// Parameters
//   ids  list<string>  ids of departments
// Columns
//   id  string  one that is there
UNWIND $ids AS id
MATCH (b:Department {id: id})
RETURN b.id AS id
