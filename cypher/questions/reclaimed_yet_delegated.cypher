// 明减暗增 · Taken back on paper, yet delegated again
//
// Which work was taken back from a township, and stands in the same or a later edition of its list as its own or as cooperative work?
// Rows that only look alike (same category, same leading body, a word of the name in common) are for a person to judge.
//
// Parameters
//   county    string?  only townships of this county; null: of all
//   township  string?  only townships of this name; null: all
//   division  string?  id of a division of any level, or a county's name; null: everywhere
//   alike     boolean  rows that only look alike, too
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   county             string?       of the township
//   township           string        whose list it is
//   township_id        string        its division
//   matter             string?       the work, by the wording that leads it; null for rows that only look alike
//   reclaimed_id       string        the row that takes it back
//   reclaimed          string        its name
//   reclaimed_edition  string        the edition that it stands in
//   duty_id            string        the row that has the township do it
//   name               string        its name
//   section            string        basic or cooperative
//   edition            string        the edition that it stands in, the same or a later one
//   link               string        same: the row is that work; overlap: it bundles it with others; alike: it only looks like it
//   score              float         same and overlap: how sure that is, 0-1; alike: share of the name's words that are shared
//   shared             list<string>  alike: what both names have in common
//   departments        list<string>  bodies of that row's column, as printed
//   key                string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {county: '临汀区', township: null, division: null, alike: true, after: '', limit: 20}
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County)<-[:PART_OF]-(t:Township {name: $township}) RETURN t
  UNION
  MATCH (:County {name: $county})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE $division IS NULL AND $county IS NULL AND $township IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList)<-[:LISTED_IN]-(r:ReclaimedDuty {status: 'active'})
WHERE ($county IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: $county}) })
  AND ($division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division OR (v:County AND v.name = $division) })
  AND ($township IS NULL OR t.name = $township)
MATCH (t)<-[:LIST_OF]-(k:DutyList)
WHERE k.id = l.id OR (k.edition > l.edition AND k.edition <> 'undated')
// Pairs of characters stand for words; those that any duty may have tell nothing
WITH t, l, r, k, [w IN [n IN range(0, size(r.name) - 2) | substring(r.name, n, 2)]
  WHERE NOT any(c IN ['和', '与', '及', '、', '的', '对'] WHERE w CONTAINS c) AND NOT w IN ['管理', '监管', '处罚', '行政', '行为',
    '检查', '处置', '查处', '整治', '巡查', '工作', '审核', '监督', '执法', '登记']] AS words
CALL (r, k, words) {
  MATCH (r)-[:INSTANCE_OF {link: 'same'}]->(m:Matter)<-[i:INSTANCE_OF]-(d:Duty)-[:LISTED_IN]->(k)
  WHERE d.section <> 'reclaimed'
  RETURN d, m.title AS matter, i.link AS link, i.score AS score, [] AS shared
  UNION
  MATCH (r)<-[:TAKES_BACK]-(:Department {named: true})-[:DELEGATES {lead: true}]->(d:CooperativeDuty)-[:LISTED_IN]->(k)
  WHERE $alike AND any(w IN words WHERE d.name CONTAINS w)
    AND EXISTS { (r)-[:IN_CATEGORY]->(:Category)<-[:IN_CATEGORY]-(d) }
    AND NOT EXISTS { (r)-[:INSTANCE_OF {link: 'same'}]->(:Matter)<-[:INSTANCE_OF]-(d) }
  RETURN d, null AS matter, 'alike' AS link, toFloat(size([w IN words WHERE d.name CONTAINS w])) / size(words) AS score,
    [w IN words WHERE d.name CONTAINS w] AS shared
}
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH *, t.path + ' ' + l.edition + ' ' + toString(1000000000 + r.position) + ' ' + k.edition + ' ' + d.section + ' '
  + toString(1000000000 + d.position) + ' ' + d.id + ' ' + r.id + ' ' + coalesce(matter, '') AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN c.name AS county, t.name AS township, t.id AS township_id, matter AS matter, r.id AS reclaimed_id,
  r.name AS reclaimed, l.edition AS reclaimed_edition, d.id AS duty_id, d.name AS name, d.section AS section,
  k.edition AS edition, link AS link, score AS score, shared AS shared,
  COLLECT { MATCH (:Department)-[x:DELEGATES]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  key AS key
ORDER BY key
