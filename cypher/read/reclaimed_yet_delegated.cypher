// 明减暗增 · Taken back on paper, yet delegated again
//
// Which work was taken back from a township, and stands in the same or a later edition of its list as its own or as cooperative work?
//
// Parameters
//   county    string?  only townships of this county; null: of all
//   township  string?  only townships of this name; null: all
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   county             string?       of the township
//   township           string        whose list it is
//   township_id        string        its division
//   matter             string        the work, by the wording that leads it
//   reclaimed_id       string        the row that takes it back
//   reclaimed          string        its name
//   reclaimed_edition  string        the edition that it stands in
//   duty_id            string        the row that has the township do it
//   name               string        its name
//   section            string        basic or cooperative
//   edition            string        the edition that it stands in, the same or a later one
//   link               string        same: the row is that work; overlap: it bundles it with others
//   score              float         how sure that is, 0-1
//   departments        list<string>  bodies of that row's column, as printed
//   key                string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {county: '青禾县', township: null, after: '', limit: 20}
MATCH (l:DutyList)<-[:LISTED_IN]-(r:ReclaimedDuty {status: 'active'})-[:INSTANCE_OF {link: 'same'}]->(m:Matter)
MATCH (l)-[:LIST_OF]->(t:Township)
WHERE $township IS NULL OR t.name = $township
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH *
WHERE $county IS NULL OR c.name = $county
MATCH (m)<-[i:INSTANCE_OF]-(d:Duty)-[:LISTED_IN]->(k:DutyList)-[:LIST_OF]->(t)
WHERE d.section <> 'reclaimed' AND (k.id = l.id OR (k.edition > l.edition AND k.edition <> 'undated'))
WITH *, t.path + ' ' + toString(1000000000 + r.position) + ' ' + k.edition + ' ' + d.section + ' '
  + toString(1000000000 + d.position) + ' ' + d.id + ' ' + r.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN c.name AS county, t.name AS township, t.id AS township_id, m.title AS matter, r.id AS reclaimed_id, r.name AS reclaimed,
  l.edition AS reclaimed_edition, d.id AS duty_id, d.name AS name, d.section AS section, k.edition AS edition,
  i.link AS link, i.score AS score,
  COLLECT { MATCH (:Department)-[x:DELEGATES]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  key AS key
ORDER BY key
