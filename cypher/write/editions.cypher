// 已有版本 · Editions of the township's list that the store has
//
// To tell whether the list that is loaded is the newest.
//
// Parameters
//   township  string  id of the township
// Columns
//   list     string  id of the list
//   edition  string  its edition
MATCH (l:DutyList)-[:LIST_OF]->(:Division {id: $township})
RETURN l.id AS list, l.edition AS edition
