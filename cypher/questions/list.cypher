// 清单详情 · One list in full
//
// What is this list, where was it read, what does it declare of itself, and what was found?
//
// Parameters
//   id  string  the list
// Columns
//   id                  string        the list
//   county              string?       the township's county
//   township            string        whose list it is
//   township_id         string        its division
//   above               list<map>     {id, name, level}: its division and those that it belongs to, the highest first
//   title               string        as printed
//   edition             string        printed date, or undated
//   current             boolean       the township's newest edition
//   inferred_place      list<string>  levels of its place that are not printed but inferred
//   document            string        file that it was read from
//   sha256              string        of that file
//   format              string        of that file
//   size                integer       of that file, in bytes
//   first_line          integer       where the list starts in it
//   last_line           integer       where it ends
//   first_seen          string        time of the load that first brought it
//   last_seen           string        time of the last load that changed it
//   sections            list<map>     {section, found, declared, categories}: rows; declared: the count that the list prints, null where it prints none; categories: {category, found, declared}, in printed order
//   doubtful            integer       rows that a person should look at
//   without_department  integer       cooperative rows that name no body, and reclaimed ones that do not, if they are not abolished
//   editions            list<map>     {list_id, edition, current}: all of this township's, the oldest first
// Example
//   :params {id: 'list-4bcf8ce52c4c17a91d40'}
MATCH (l:DutyList {id: $id})-[:LIST_OF]->(t:Township)
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
CALL (l) {
  MATCH (l)<-[:LISTED_IN]-(d:Duty)
  OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
  WITH d.section AS section, k.name AS category, count(d) AS found, min(d.position) AS first
  ORDER BY section, first
  RETURN collect({section: section, category: category, found: found}) AS parts
}
WITH *, range(0, size(coalesce(l.declared_counts, [])) - 1) AS places
RETURN l.id AS id, c.name AS county, t.name AS township, t.id AS township_id,
  COLLECT {
    MATCH (t)-[:PART_OF*0..3]->(a:Division)
    RETURN {id: a.id, name: a.name, level: CASE WHEN a:Province THEN 'province' WHEN a:Prefecture THEN 'prefecture'
      WHEN a:County THEN 'county' ELSE 'township' END}
    ORDER BY size(a.path)
  } AS above,
  l.title AS title, l.edition AS edition, l.current AS current, coalesce(l.inferred_place, []) AS inferred_place, f.name AS document,
  f.sha256 AS sha256, f.format AS format, f.size AS size, l.first_line AS first_line, l.last_line AS last_line,
  l.first_seen AS first_seen, l.last_seen AS last_seen,
  [s IN ['basic', 'cooperative', 'reclaimed'] | {
    section: s, found: reduce(n = 0, p IN parts | n + CASE p.section WHEN s THEN p.found ELSE 0 END),
    declared: head([n IN places WHERE l.declared_sections[n] = s AND l.declared_categories[n] = '' | l.declared_counts[n]]),
    categories: [p IN parts WHERE p.section = s AND p.category IS NOT NULL | {
      category: p.category, found: p.found, declared: head([n IN places
        WHERE l.declared_sections[n] = s AND l.declared_categories[n] = p.category | l.declared_counts[n]])
    }] + [n IN places WHERE l.declared_sections[n] = s AND l.declared_categories[n] <> ''
      AND none(p IN parts WHERE p.section = s AND p.category = l.declared_categories[n]) | {
      category: l.declared_categories[n], found: 0, declared: l.declared_counts[n]
    }]
  }] AS sections,
  COUNT { MATCH (l)<-[:LISTED_IN]-(d:Duty) WHERE size(d.doubts) > 0 } AS doubtful,
  COUNT {
    MATCH (l)<-[:LISTED_IN]-(d:Duty)
    WHERE d.section <> 'basic' AND d.status = 'active' AND NOT EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department) }
  } AS without_department,
  COLLECT {
    MATCH (t)<-[:LIST_OF]-(o:DutyList)
    RETURN {list_id: o.id, edition: o.edition, current: o.current} ORDER BY o.edition <> 'undated', o.edition, o.id
  } AS editions
LIMIT 1
