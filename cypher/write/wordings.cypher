// 事项表述 · Wordings, new or with another place among the others
//
// (:Wording)
//
// Parameters
//   rows  list<map>  {id, text, copy_of, leads}: copy_of is the key of the wording that it copies, null for none
UNWIND $rows AS row
MERGE (w:Wording {id: row.id})
SET w.text = row.text, w.copy_of = row.copy_of, w.leads = row.leads
