// 事项表述 · Wordings that no list has printed before
//
// (:Wording)
//
// Parameters
//   rows  list<map>  {id, text}
UNWIND $rows AS row
CREATE (:Wording {id: row.id, text: row.text})
