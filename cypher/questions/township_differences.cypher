// 乡镇差异 · Where a township differs from its county
//
// Which matters does this township treat otherwise than other townships of its county: its own work, assisted with, taken back or missing?
// A row that bundles a matter with others counts where the township has no row of its own for it; a bundle of what others have
// rows of their own for is no difference by itself.
//
// Parameters
//   township  string   its name or its id
//   county    string?  only a township of this county; null: of any
//   category  string?  only matters that a row of this category is; null: all
//   function  string?  slug: only matters whose rows name a body of this line of work; null: all
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   matter_id    string        the matter
//   matter       string        as most rows of the county word it, of equals the shortest
//   county       string        the township's county
//   township     string        the one asked for
//   township_id  string        its division
//   sections     list<string>  how it is treated here: basic, cooperative, reclaimed; empty where it is missing
//   basic        integer       other townships of the county that do it themselves
//   cooperative  integer       other townships that assist with it
//   reclaimed    integer       other townships from which it was taken back
//   missing      integer       other townships whose list does not have it
//   rows         list<map>     {duty_id, section, number, name, link}: the township's own rows
//   elsewhere    list<map>     {township_id, township, sections}: how all other townships of the county treat it
//   key          string        where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {township: '莲渡镇', county: '青禾县', category: null, function: null, after: '', limit: 20}
CALL () {
  MATCH (t:Township {name: $township}) RETURN t
  UNION
  MATCH (t:Division {id: $township}) WHERE t:Township RETURN t
}
MATCH (t)-[:PART_OF]->(c:County)
WHERE ($county IS NULL OR c.name = $county) AND EXISTS { (t)<-[:LIST_OF]-(:DutyList {current: true}) }
MATCH (c)<-[:PART_OF]-(u:Township)<-[:LIST_OF]-(:DutyList {current: true})
WITH t, c, u ORDER BY u.path
WITH t, c, collect(u) AS townships
UNWIND townships AS u
MATCH (u)<-[:LIST_OF]-(:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)-[i:INSTANCE_OF]->(m:Matter)
WITH t, c, townships, u, d, i, m,
  ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
    AND ($function IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: $function}) }) AS wanted,
  CASE i.link WHEN 'same' THEN COLLECT { MATCH (d)-[:INSTANCE_OF {link: 'overlap'}]->(o:Matter) RETURN o.id } END AS parts
// All from the lists of these townships: a matter has the rows of the whole country
WITH t, c, townships, u, m, collect(wanted) AS wanted, collect(parts) AS parts, collect({duty: d, link: i.link}) AS rows,
  collect(CASE i.link WHEN 'same' THEN d.section END) AS own, collect(d.section) AS bundled
WITH t, c, townships, m, collect(true IN wanted) AS wanted, collect(CASE WHEN size(own) > 0 THEN u.id END) AS owners,
  collect({id: u.id, sections: [s IN ['basic', 'cooperative', 'reclaimed'] WHERE s IN CASE size(own) WHEN 0 THEN bundled ELSE own END],
    parts: parts,
    rows: [row IN rows WHERE row.link = 'same' OR size(own) = 0]}) AS having
WITH t, c, townships, collect({matter: m, wanted: true IN wanted, owners: owners, having: having}) AS matters
WITH *, [one IN matters WHERE size(one.owners) > 1 | one.matter.id] AS shared,
  [one IN matters WHERE size(one.owners) = 1 | one.matter.id + ' ' + one.owners[0]] AS single,
  [one IN matters WHERE size(one.owners) = 1 | one.matter.id] AS singles
UNWIND matters AS one
WITH t, c, townships, shared, single, singles, one.matter AS m, one.owners AS owners, one.having AS having, one.wanted AS wanted
// A row that bundles what other townships have rows of their own for is compared with these, and no difference of its own
WHERE wanted AND size(owners) > 0 AND any(h IN having WHERE any(parts IN h.parts
  WHERE NOT any(part IN parts WHERE part IN shared OR (part IN singles AND NOT part + ' ' + h.id IN single))))
WITH t, c, m, having, [u IN townships | {
    township_id: u.id, township: u.name,
    sections: coalesce(head([h IN having WHERE h.id = u.id | h.sections]), [])
  }] AS all
WITH t, c, m, having, head([one IN all WHERE one.township_id = t.id | one.sections]) AS sections,
  [one IN all WHERE one.township_id <> t.id] AS others
WITH t, c, m, having, sections, others, size([one IN others WHERE one.sections <> sections]) AS differing
WHERE differing > 0
// First what all the others treat otherwise
WITH *, t.path + ' ' + toString(9999999999 - differing) + ' ' + m.title + ' ' + m.id AS key
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
RETURN m.id AS matter_id, head(names) AS matter, c.name AS county, t.name AS township, t.id AS township_id, sections AS sections,
  size([one IN others WHERE 'basic' IN one.sections]) AS basic,
  size([one IN others WHERE 'cooperative' IN one.sections]) AS cooperative,
  size([one IN others WHERE 'reclaimed' IN one.sections]) AS reclaimed,
  size([one IN others WHERE size(one.sections) = 0]) AS missing,
  COLLECT {
    UNWIND having AS h
    UNWIND h.rows AS row
    WITH h, row.duty AS d, row.link AS link WHERE h.id = t.id
    RETURN {duty_id: d.id, section: d.section, number: d.number, name: d.name, link: link} ORDER BY d.section, d.position
  } AS rows,
  others AS elsewhere, key AS key
ORDER BY key
