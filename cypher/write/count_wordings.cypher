// 表述数 · How many wordings there are
//
// Asked of a store of few only.
//
// Columns
//   wordings  integer  all
MATCH (w:Wording)
RETURN count(w) AS wordings
