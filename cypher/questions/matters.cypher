// 同类事项 · Matters and the rows that are instances of them
//
// Which rows of different townships are the same work, and which rows bundle it with other work?
//
// Parameters
//   county    string?  only matters that a current list of this county has; null: all
//   township  string?  only matters that a current list of a township of this name has; null: all
//   division  string?  only matters that a current list of this division has: id of any level, or a county's name; null: all
//   section   string?  only matters that a row of this section is; null: all
//   category  string?  only matters that a row of this category is; null: all
//   function  string?  slug: only matters whose rows name a body of this line of work; null: all
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   id     string     the matter
//   title  string     its shortest wording
//   rows   list<map>  {duty_id, county, township, township_id, section, number, name, link, score}: link is same, or overlap where it bundles
//   key    string     where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {county: '青禾县', township: null, division: null, section: null, category: null, function: null, after: '', limit: 20}
CALL () {
  CALL () {
    MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township) RETURN t
    UNION
    MATCH (:County {name: $division})<-[:PART_OF]-(t:Township) RETURN t
    UNION
    MATCH (t:Township {name: $township}) RETURN t
    UNION
    MATCH (:County {name: $county})<-[:PART_OF]-(t:Township) RETURN t
  }
  WITH t
  WHERE ($township IS NULL OR t.name = $township)
    AND ($county IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: $county}) })
    AND ($division IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = $division OR (v:County AND v.name = $division) })
  MATCH (t)<-[:LIST_OF]-(l:DutyList {current: true})
  MATCH (l)<-[:LISTED_IN]-(d:Duty)
  WHERE ($section IS NULL OR d.section = $section)
    AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
    AND ($function IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: $function}) })
  MATCH (d)-[:INSTANCE_OF]->(m:Matter)
  RETURN DISTINCT m
  UNION
  WITH 1 AS one WHERE $county IS NULL AND $township IS NULL AND $division IS NULL
  MATCH (m:Matter)
  WHERE coalesce($section, $category, $function) IS NULL OR EXISTS {
    MATCH (m)<-[:INSTANCE_OF]-(d:Duty {current: true})
    WHERE ($section IS NULL OR d.section = $section)
      AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
      AND ($function IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: $function}) })
  }
  RETURN m
}
WITH *, m.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN m.id AS id, m.title AS title,
  COLLECT {
    MATCH (m)<-[i:INSTANCE_OF]-(d:Duty {current: true})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
    OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
    RETURN {duty_id: d.id, county: c.name, township: t.name, township_id: t.id, section: d.section, number: d.number,
      name: d.name, link: i.link, score: i.score}
    ORDER BY i.link DESC, t.path, d.section, d.position
  } AS rows,
  key AS key
ORDER BY key
