// 明减暗增 · Taken back on paper, yet delegated again
//
// The township, the row that takes work back, and the row that has it do that work all the same; what joins the two.
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  MATCH (:County)<-[:PART_OF]-(t:Township {name: $township}) RETURN t
  UNION
  MATCH (:County {name: $county})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE $division IS NULL AND $county IS NULL AND $township IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(k:DutyList)
WHERE (k.current OR $repeated)
  AND ($county IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: $county}) })
  AND ($division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division OR (v:County AND v.name = $division) })
  AND ($township IS NULL OR t.name = $township)
// From the list, and once: a matter has the rows of all townships
OPTIONAL MATCH (k)<-[:LISTED_IN]-(d:Duty)-[i:INSTANCE_OF]->(m:Matter)
WHERE d.section <> 'reclaimed'
WITH t, k, collect({duty: d, matter: m.id, link: i.link, score: i.score}) AS instances
MATCH (t)<-[:LIST_OF]-(l:DutyList)<-[:LISTED_IN]-(r:ReclaimedDuty {status: 'active'})
WHERE k.id = l.id OR (k.edition > l.edition AND k.edition <> 'undated')
// Pairs of characters stand for words, each counted once; those that any duty may have tell nothing
WITH t, l, r, k, instances, [w IN [n IN range(0, size(r.name) - 2) WHERE NOT substring(r.name, 0, n + 1) CONTAINS substring(r.name, n, 2)
    | substring(r.name, n, 2)]
  WHERE NOT any(c IN ['和', '与', '及', '、', '的', '对'] WHERE w CONTAINS c) AND NOT w IN ['管理', '监管', '处罚', '行政', '行为',
    '检查', '处置', '查处', '整治', '巡查', '工作', '审核', '监督', '执法', '登记']] AS words
CALL (r, k, words, instances) {
  MATCH (r)-[:INSTANCE_OF {link: 'same'}]->(m:Matter)
  UNWIND [one IN instances WHERE one.matter = m.id] AS one
  RETURN one.duty AS d, m.title AS matter, one.link AS link, one.score AS score
  UNION
  MATCH (r)<-[:TAKES_BACK]-(:Department {named: true})-[:DELEGATES {lead: true}]->(d:CooperativeDuty)-[:LISTED_IN]->(k)
  WHERE $alike AND any(w IN words WHERE d.name CONTAINS w)
  MATCH (r)-[:IN_CATEGORY]->(g:Category) MATCH (d)-[:IN_CATEGORY]->(h:Category)
  WHERE g.id = h.id
    AND NOT EXISTS { MATCH (r)-[:INSTANCE_OF {link: 'same'}]->(m:Matter) MATCH (d)-[:INSTANCE_OF]->(o:Matter) WHERE o.id = m.id }
  RETURN d, null AS matter, 'alike' AS link, toFloat(size([w IN words WHERE d.name CONTAINS w])) / size(words) AS score
}
// Editions repeat rows: the same work is told by its matter, or by its name
OPTIONAL MATCH (r)-[:INSTANCE_OF {link: 'same'}]->(m:Matter)
WITH t, l, r, k, d, words, matter, link, score, min(m.id) AS taken
OPTIONAL MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(m:Matter)
WITH t, l, r, k, d, words, matter, link, score, taken, min(m.id) AS given
WITH t, l, r, k, d, words, matter, link, score, coalesce(taken, r.name) AS taken, coalesce(given, d.name) AS given,
  replace(k.edition, 'undated', '') + ' ' + replace(l.edition, 'undated', '') AS editions
WITH t, taken, given, max(editions) AS newest,
  collect({l: l, r: r, k: k, d: d, words: words, matter: matter, link: link, score: score, editions: editions}) AS pairs
UNWIND [pair IN pairs WHERE $repeated OR pair.editions = newest] AS pair
WITH t, pair.l AS l, pair.r AS r, pair.k AS k, pair.d AS d, pair.words AS words, pair.matter AS matter, pair.link AS link,
  pair.score AS score
WITH *, CASE link WHEN 'same' THEN '0 ' WHEN 'overlap' THEN '1 ' ELSE '2 ' END
  + toString(2000000000 - toInteger(score * 1000000000)) + ' ' + t.path + ' ' + l.edition + ' '
  + toString(1000000000 + r.position) + ' ' + k.edition + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' '
  + d.id + ' ' + r.id + ' ' + coalesce(matter, '') AS key
// picture
WITH * ORDER BY key LIMIT 30
CALL (t, r, d) {
  MATCH p = (r)<-[:RELIEVED_OF]-(t)-[:PERFORMS|ASSISTS]->(d) RETURN p
  UNION ALL
  MATCH p = (r)<-[:TAKES_BACK]-(:Department)-[:DELEGATES]->(d) RETURN p
  UNION ALL
  MATCH p = (r)-[:INSTANCE_OF {link: 'same'}]->(:Matter)<-[:INSTANCE_OF]-(d) RETURN p
}
RETURN p AS p LIMIT 100
