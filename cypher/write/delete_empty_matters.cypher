// 清理空事项 · Delete matters without a wording
//
// Those that no wording means as its own work any more.
MATCH (m:Matter)
WHERE NOT EXISTS { (m)<-[:MEANS {link: 'same'}]-(:Wording) }
DETACH DELETE m
