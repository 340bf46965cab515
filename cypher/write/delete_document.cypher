// 清理文件 · Delete a document that no list is read from any more
//
// A list that is loaded again from a changed file leaves the file that it was read from before.
//
// Parameters
//   document  string  id of the document
MATCH (f:Document {id: $document})
WHERE NOT EXISTS { (f)<-[:READ_FROM]-(:DutyList) }
DETACH DELETE f
