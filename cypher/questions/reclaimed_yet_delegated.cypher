// 明减暗增 · Taken back on paper, yet delegated again
//
// Which work was taken back from a township, and stands in the same or a later edition of its list as its own or as cooperative work?
// Rows that only look alike (same category, same leading body, a word of the name in common) are for a person to judge.
// The surest come first. Only what the township's newest list still says counts; what several editions took back is told once.
//
// Parameters
//   county    string?  only townships of this county; null: of all
//   township  string?  only townships of this name; null: all
//   division  string?  id of a division of any level, or a county's name; null: everywhere
//   alike     boolean  rows that only look alike, too
//   repeated  boolean  every pair of editions that says it, past ones, too
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
//   shared             list<string>  alike: the stretches of text that both names have
//   departments        list<string>  bodies of that row's column, as printed
//   key                string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {county: '临汀区', township: null, division: null, alike: true, repeated: false, after: '', limit: 20}
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
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
// From each place of the one name the longest stretch that the other has, too
WITH *, [n IN range(0, size(r.name) - 2) | substring(r.name, n, reduce(longest = 0, m IN range(2, size(r.name) - n) |
    CASE WHEN d.name CONTAINS substring(r.name, n, m) THEN m ELSE longest END))] AS stretches
RETURN c.name AS county, t.name AS township, t.id AS township_id, matter AS matter, r.id AS reclaimed_id,
  r.name AS reclaimed, l.edition AS reclaimed_edition, d.id AS duty_id, d.name AS name, d.section AS section,
  k.edition AS edition, link AS link, score AS score,
  CASE link WHEN 'alike' THEN reduce(kept = [], s IN stretches | CASE
      WHEN s IN kept OR NOT any(w IN words WHERE s CONTAINS w) OR any(o IN stretches WHERE o <> s AND o CONTAINS s) THEN kept
      ELSE kept + [s] END) ELSE [] END AS shared,
  COLLECT { MATCH (:Department)-[x:DELEGATES]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  key AS key
ORDER BY key
