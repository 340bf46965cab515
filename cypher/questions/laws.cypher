// 法规目录 · Laws that the lists cite
//
// Which laws and normative documents do rows of current lists name, how often, and which articles?
//
// Parameters
//   text      string   part of a title; "" for all
//   level     string?  law, regulation, local regulation, rule or document; null: all
//   division  string?  id of a division of any level, or a county's name; null: everywhere
//   section   string?  basic, cooperative or reclaimed: only what rows of this section name; null: all three
//   category  string?  only what rows of this category name; null: of all
//   after     string   key of the row that the answer goes on behind; "" from the beginning
//   limit     integer  most rows to return
// Columns
//   id         string     the law
//   title      string     its title
//   level      string     law, regulation, local regulation, rule or document, by its title
//   rows       integer    rows that name it
//   townships  integer    townships whose lists have such rows
//   articles   list<map>  {article, rows}: articles that are named, most rows first
//   key        string     where the row stands in the order; given as after, the answer goes on behind it
// Example
//   :params {text: '', level: null, division: '青禾县', section: null, category: null, after: '', limit: 20}
CALL () {
  MATCH (:Division {id: $division})<-[:PART_OF*0..3]-(t:Township)<-[:LIST_OF]-(:DutyList)<-[:LISTED_IN]-(d:Duty {current: true})-[r:CITES]->(a:Law)
  RETURN a, r, d, t
  UNION ALL
  MATCH (:County {name: $division})<-[:PART_OF]-(t:Township)<-[:LIST_OF]-(:DutyList)<-[:LISTED_IN]-(d:Duty {current: true})-[r:CITES]->(a:Law)
  RETURN a, r, d, t
  UNION ALL
  WITH 1 AS one WHERE $division IS NULL
  MATCH (a:Law)<-[r:CITES]-(d:Duty {current: true})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
  RETURN a, r, d, t
}
WITH a, r, d, t
WHERE a.title CONTAINS $text AND ($level IS NULL OR a.level = $level)
  AND ($section IS NULL OR d.section = $section)
  AND ($category IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: $category}) })
WITH a, count(d) AS rows, count(DISTINCT t) AS townships, collect(r.articles) AS articles
WITH *, toString(9999999999 - rows) + ' ' + a.title + ' ' + a.id AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN a.id AS id, a.title AS title, a.level AS level, rows AS rows, townships AS townships,
  COLLECT {
    UNWIND articles AS named
    UNWIND named AS article
    WITH article, count(named) AS times
    RETURN {article: article, rows: times} ORDER BY times DESC, article
  } AS articles,
  key AS key
ORDER BY key
