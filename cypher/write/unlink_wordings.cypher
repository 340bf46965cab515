// 解除归并 · Take wordings off their matters
//
// Their rows follow by instances_again.
//
// Parameters
//   ids  list<string>  ids of wordings
UNWIND $ids AS id
MATCH (w:Wording {id: id})-[r:MEANS]->(:Matter)
DELETE r
