// 乡镇对照 · Matters beside townships
//
// Who does what: which matters are a township's own work here, assisted with there, taken back or missing elsewhere?
// A row that bundles a matter with others counts where the township has no row of its own for it; a bundle of what others have
// rows of their own for is no difference by itself.
//
// Parameters
//   division   string   id of a division of any level, or a county's name
//   category   string?  only matters that a row of this category is; null: all
//   function   string?  slug: only matters whose rows name a body of this line of work; null: all
//   differing  boolean  only matters in which the townships differ
//   after      string   key of the row that the answer goes on behind; "" from the beginning
//   limit      integer  most rows to return
// Columns
//   matter_id    string     the matter
//   matter       string     as most of the rows here word it, of equals the shortest
//   basic        integer    townships that do it themselves
//   cooperative  integer    townships that assist with it
//   reclaimed    integer    townships from which it was taken back
//   missing      integer    townships whose list does not have it
//   cells        list<map>  {township_id, township, rows}: all townships; rows, none where it is missing: {duty_id, section, number, name, link}
//   key          string     where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {division: '青禾县', category: null, function: null, differing: true, after: '', limit: 20}
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(:DutyList {current: true})
WITH DISTINCT t ORDER BY t.path
WITH collect(t) AS townships
UNWIND townships AS t
MATCH (t)<-[:LIST_OF]-(:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)-[i:INSTANCE_OF]->(m:Matter)
WITH townships, t, d, i, m,
  ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
  AND ($function IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: $function}) })
  AS wanted,
  CASE i.link WHEN 'same' THEN COLLECT { MATCH (d)-[:INSTANCE_OF {link: 'overlap'}]->(o:Matter) RETURN o.id } END AS parts
// All from the lists of these townships: a matter has the rows of the whole country
WITH townships, t, m, collect(wanted) AS wanted, collect(parts) AS parts, collect({duty: d, link: i.link}) AS rows,
  collect(CASE i.link WHEN 'same' THEN d.section END) AS own, collect(d.section) AS bundled
WITH townships, m, collect(true IN wanted) AS wanted, collect(CASE WHEN size(own) > 0 THEN t.id END) AS owners,
  collect({id: t.id, sections: [s IN ['basic', 'cooperative', 'reclaimed'] WHERE s IN CASE size(own) WHEN 0 THEN bundled ELSE own END],
    parts: parts,
    rows: [row IN rows WHERE row.link = 'same' OR size(own) = 0]}) AS having
WITH townships, collect({matter: m, wanted: true IN wanted, owners: owners, having: having}) AS matters
WITH *, [one IN matters WHERE size(one.owners) > 1 | one.matter.id] AS shared,
  [one IN matters WHERE size(one.owners) = 1 | one.matter.id + ' ' + one.owners[0]] AS single,
  [one IN matters WHERE size(one.owners) = 1 | one.matter.id] AS singles
UNWIND matters AS one
WITH townships, shared, single, singles, one.matter AS m, one.wanted AS wanted, one.owners AS owners, one.having AS having,
  [h IN one.having | h.sections] AS sections
// A row that bundles what other townships have rows of their own for is compared with these, and no difference of its own
WHERE wanted AND size(owners) > 0 AND (NOT $differing
  OR (size(sections) < size(townships) OR any(s IN sections WHERE s <> sections[0]))
    AND any(h IN having WHERE any(parts IN h.parts
      WHERE NOT any(part IN parts WHERE part IN shared OR (part IN singles AND NOT part + ' ' + h.id IN single)))))
WITH townships, m, having, size([s IN sections WHERE 'basic' IN s]) AS basic,
  size([s IN sections WHERE 'cooperative' IN s]) AS cooperative, size([s IN sections WHERE 'reclaimed' IN s]) AS reclaimed,
  size(townships) - size(sections) AS missing
// The more ways of treating it, the further in front; then what most townships have
WITH *, toString(9 - sign(basic) - sign(cooperative) - sign(reclaimed) - sign(missing)) + ' '
  + toString(1000000000 + missing) + ' ' + m.title + ' ' + m.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
WITH *, COLLECT {
  UNWIND having AS h
  UNWIND h.rows AS row
  WITH row WHERE row.link = 'same'
  WITH row.duty.name AS name, count(*) AS rows
  RETURN name ORDER BY rows DESC, size(name), name
} AS names
RETURN m.id AS matter_id, head(names) AS matter, basic AS basic, cooperative AS cooperative, reclaimed AS reclaimed,
  missing AS missing,
  [u IN townships | {
    township_id: u.id, township: u.name,
    rows: COLLECT {
      UNWIND having AS h
      UNWIND h.rows AS row
      WITH h, row.duty AS d, row.link AS link WHERE h.id = u.id
      RETURN {duty_id: d.id, section: d.section, number: d.number, name: d.name, link: link} ORDER BY d.section, d.position
    }
  }] AS cells,
  key AS key
ORDER BY key
