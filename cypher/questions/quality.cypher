// 数据质量 · What a person should look at
//
// Which rows name no body or an unnamed one, which raise doubts, and where does a list disagree with its own counts?
//
// Parameters
//   division  string?  id of a division of any level, or a county's name; null: everywhere
//   kind      string?  no department, unnamed body, doubt, count, inferred place or undated; null: all
//   section   string?  basic, cooperative or reclaimed: only what is about it; null: all
//   edition   string?  only lists of this edition (2025-08); null: each township's newest
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   kind         string    no department: a row names no body; unnamed body: one without a name of its own; doubt: the reader is not sure; count: the list declares another number of rows; inferred place: not printed; undated: no date is printed
//   county       string?   the township's county
//   township     string    whose list it stands in
//   township_id  string    its division
//   list_id      string    the list
//   edition      string    edition of the list
//   document     string    file that the row was read from
//   section      string?   basic, cooperative or reclaimed; null for the list as a whole
//   category     string?   the category heading; null for a section or the list as a whole
//   duty_id      string?   the row; null where it is not about one
//   number       string?   of that row, as printed
//   name         string?   of that row
//   says         string    the body, the doubt, the two counts (4≠3: declared, found), or the levels of the place
//   first_line   integer?  where it stands in the document
//   last_line    integer?  where it ends
//   key          string    where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {division: '青禾县', kind: null, section: null, edition: null, after: '', limit: 20}
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE $division IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList)
WHERE CASE WHEN $edition IS NULL THEN l.current ELSE l.edition = $edition END
CALL (l) {
  MATCH (l)<-[:LISTED_IN]-(d:Duty)
  WHERE d.section <> 'basic' AND d.status = 'active' AND NOT EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department) }
  RETURN 'no department' AS kind, d, '' AS says, d.section AS section, null AS declared_category, d.first_line AS first_line
  UNION
  MATCH (l)<-[:LISTED_IN]-(d:Duty)<-[x:DELEGATES|TAKES_BACK]-(:Department {named: false})
  RETURN 'unnamed body' AS kind, d, x.printed[0] AS says, d.section AS section, null AS declared_category,
    d.first_line AS first_line
  UNION
  MATCH (l)<-[:LISTED_IN]-(d:Duty)
  UNWIND d.doubts AS doubt
  RETURN 'doubt' AS kind, d, doubt AS says, d.section AS section, null AS declared_category, d.first_line AS first_line
  UNION
  MATCH (l)<-[:LISTED_IN]-(d:Duty)
  OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
  WITH l, collect([d.section, k.name]) AS places
  UNWIND range(0, size(coalesce(l.declared_counts, [])) - 1) AS n
  WITH l.declared_sections[n] AS section, l.declared_categories[n] AS category, l.declared_counts[n] AS declared,
    l.declared_lines[n] AS line, places
  WITH section, category, declared, line, size([p IN places WHERE p[0] = section AND category IN ['', p[1]]]) AS found
  WHERE declared <> found
  RETURN 'count' AS kind, null AS d, toString(declared) + '≠' + toString(found) AS says, section AS section,
    category AS declared_category, line AS first_line
  UNION
  UNWIND CASE WHEN size(l.inferred_place) > 0 THEN [1] ELSE [] END AS one
  RETURN 'inferred place' AS kind, null AS d, reduce(s = '', w IN l.inferred_place | s + w + ' ') AS says,
    null AS section, null AS declared_category, l.first_line AS first_line
  UNION
  UNWIND CASE l.edition WHEN 'undated' THEN [1] ELSE [] END AS one
  RETURN 'undated' AS kind, null AS d, '' AS says, null AS section, null AS declared_category, l.first_line AS first_line
}
WITH * WHERE ($kind IS NULL OR kind = $kind) AND ($section IS NULL OR section = $section)
WITH *, t.path + ' ' + l.edition + ' ' + kind + ' ' + coalesce(section, '') + ' '
  + toString(1000000000 + coalesce(first_line, 0)) + ' ' + coalesce(d.id, declared_category, '') + ' ' + says AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN kind AS kind, c.name AS county, t.name AS township, t.id AS township_id, l.id AS list_id, l.edition AS edition,
  f.name AS document, section AS section,
  CASE kind WHEN 'count' THEN CASE declared_category WHEN '' THEN null ELSE declared_category END ELSE k.name END AS category,
  d.id AS duty_id, d.number AS number, d.name AS name, trim(says) AS says, first_line AS first_line,
  CASE WHEN d IS NULL THEN null ELSE d.last_line END AS last_line, key AS key
ORDER BY key
