// 无用的表述 · Wordings that no row prints any more
//
// They go, and what they led is led by others.
//
// Parameters
//   ids  list<string>  ids of wordings that rows of the list printed before
// Columns
//   id            string   one that no row prints
//   leads_others  boolean  whether it leads a matter that others are linked to
UNWIND $ids AS id
MATCH (w:Wording {id: id})
WHERE NOT EXISTS { MATCH (:Duty {wording: id}) }
RETURN w.id AS id, w.leads AND EXISTS {
  MATCH (w)-[:MEANS {link: 'same'}]->(:Matter)<-[:MEANS]-(o:Wording) WHERE o.id <> id
} AS leads_others
