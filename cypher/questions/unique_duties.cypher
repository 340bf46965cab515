// 独有事项 · Duties that only one township of a county has
//
// Which rows name work that no other township of the same county has on its list, not even bundled with other work?
// Counties of which one list alone is loaded are left out.
//
// Parameters
//   division  string   id of a division of any level, or a county's name
//   section   string?  basic, cooperative or reclaimed; null: all three
//   category  string?  only rows of this category; null: of all
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   duty_id      string        the row
//   county       string?       the township's county
//   township     string        whose list it stands in
//   township_id  string        its division
//   section      string        basic, cooperative or reclaimed
//   category     string?       the category heading of the row
//   number       string        as printed
//   name         string        the duty
//   starred      boolean       printed with ★
//   status       string        active, or abolished: nobody does it any more
//   departments  list<string>  bodies of the row's column, in its order
//   document     string        file that the row was read from
//   edition      string        edition of the list
//   first_line   integer?      first line of the row in the document
//   last_line    integer?      last line of the row in the document
//   page         integer?      its page, for documents without lines
//   matter_id    string        the matter that the row is
//   key          string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {division: '青禾县', section: 'cooperative', category: null, after: '', limit: 20}
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
}
MATCH (t)-[:PART_OF]->(c:County)
WITH c, collect(DISTINCT t.id) AS asked
WHERE COUNT { (c)<-[:PART_OF]-(:Township)<-[:LIST_OF]-(:DutyList {current: true}) } > 1
// All from the county's lists: a matter has the rows of the whole country
MATCH (c)<-[:PART_OF]-(t:Township)<-[:LIST_OF]-(l:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)-[i:INSTANCE_OF]->(m:Matter)
WITH c, asked, m, collect({township: t, list: l, duty: d, link: i.link}) AS instances, collect(DISTINCT t.id) AS having,
  collect(DISTINCT CASE i.link WHEN 'same' THEN t.id END) AS owners
WITH c, asked, collect({matter: m, instances: instances, having: having, owners: owners}) AS matters
WITH *, [one IN matters WHERE size(one.owners) > 1 | one.matter.id] AS shared,
  [one IN matters WHERE size(one.owners) = 1 | one.matter.id + ' ' + one.owners[0]] AS single,
  [one IN matters WHERE size(one.owners) = 1 | one.matter.id] AS singles
UNWIND [one IN matters WHERE size(one.having) = 1 AND one.having[0] IN asked] AS one
UNWIND [instance IN one.instances WHERE instance.link = 'same'] AS instance
WITH shared, single, singles, instance.township AS t, instance.list AS l, instance.duty AS d, one.matter AS m
WHERE ($section IS NULL OR d.section = $section)
  AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
  AND NOT any(part IN COLLECT { MATCH (d)-[:INSTANCE_OF {link: 'overlap'}]->(o:Matter) RETURN o.id }
    WHERE part IN shared OR (part IN singles AND NOT part + ' ' + t.id IN single))
WITH t, l, d, m, t.path + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, d.section AS section, k.name AS category,
  d.number AS number, d.name AS name, d.starred AS starred, d.status AS status,
  COLLECT { MATCH (o:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  m.id AS matter_id, key AS key
ORDER BY key
