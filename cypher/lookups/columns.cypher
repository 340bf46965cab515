// 三栏 · Who, what and where around a node
//
// Which rows does this node stand in, by which departments and in which townships? Rows of one matter or category may be taken together.
//
// Parameters
//   id        string   a duty, department, township, matter, law, category or function
//   section   string?  only basic, cooperative or reclaimed rows; null: all
//   division  string?  only townships of this division, by its id; null: of all
//   within    string?  only rows of this matter or category; null: all
//   group     string   what is taken together: row (nothing), matter or category; rows without stay alone
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most groups to return
// Columns
//   id           string     the row, matter or category
//   kind         string     duty, matter or category
//   name         string     its name or title
//   place        string?    of a row: path of the township whose list it stands in
//   section      string?    of a row: basic, cooperative or reclaimed
//   number       string?    of a row, as printed
//   rows         integer    how many rows are taken together
//   departments  list<map>  {id, name, place, named, relation, rows}: bodies of these rows, those of most rows first
//   townships    list<map>  {id, name, place, relation, rows}: townships of these rows, by path
//   key          string     where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {id: 'dept-66dd8e07f3b81cec6fc2', section: null, division: null, within: null, group: 'matter', after: '', limit: 60}
CALL () {
  MATCH (d:Duty {id: $id}) RETURN d
  UNION
  MATCH (:Department {id: $id})-[:DELEGATES|TAKES_BACK]->(d:Duty) RETURN d
  UNION
  MATCH (:Division {id: $id})-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d:Duty) RETURN d
  UNION
  MATCH (:Matter {id: $id})<-[:INSTANCE_OF {link: 'same'}]-(d:Duty) RETURN d
  UNION
  MATCH (:Law {id: $id})<-[:CITES]-(d:Duty) RETURN d
  UNION
  MATCH (:Category {id: $id})<-[:IN_CATEGORY]-(d:Duty) RETURN d
  UNION
  MATCH (:Function {id: $id})<-[:EXERCISES]-(:Department)-[:DELEGATES|TAKES_BACK]->(d:Duty) RETURN d
}
WITH d
WHERE (d.current OR d.id = $id) AND ($section IS NULL OR d.section = $section)
  AND ($within IS NULL OR EXISTS { MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(:Matter {id: $within}) }
    OR EXISTS { MATCH (d)-[:IN_CATEGORY]->(:Category {id: $within}) })
MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
WHERE $division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(:Division {id: $division}) }
OPTIONAL MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(m:Matter) WHERE $group = 'matter'
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category) WHERE $group = 'category'
WITH coalesce(m, k, d) AS g, d, t
WITH g, collect(d) AS duties, count(d) AS rows, min(t.path) AS path
WITH g, duties, rows, path, toString(9999999999 - rows) + ' '
  + CASE WHEN g:Duty THEN path + ' ' + g.section + toString(1000000000 + g.position) ELSE coalesce(g.title, g.name) END
  + ' ' + g.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN g.id AS id, CASE WHEN g:Duty THEN 'duty' WHEN g:Matter THEN 'matter' ELSE 'category' END AS kind,
  coalesce(g.title, g.name) AS name, CASE WHEN g:Duty THEN path END AS place, g.section AS section, g.number AS number,
  rows AS rows,
  COLLECT {
    UNWIND duties AS d
    MATCH (b:Department)-[r:DELEGATES|TAKES_BACK]->(d)
    WITH b, type(r) AS relation, count(*) AS n
    MATCH (b)-[:PART_OF]->(v:Division)
    RETURN {id: b.id, name: b.name, place: v.path, named: b.named, relation: relation, rows: n} ORDER BY n DESC, b.name, b.id, relation
  } AS departments,
  COLLECT {
    UNWIND duties AS d
    MATCH (t:Township)-[r:PERFORMS|ASSISTS|RELIEVED_OF]->(d)
    WITH t, type(r) AS relation, count(*) AS n
    RETURN {id: t.id, name: t.name, place: t.path, relation: relation, rows: n} ORDER BY t.path, relation
  } AS townships,
  key AS key
ORDER BY key
