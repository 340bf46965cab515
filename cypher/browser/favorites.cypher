// 查找部门(图) · Find departments by name
// The bodies found, the division that each belongs to, and the townships that it works with.
// 改成您要查的值 · values to change:
//   text = '水': part of a name; "" for all
//   county = null: only bodies that work with townships of this county; null: all
MATCH (b:Department)-[:PART_OF]->(v:Division)
WHERE (b.name CONTAINS '水' OR any(alias IN b.aliases WHERE alias CONTAINS '水'))
  AND (null IS NULL OR EXISTS { (b)-[:WORKS_WITH]->(:Township)-[:PART_OF]->(:County {name: null}) })
OPTIONAL MATCH (b)-[w:WORKS_WITH]->(t:Township)
WITH b, v, sum(w.delegated) AS delegated, sum(w.taken_back) AS taken_back, count(t) AS townships
WITH *, toString(9999999999 - delegated) + toString(9999999999 - taken_back) + ' ' + b.name + ' ' + b.id AS key
// picture
WITH * ORDER BY key
MATCH p = (b)-[:PART_OF|WORKS_WITH]->(:Division)
RETURN p AS p LIMIT 150;

// 部门交办事项(图) · Everything a department delegates
// The department, the rows that it leads or joins, and the townships that assist.
// 改成您要查的值 · values to change:
//   department = '县水利局': its name, one of its other plates, or its id
//   county = '青禾县': only townships of this county; null: of all
CALL () {
  MATCH (b:Department {name: '县水利局'}) RETURN b
  UNION
  MATCH (b:Department {id: '县水利局'}) RETURN b
  UNION
  MATCH (b:Department) WHERE '县水利局' IN b.aliases RETURN b
}
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty {current: true})<-[:ASSISTS]-(t:Township)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH *
WHERE '青禾县' IS NULL OR c.name = '青禾县'
WITH *, t.path + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (b)-[:DELEGATES]->(d)<-[:ASSISTS]-(t)
RETURN p AS p LIMIT 100;

// 职能交办事项(图) · Everything the bodies of one line of work delegate
// A line of government work, the bodies that do it, their rows, and the townships that assist.
// 改成您要查的值 · values to change:
//   function = 'water': slug of the line of work: water, civil-affairs …
//   county = null: only townships of this county; null: of all
MATCH (:Function {id: 'water'})<-[e:EXERCISES]-(b:Department)
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty {current: true})<-[:ASSISTS]-(t:Township)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH *
WHERE null IS NULL OR c.name = null
WITH *, t.path + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 75
MATCH p = (:Function {id: 'water'})<-[:EXERCISES]-(b)-[:DELEGATES]->(d)<-[:ASSISTS]-(t)
RETURN p AS p LIMIT 75;

// 机构名录(图) · All bodies with all their printed names
// The bodies found, the division that each belongs to, and their lines of government work.
// 改成您要查的值 · values to change:
//   county = '青禾县': only bodies of this county, or that its lists name; null: all
MATCH (b:Department)-[:PART_OF]->(v:Division)
WITH b, v, COLLECT {
  MATCH (b)-[:WORKS_WITH]->(:Township)-[:PART_OF]->(c:County) RETURN DISTINCT c.name AS name ORDER BY name
} AS counties
WHERE '青禾县' IS NULL OR '青禾县' IN counties OR (v:County AND v.name = '青禾县')
WITH *, b.id AS key
// picture
WITH * ORDER BY key
MATCH p = (b)-[:PART_OF|EXERCISES]->()
RETURN p AS p LIMIT 150;

// 同类事项(图) · Matters and the rows that are instances of them
// The work, the rows that are it, and the townships whose rows they are.
// 改成您要查的值 · values to change:
//   county = '青禾县': only matters that a current list of this county has; null: all
//   township = null: only matters that a current list of a township of this name has; null: all
MATCH (m:Matter)
WHERE ('青禾县' IS NULL AND null IS NULL) OR EXISTS {
  MATCH (m)<-[:INSTANCE_OF]-(:Duty {current: true})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
  WHERE (null IS NULL OR t.name = null)
    AND ('青禾县' IS NULL OR EXISTS { MATCH (t)-[:PART_OF]->(c:County) WHERE c.name = '青禾县' })
}
WITH *, m.id AS key
// picture
WITH * ORDER BY key LIMIT 12
MATCH p = (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(:Township)
RETURN p AS p LIMIT 100;

// 事项详情(图) · One duty in full
// The row with its bodies, clauses, township, list, category, laws and the work that it is.
// 改成您要查的值 · values to change:
//   id = 'duty-bf3c72deb7032346f436': the duty
MATCH (d:Duty {id: 'duty-bf3c72deb7032346f436'})
// picture
CALL (d) {
  MATCH p = (d)-[:DELEGATES|TAKES_BACK|PERFORMS|ASSISTS|RELIEVED_OF|LISTED_IN|IN_CATEGORY|CITES|INSTANCE_OF]-() RETURN p
  UNION ALL
  MATCH p = (d)-[:REQUIRES|HAS_ROLE_ITEM]->() RETURN p
  UNION ALL
  MATCH p = (d)-[:REQUIRES]->()-[:BORNE_BY]->() RETURN p
}
RETURN p AS p LIMIT 100;

// 乡镇事项(图) · All duties of a township
// The township, its rows, and the categories that they stand under.
// 改成您要查的值 · values to change:
//   township = '石桥镇': its name or its id
//   county = '青禾县': only a township of this county; null: of any
//   section = 'cooperative': basic, cooperative or reclaimed; null: all three
CALL () {
  MATCH (t:Township {name: '石桥镇'}) RETURN t
  UNION
  MATCH (t:Division {id: '石桥镇'}) RETURN t
}
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH t, c
WHERE '青禾县' IS NULL OR c.name = '青禾县'
MATCH (t)<-[:LIST_OF]-(l:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)
WHERE 'cooperative' IS NULL OR d.section = 'cooperative'
WITH *, t.path + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// picture
WITH * ORDER BY key LIMIT 100
CALL (t, d) {
  MATCH p = (t)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d)-[:IN_CATEGORY]->(:Category) RETURN p
  UNION ALL
  MATCH p = (t)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d) WHERE NOT EXISTS { (d)-[:IN_CATEGORY]->(:Category) } RETURN p
}
RETURN p AS p LIMIT 100;

// 全文检索(图) · Find duties by their words
// The rows and clauses that hold the words, and the townships whose rows they are.
// 改成您要查的值 · values to change:
//   words = '"河道巡查"': words in the full-text index's own syntax; the catalogue quotes what a user types
//   county = null: only townships of this county; null: of all
CALL db.index.fulltext.queryNodes('item_text', '"河道巡查"') YIELD node, score
CALL (node) {
  MATCH (d:Duty {id: node.id}) RETURN d
  UNION
  MATCH (d:Duty)-[:REQUIRES|HAS_ROLE_ITEM]->(node) RETURN d
}
WITH node, score, d
WHERE d.current
MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH node, score, d, t, c
WHERE null IS NULL OR c.name = null
// picture
WITH * ORDER BY score DESC, node.id LIMIT 100
CALL (node, d, t) {
  MATCH p = (node)<-[:REQUIRES|HAS_ROLE_ITEM]-(d)<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(t) RETURN p
  UNION ALL
  MATCH p = (d)<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(t) WHERE d.id = node.id RETURN p
}
RETURN p AS p LIMIT 100;

// 已载入清单(图) · Catalogue of what is loaded
// The lists, the townships that they are of, and the files that they were read from.
MATCH (l:DutyList)-[:LIST_OF]->(t:Township)
// 2025 counts as 20250000, 2025-08 as 20250800; undated is the oldest
WITH *, CASE l.edition WHEN 'undated' THEN 0 ELSE toInteger(left(replace(l.edition, '-', '') + '0000', 8)) END AS age
WITH *, t.path + ' ' + toString(9999999999 - age) + ' ' + l.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (t)<-[:LIST_OF]-(l)-[:READ_FROM]->(:Document)
RETURN p AS p LIMIT 100;

// 明减暗增(图) · Taken back on paper, yet delegated again
// The township, the row that takes work back, and the row that has it do that work all the same.
// 改成您要查的值 · values to change:
//   county = null: only townships of this county; null: of all
//   township = null: only townships of this name; null: all
MATCH (l:DutyList)<-[:LISTED_IN]-(r:ReclaimedDuty {status: 'active'})-[:INSTANCE_OF {link: 'same'}]->(m:Matter)
MATCH (l)-[:LIST_OF]->(t:Township)
WHERE null IS NULL OR t.name = null
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH *
WHERE null IS NULL OR c.name = null
MATCH (m)<-[i:INSTANCE_OF]-(d:Duty)-[:LISTED_IN]->(k:DutyList)-[:LIST_OF]->(t)
WHERE d.section <> 'reclaimed' AND (k.id = l.id OR (k.edition > l.edition AND k.edition <> 'undated'))
WITH *, t.path + ' ' + toString(1000000000 + r.position) + ' ' + k.edition + ' ' + d.section + ' '
  + toString(1000000000 + d.position) + ' ' + d.id + ' ' + r.id AS key
// picture
WITH * ORDER BY key LIMIT 75
MATCH p = (t)-[:RELIEVED_OF]->(r)-[:INSTANCE_OF]->(m)<-[:INSTANCE_OF]-(d)
RETURN p AS p LIMIT 75;

// 清单版本(图) · Editions of a township's list
// The township, the editions of its list, and the files that they were read from.
// 改成您要查的值 · values to change:
//   township = '石桥镇': its name or id
//   county = '青禾县': the township of this county; null: of all
CALL () {
  MATCH (t:Township {name: '石桥镇'}) RETURN t
  UNION
  MATCH (t:Division {id: '石桥镇'}) WHERE t:Township RETURN t
}
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH t, c
WHERE '青禾县' IS NULL OR c.name = '青禾县'
MATCH (t)<-[:LIST_OF]-(l:DutyList)
// 2025 counts as 20250000, 2025-08 as 20250800; undated is the oldest
WITH *, CASE l.edition WHEN 'undated' THEN 0 ELSE toInteger(left(replace(l.edition, '-', '') + '0000', 8)) END AS age
WITH *, t.path + ' ' + toString(9999999999 - age) + ' ' + l.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (t)<-[:LIST_OF]-(l)-[:READ_FROM]->(:Document)
RETURN p AS p LIMIT 100;

// 共同事项(图) · Rows in which both stand
// The rows in which both stand, each joined to them by its columns or by a clause.
// 改成您要查的值 · values to change:
//   start = 'dept-66dd8e07f3b81cec6fc2': id of a department or township
//   end = 'div-c1aa68dd4922881c8395': id of another
CALL () {
  MATCH (:Department {id: 'dept-66dd8e07f3b81cec6fc2'})-[:DELEGATES|TAKES_BACK]->(d:Duty {current: true}) RETURN d
  UNION
  MATCH (:Department {id: 'dept-66dd8e07f3b81cec6fc2'})<-[:BORNE_BY]-(:Responsibility)<-[:REQUIRES]-(d:Duty {current: true}) RETURN d
  UNION
  MATCH (:Division {id: 'dept-66dd8e07f3b81cec6fc2'})-[:ASSISTS|PERFORMS|RELIEVED_OF]->(d:Duty {current: true}) RETURN d
}
WITH d
WHERE EXISTS { MATCH (x)-[:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF]->(d) WHERE x.id = 'div-c1aa68dd4922881c8395' }
  OR EXISTS { MATCH (d)-[:REQUIRES]->(:Responsibility)-[:BORNE_BY]->(x:Department) WHERE x.id = 'div-c1aa68dd4922881c8395' }
MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
WITH d, t, t.path + ' ' + d.section + toString(1000000000 + d.position) + ' ' + d.id AS key
// picture
WITH * ORDER BY key LIMIT 50
CALL (d) {
  MATCH p = (d)<-[:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF]-(x) WHERE x.id IN ['dept-66dd8e07f3b81cec6fc2', 'div-c1aa68dd4922881c8395'] RETURN p
  UNION ALL
  MATCH p = (d)-[:REQUIRES]->(:Responsibility)-[:BORNE_BY]->(x) WHERE x.id IN ['dept-66dd8e07f3b81cec6fc2', 'div-c1aa68dd4922881c8395'] RETURN p
}
RETURN p AS p LIMIT 100;

// 部门乡镇对照(图) · Departments and townships of a division
// The departments that hand most to the townships of the division, and those townships.
// 改成您要查的值 · values to change:
//   division = 'div-aa1e9da89aa681b48b88': id of a division of any level
//   section = null: count only cooperative or only reclaimed rows; null: both
//   townships = 60: most townships to tell one by one, by path; totals are over all
MATCH (v:Division {id: 'div-aa1e9da89aa681b48b88'})
MATCH (t:Township)-[:PART_OF*0..3]->(v)
WITH t ORDER BY t.path
WITH collect(t) AS all_townships
WITH all_townships, [t IN all_townships[..60] | t.id] AS shown
UNWIND all_townships AS t
MATCH (b:Department)-[w:WORKS_WITH]->(t)
WITH b, t, shown,
  CASE WHEN coalesce(null, 'cooperative') = 'cooperative' THEN w.delegated ELSE 0 END AS delegated,
  CASE WHEN coalesce(null, 'reclaimed') = 'reclaimed' THEN w.taken_back ELSE 0 END AS taken_back
WHERE delegated + taken_back > 0
WITH b, t, shown, delegated, taken_back ORDER BY t.path
WITH b, sum(delegated) AS delegated, sum(taken_back) AS taken_back, count(t) AS reached,
  collect(CASE WHEN t.id IN shown THEN {id: t.id, delegated: delegated, taken_back: taken_back} END) AS cells
WITH b, delegated, taken_back, reached, cells,
  toString(9999999999 - delegated - taken_back) + ' ' + b.name + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 20
MATCH p = (b)-[:WORKS_WITH]->(t:Township) WHERE EXISTS { MATCH (t)-[:PART_OF*0..3]->(:Division {id: 'div-aa1e9da89aa681b48b88'}) }
RETURN p AS p LIMIT 150;

// 查找部门(表) · Find departments by name
// Which bodies bear this text in their name or on another plate, and how much do they hand to townships?
// 改成您要查的值 · values to change:
//   text = '水': part of a name; "" for all
//   county = null: only bodies that work with townships of this county; null: all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
MATCH (b:Department)-[:PART_OF]->(v:Division)
WHERE (b.name CONTAINS '水' OR any(alias IN b.aliases WHERE alias CONTAINS '水'))
  AND (null IS NULL OR EXISTS { (b)-[:WORKS_WITH]->(:Township)-[:PART_OF]->(:County {name: null}) })
OPTIONAL MATCH (b)-[w:WORKS_WITH]->(t:Township)
WITH b, v, sum(w.delegated) AS delegated, sum(w.taken_back) AS taken_back, count(t) AS townships
WITH *, toString(9999999999 - delegated) + toString(9999999999 - taken_back) + ' ' + b.name + ' ' + b.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
RETURN b.id AS id, b.name AS name, b.aliases AS aliases, b.level AS level, b.named AS named, v.path AS division,
  delegated AS delegated, taken_back AS taken_back, townships AS townships, key AS key
ORDER BY key;

// 部门交办事项(表) · Everything a department delegates
// Which duties does this department have townships assist with, what do they do there, and where is each printed?
// 改成您要查的值 · values to change:
//   department = '县水利局': its name, one of its other plates, or its id
//   county = '青禾县': only townships of this county; null: of all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (b:Department {name: '县水利局'}) RETURN b
  UNION
  MATCH (b:Department {id: '县水利局'}) RETURN b
  UNION
  MATCH (b:Department) WHERE '县水利局' IN b.aliases RETURN b
}
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty {current: true})<-[:ASSISTS]-(t:Township)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH *
WHERE '青禾县' IS NULL OR c.name = '青禾县'
WITH *, t.path + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (d)-[:LISTED_IN]->(l:DutyList)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, k.name AS category, d.number AS number,
  d.name AS name, r.printed[0] AS department, b.id AS department_id, r.lead AS lead,
  COLLECT { MATCH (o:Department)-[x:DELEGATES]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN i.text ORDER BY i.position } AS role,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  key AS key
ORDER BY key;

// 职能交办事项(表) · Everything the bodies of one line of work delegate
// Which duties does the body that does this line of government work have townships assist with, in every county?
// 改成您要查的值 · values to change:
//   function = 'water': slug of the line of work: water, civil-affairs …
//   county = null: only townships of this county; null: of all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
MATCH (:Function {id: 'water'})<-[e:EXERCISES]-(b:Department)
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty {current: true})<-[:ASSISTS]-(t:Township)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH *
WHERE null IS NULL OR c.name = null
WITH *, t.path + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (d)-[:LISTED_IN]->(l:DutyList)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, k.name AS category, d.number AS number,
  d.name AS name, r.printed[0] AS department, b.id AS department_id, e.method AS method, e.score AS score, r.lead AS lead,
  COLLECT { MATCH (o:Department)-[x:DELEGATES]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN i.text ORDER BY i.position } AS role,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  key AS key
ORDER BY key;

// 机构名录(表) · All bodies with all their printed names
// Which bodies do the lists name, under which names, and what line of government work does each do?
// 改成您要查的值 · values to change:
//   county = '青禾县': only bodies of this county, or that its lists name; null: all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
MATCH (b:Department)-[:PART_OF]->(v:Division)
WITH b, v, COLLECT {
  MATCH (b)-[:WORKS_WITH]->(:Township)-[:PART_OF]->(c:County) RETURN DISTINCT c.name AS name ORDER BY name
} AS counties
WHERE '青禾县' IS NULL OR '青禾县' IN counties OR (v:County AND v.name = '青禾县')
WITH *, b.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
RETURN b.id AS id, CASE WHEN v:County THEN v.name ELSE head(counties) END AS county, counties AS counties,
  v.path AS division, b.name AS name,
  [i IN range(0, size(b.variants) - 1) |
    {name: b.variants[i], method: b.variant_methods[i], score: b.variant_scores[i]}] AS variants,
  b.plates AS plates, b.level AS level, b.named AS named,
  COLLECT {
    MATCH (b)-[e:EXERCISES]->(f:Function) RETURN {slug: f.id, method: e.method, score: e.score, evidence: e.evidence}
    ORDER BY f.id
  } AS functions,
  b.mentions AS mentions, key AS key
ORDER BY key;

// 同类事项(表) · Matters and the rows that are instances of them
// Which rows of different townships are the same work, and which rows bundle it with other work?
// 改成您要查的值 · values to change:
//   county = '青禾县': only matters that a current list of this county has; null: all
//   township = null: only matters that a current list of a township of this name has; null: all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
MATCH (m:Matter)
WHERE ('青禾县' IS NULL AND null IS NULL) OR EXISTS {
  MATCH (m)<-[:INSTANCE_OF]-(:Duty {current: true})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
  WHERE (null IS NULL OR t.name = null)
    AND ('青禾县' IS NULL OR EXISTS { MATCH (t)-[:PART_OF]->(c:County) WHERE c.name = '青禾县' })
}
WITH *, m.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
RETURN m.id AS id, m.title AS title,
  COLLECT {
    MATCH (m)<-[i:INSTANCE_OF]-(d:Duty {current: true})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
    OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
    RETURN {duty_id: d.id, county: c.name, township: t.name, section: d.section, number: d.number, name: d.name,
      link: i.link, score: i.score}
    ORDER BY i.link DESC, t.path, d.section, d.position
  } AS rows,
  key AS key
ORDER BY key;

// 事项详情(表) · One duty in full
// Who leads, who joins, what does each do, what does the township do, and where is it printed?
// 改成您要查的值 · values to change:
//   id = 'duty-bf3c72deb7032346f436': the duty
MATCH (d:Duty {id: 'duty-bf3c72deb7032346f436'})-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (t)-[:PART_OF*1..2]->(q:Prefecture)
OPTIONAL MATCH (t)-[:PART_OF*1..3]->(p:Province)
RETURN d.id AS id, d.section AS section, k.name AS category, d.number AS number, d.position AS position, d.name AS name,
  d.starred AS starred, d.status AS status,
  p.name AS province, q.name AS prefecture, c.name AS county, t.name AS township, t.id AS township_id,
  COLLECT {
    MATCH (b:Department)-[r:DELEGATES|TAKES_BACK]->(d)
    RETURN {id: b.id, name: r.printed[0], plates: r.plates, lead: coalesce(r.lead, false), named: b.named}
    ORDER BY r.position
  } AS departments,
  COLLECT {
    MATCH (d)-[:REQUIRES]->(i:Responsibility)
    RETURN {kind: i.kind, number: i.number, text: i.text,
      departments: COLLECT { MATCH (i)-[x:BORNE_BY]->(:Department) RETURN x.printed[0] ORDER BY x.printed[0] }}
    ORDER BY i.position
  } AS responsibilities,
  COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN {number: i.number, text: i.text} ORDER BY i.position } AS role,
  COLLECT {
    MATCH (d)-[r:CITES]->(a:Law) RETURN {id: a.id, title: a.title, level: a.level, articles: r.articles, printed: r.printed} ORDER BY a.title, a.id
  } AS laws,
  COLLECT {
    MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(:Matter)<-[:INSTANCE_OF {link: 'same'}]-(o:Duty {current: true})
    MATCH (o)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(u:Township)
    WHERE u.id <> t.id
    OPTIONAL MATCH (u)-[:PART_OF]->(x:County)
    RETURN {duty_id: o.id, county: x.name, township: u.name, section: o.section} ORDER BY u.path, o.id LIMIT 200
  } AS elsewhere,
  COUNT {
    MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(:Matter)<-[:INSTANCE_OF {link: 'same'}]-(o:Duty {current: true})
    MATCH (o)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(u:Township)
    WHERE u.id <> t.id
  } AS elsewhere_count,
  {name: d.printed_name, departments: d.printed_departments, responsibilities: d.printed_responsibilities,
    role: d.printed_role, method: d.printed_method, basis: d.printed_basis} AS printed,
  d.doubts AS doubts, f.name AS document, f.sha256 AS sha256, l.title AS list_title, l.edition AS edition,
  d.current AS current, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  d.first_seen AS first_seen, d.last_seen AS last_seen
LIMIT 1;

// 乡镇事项(表) · All duties of a township
// What does this township do itself, assist with, and no longer do, by section and category?
// 改成您要查的值 · values to change:
//   township = '石桥镇': its name or its id
//   county = '青禾县': only a township of this county; null: of any
//   section = 'cooperative': basic, cooperative or reclaimed; null: all three
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (t:Township {name: '石桥镇'}) RETURN t
  UNION
  MATCH (t:Division {id: '石桥镇'}) RETURN t
}
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH t, c
WHERE '青禾县' IS NULL OR c.name = '青禾县'
MATCH (t)<-[:LIST_OF]-(l:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)
WHERE 'cooperative' IS NULL OR d.section = 'cooperative'
WITH *, t.path + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, d.section AS section, k.name AS category,
  d.number AS number, d.name AS name, d.starred AS starred, d.status AS status,
  COLLECT { MATCH (o:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, key AS key
ORDER BY key;

// 全文检索(表) · Find duties by their words
// Which duties hold these words in their name or in a clause (of departments or of the township)?
// 改成您要查的值 · values to change:
//   words = '"河道巡查"': words in the full-text index's own syntax; the catalogue quotes what a user types
//   county = null: only townships of this county; null: of all
//   limit = 20: most rows to return
CALL db.index.fulltext.queryNodes('item_text', '"河道巡查"') YIELD node, score
CALL (node) {
  MATCH (d:Duty {id: node.id}) RETURN d
  UNION
  MATCH (d:Duty)-[:REQUIRES|HAS_ROLE_ITEM]->(node) RETURN d
}
WITH node, score, d
WHERE d.current
MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH node, score, d, t, c
WHERE null IS NULL OR c.name = null
WITH node, score, d, t, c
ORDER BY score DESC, node.id
WITH d, t, c, max(score) AS best, collect(node.text)[..3] AS matches
ORDER BY best DESC, d.id
LIMIT 20
RETURN d.id AS duty_id, c.name AS county, t.name AS township, d.section AS section, d.number AS number, d.name AS name,
  COLLECT { MATCH (o:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  matches AS matches, d.first_line AS first_line, d.last_line AS last_line
ORDER BY best DESC, d.id;

// 已载入清单(表) · Catalogue of what is loaded
// Which townships' lists are loaded, in which edition, from which file, with how many rows?
// 改成您要查的值 · values to change:
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 100: most rows to return
MATCH (l:DutyList)-[:LIST_OF]->(t:Township)
// 2025 counts as 20250000, 2025-08 as 20250800; undated is the oldest
WITH *, CASE l.edition WHEN 'undated' THEN 0 ELSE toInteger(left(replace(l.edition, '-', '') + '0000', 8)) END AS age
WITH *, t.path + ' ' + toString(9999999999 - age) + ' ' + l.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 100
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (t)-[:PART_OF*1..2]->(q:Prefecture)
OPTIONAL MATCH (t)-[:PART_OF*1..3]->(p:Province)
RETURN l.id AS list_id, p.name AS province, q.name AS prefecture, c.name AS county, t.name AS township,
  t.id AS township_id, l.title AS title, l.edition AS edition, l.current AS current, l.basic AS basic,
  l.cooperative AS cooperative, l.reclaimed AS reclaimed, f.name AS document, f.sha256 AS sha256,
  l.first_line AS first_line, l.last_line AS last_line, l.last_seen AS last_seen, key AS key
ORDER BY key;

// 明减暗增(表) · Taken back on paper, yet delegated again
// Which work was taken back from a township, and stands in the same or a later edition of its list as its own or as cooperative work?
// 改成您要查的值 · values to change:
//   county = null: only townships of this county; null: of all
//   township = null: only townships of this name; null: all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
MATCH (l:DutyList)<-[:LISTED_IN]-(r:ReclaimedDuty {status: 'active'})-[:INSTANCE_OF {link: 'same'}]->(m:Matter)
MATCH (l)-[:LIST_OF]->(t:Township)
WHERE null IS NULL OR t.name = null
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH *
WHERE null IS NULL OR c.name = null
MATCH (m)<-[i:INSTANCE_OF]-(d:Duty)-[:LISTED_IN]->(k:DutyList)-[:LIST_OF]->(t)
WHERE d.section <> 'reclaimed' AND (k.id = l.id OR (k.edition > l.edition AND k.edition <> 'undated'))
WITH *, t.path + ' ' + toString(1000000000 + r.position) + ' ' + k.edition + ' ' + d.section + ' '
  + toString(1000000000 + d.position) + ' ' + d.id + ' ' + r.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
RETURN c.name AS county, t.name AS township, t.id AS township_id, m.title AS matter, r.id AS reclaimed_id, r.name AS reclaimed,
  l.edition AS reclaimed_edition, d.id AS duty_id, d.name AS name, d.section AS section, k.edition AS edition,
  i.link AS link, i.score AS score,
  COLLECT { MATCH (:Department)-[x:DELEGATES]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  key AS key
ORDER BY key;

// 清单版本(表) · Editions of a township's list
// Which editions of this township's list are loaded, newest first?
// 改成您要查的值 · values to change:
//   township = '石桥镇': its name or id
//   county = '青禾县': the township of this county; null: of all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (t:Township {name: '石桥镇'}) RETURN t
  UNION
  MATCH (t:Division {id: '石桥镇'}) WHERE t:Township RETURN t
}
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH t, c
WHERE '青禾县' IS NULL OR c.name = '青禾县'
MATCH (t)<-[:LIST_OF]-(l:DutyList)
// 2025 counts as 20250000, 2025-08 as 20250800; undated is the oldest
WITH *, CASE l.edition WHEN 'undated' THEN 0 ELSE toInteger(left(replace(l.edition, '-', '') + '0000', 8)) END AS age
WITH *, t.path + ' ' + toString(9999999999 - age) + ' ' + l.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (l)-[:READ_FROM]->(f:Document)
RETURN l.id AS list_id, c.name AS county, t.name AS township, t.id AS township_id, l.edition AS edition,
  l.current AS current, l.title AS title, f.name AS document, key AS key
ORDER BY key;

// 版本事项(表) · All rows of one edition, as they are compared with another
// What does each row of this list say, apart from where it is printed?
// 改成您要查的值 · values to change:
//   list = 'list-975f2f462f6c61784525': id of the list
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 1000: most rows to return
MATCH (:DutyList {id: 'list-975f2f462f6c61784525'})<-[:LISTED_IN]-(d:Duty)
WITH *, d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 1000
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS id, d.section AS section, k.name AS category, d.number AS number, d.name AS name,
  COLLECT { MATCH (b:Department)-[r:DELEGATES|TAKES_BACK]->(d) RETURN b.id ORDER BY r.position } AS departments,
  COLLECT { MATCH (d)-[:REQUIRES]->(i:Responsibility) RETURN i.text ORDER BY i.position }
    + COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN i.text ORDER BY i.position } AS clauses,
  d.status AS status, key AS key
ORDER BY key;

// 清单导出(表) · A list's duties for export
// All duties of one list, each on one flat row with its departments, clauses, role and provenance.
// 改成您要查的值 · values to change:
//   list = 'list-975f2f462f6c61784525': id of the list
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 1000: most rows to return
MATCH (l:DutyList {id: 'list-975f2f462f6c61784525'})-[:LIST_OF]->(t:Township)
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (t)-[:PART_OF*1..2]->(q:Prefecture)
OPTIONAL MATCH (t)-[:PART_OF*1..3]->(p:Province)
MATCH (d:Duty)-[:LISTED_IN]->(l)
WITH *, d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 1000
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, p.name AS province, q.name AS prefecture, c.name AS county, t.name AS township,
  l.edition AS edition, d.section AS section, k.name AS category, d.number AS number, d.position AS position,
  d.name AS name, d.starred AS starred, d.status AS status,
  COLLECT { MATCH (b:Department)-[r:DELEGATES|TAKES_BACK]->(d) RETURN r.printed[0] ORDER BY r.position } AS departments,
  COLLECT { MATCH (d)-[:REQUIRES]->(i:Responsibility) RETURN i.text ORDER BY i.position } AS responsibilities,
  COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN i.text ORDER BY i.position } AS role,
  COLLECT { MATCH (d)-[:CITES]->(a:Law) RETURN a.title ORDER BY a.title } AS laws,
  f.name AS document, d.first_line AS first_line, d.last_line AS last_line, d.page AS page, key AS key
ORDER BY key;

// 适用乡镇(表) · Townships that a question is about
// Which townships with a current list have this name or id, or stand in this county?
// 改成您要查的值 · values to change:
//   township = '石桥镇': its name or its id; null: all of the county
//   county = null: only townships of this county; null: of any
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (t:Township {name: '石桥镇'}) RETURN t
  UNION
  MATCH (t:Division {id: '石桥镇'}) RETURN t
  UNION
  MATCH (c:County {name: null})<-[:PART_OF]-(t:Township) WHERE '石桥镇' IS NULL RETURN t
}
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH t, c
WHERE (null IS NULL OR c.name = null) AND EXISTS { MATCH (t)<-[:LIST_OF]-(:DutyList {current: true}) }
WITH *, t.path AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
RETURN t.id AS id, c.name AS county, t.name AS name, t.path AS path, key AS key
ORDER BY key;

// 事项用词(表) · The words by which a township's duties are found
// What does each row of this township's current list say: its name, its clauses, and how other lists word the same work?
// 改成您要查的值 · values to change:
//   township = 'div-c1aa68dd4922881c8395': the township's id
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 1000: most rows to return
MATCH (t:Division {id: 'div-c1aa68dd4922881c8395'})<-[:LIST_OF]-(l:DutyList {current: true})
MATCH (d:Duty)-[:LISTED_IN]->(l)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
WITH *, d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 1000
RETURN d.id AS duty_id, d.section AS section, d.position AS position, d.number AS number, d.name AS name,
  k.name AS category, d.status AS status,
  COLLECT { MATCH (b:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  COLLECT { MATCH (d)-[:REQUIRES]->(i:Responsibility) RETURN i.text ORDER BY i.position } AS responsibilities,
  COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN i.text ORDER BY i.position } AS role,
  COLLECT {
    MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(:Matter)<-[:MEANS {link: 'same'}]-(w:Wording)
    WHERE w.id <> d.wording
    RETURN w.text ORDER BY w.id LIMIT 12
  } AS wordings,
  key AS key
ORDER BY key;

// 机构名称(表) · Names of bodies, for searching
// Under which names is each body printed, of which division is it, and how much work do its rows make?
// 改成您要查的值 · values to change:
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 100: most rows to return
MATCH (b:Department)-[:PART_OF]->(v:Division)
WHERE b.named
WITH *, b.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 100
RETURN 'department' AS kind, b.id AS id, b.name AS name, b.aliases AS others, v.path AS place, b.mentions AS weight, key AS key
ORDER BY key;

// 地名(表) · Names of divisions, for searching
// Which divisions are there, and how many current lists do their townships have?
// 改成您要查的值 · values to change:
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 100: most rows to return
MATCH (v:Division)
WITH *, v.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 100
RETURN CASE WHEN v:Township THEN 'township' WHEN v:County THEN 'county' WHEN v:Prefecture THEN 'prefecture' ELSE 'province' END AS kind,
  v.id AS id, v.name AS name, CASE WHEN v.code IS NULL THEN [] ELSE [v.code] END AS others, v.path AS place,
  COUNT { (v)<-[:PART_OF*0..3]-(:Township)<-[:LIST_OF]-(:DutyList {current: true}) } AS weight,
  key AS key
ORDER BY key;

// 事项表述(表) · Wordings of matters, for searching
// How do lists word each matter, and in how many rows?
// 改成您要查的值 · values to change:
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 100: most rows to return
MATCH (m:Matter)
WITH *, m.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 100
RETURN 'matter' AS kind, m.id AS id, m.title AS name,
  COLLECT {
    MATCH (m)<-[:MEANS {link: 'same'}]-(w:Wording) WHERE w.text <> m.title RETURN w.text ORDER BY w.id LIMIT 12
  } AS others,
  null AS place, COUNT { (m)<-[:INSTANCE_OF]-(:Duty {current: true}) } AS weight, key AS key
ORDER BY key;

// 法规名称(表) · Titles of laws, for searching
// Which laws do rows cite, and how many?
// 改成您要查的值 · values to change:
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 100: most rows to return
MATCH (a:Law)
WITH *, a.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 100
RETURN 'law' AS kind, a.id AS id, a.title AS name, [] AS others, null AS place, COUNT { (a)<-[:CITES]-(:Duty) } AS weight,
  key AS key
ORDER BY key;

// 职能名称(表) · Names of lines of government work, for searching
// Which lines of government work are there, and how many bodies do each?
// 改成您要查的值 · values to change:
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 100: most rows to return
MATCH (f:Function)
WITH *, f.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 100
RETURN 'function' AS kind, f.id AS id, f.name AS name, [f.name_en] AS others, null AS place,
  COUNT { (f)<-[:EXERCISES]-(:Department) } AS weight, key AS key
ORDER BY key;

// 类别名称(表) · Names of categories, for searching
// Under which headings do rows stand, and how many?
// 改成您要查的值 · values to change:
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 100: most rows to return
MATCH (k:Category)
WITH *, k.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 100
RETURN 'category' AS kind, k.id AS id, k.name AS name, [] AS others, null AS place,
  COUNT { (k)<-[:IN_CATEGORY]-(:Duty) } AS weight, key AS key
ORDER BY key;

// 数据集概况(表) · The dataset as a whole
// How much is loaded, and when did it last change?
OPTIONAL MATCH (s:Dataset {id: 'graphkb'})
RETURN coalesce(s.version, 0) AS version, s.loaded_at AS loaded_at,
  COUNT { (:DutyList) } AS lists,
  COUNT { (:Township)<-[:LIST_OF]-(:DutyList {current: true}) } AS townships,
  COUNT { (:Duty {current: true}) } AS duties,
  COUNT { (:Department) } AS departments;

// 节点(表) · What a node is
// What is the node of this id, and what is it called?
// 改成您要查的值 · values to change:
//   id = 'dept-66dd8e07f3b81cec6fc2': of a duty, department, division, matter, law, category or function
CALL () {
  MATCH (n:Duty {id: 'dept-66dd8e07f3b81cec6fc2'})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(v:Township)
  RETURN n, 'duty' AS kind, n.name AS name, v.path AS place
  UNION
  MATCH (n:Department {id: 'dept-66dd8e07f3b81cec6fc2'})-[:PART_OF]->(v:Division)
  RETURN n, 'department' AS kind, n.name AS name, v.path AS place
  UNION
  MATCH (n:Division {id: 'dept-66dd8e07f3b81cec6fc2'})
  RETURN n, CASE WHEN n:Township THEN 'township' WHEN n:County THEN 'county' WHEN n:Prefecture THEN 'prefecture'
    ELSE 'province' END AS kind, n.name AS name, n.path AS place
  UNION
  MATCH (n:Matter {id: 'dept-66dd8e07f3b81cec6fc2'}) RETURN n, 'matter' AS kind, n.title AS name, null AS place
  UNION
  MATCH (n:Law {id: 'dept-66dd8e07f3b81cec6fc2'}) RETURN n, 'law' AS kind, n.title AS name, null AS place
  UNION
  MATCH (n:Category {id: 'dept-66dd8e07f3b81cec6fc2'}) RETURN n, 'category' AS kind, n.name AS name, null AS place
  UNION
  MATCH (n:Function {id: 'dept-66dd8e07f3b81cec6fc2'}) RETURN n, 'function' AS kind, n.name AS name, null AS place
}
RETURN n.id AS id, kind AS kind, name AS name, place AS place, n.section AS section, n.number AS number,
  coalesce(n.named, true) AS named
LIMIT 1;

// 邻居计数(表) · How much hangs on a node
// How many neighbours does this node have, by relation, direction, kind and section? BORNE_BY joins a duty with the departments of its clauses, which stand between them in the graph.
// 改成您要查的值 · values to change:
//   id = 'dept-66dd8e07f3b81cec6fc2': the node: a duty, department, division, matter, law, category or function
//   limit = 100: most rows to return
CALL () {
  MATCH (n:Duty {id: 'dept-66dd8e07f3b81cec6fc2'}) RETURN n
  UNION
  MATCH (n:Department {id: 'dept-66dd8e07f3b81cec6fc2'}) RETURN n
  UNION
  MATCH (n:Division {id: 'dept-66dd8e07f3b81cec6fc2'}) RETURN n
  UNION
  MATCH (n:Matter {id: 'dept-66dd8e07f3b81cec6fc2'}) RETURN n
  UNION
  MATCH (n:Law {id: 'dept-66dd8e07f3b81cec6fc2'}) RETURN n
  UNION
  MATCH (n:Category {id: 'dept-66dd8e07f3b81cec6fc2'}) RETURN n
  UNION
  MATCH (n:Function {id: 'dept-66dd8e07f3b81cec6fc2'}) RETURN n
}
CALL (n) {
  MATCH (n)-[r:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF|INSTANCE_OF|CITES|IN_CATEGORY|EXERCISES|WORKS_WITH|PART_OF]->(m)
  RETURN type(r) AS relation, 'out' AS direction, m
  UNION ALL
  MATCH (n)<-[r:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF|INSTANCE_OF|CITES|IN_CATEGORY|EXERCISES|WORKS_WITH|PART_OF]-(m)
  RETURN type(r) AS relation, 'in' AS direction, m
  UNION ALL
  MATCH (n)-[:REQUIRES]->(:Responsibility)-[:BORNE_BY]->(m:Department)
  RETURN DISTINCT 'BORNE_BY' AS relation, 'out' AS direction, m
  UNION ALL
  MATCH (n)<-[:BORNE_BY]-(:Responsibility)<-[:REQUIRES]-(m:Duty)
  RETURN DISTINCT 'BORNE_BY' AS relation, 'in' AS direction, m
}
WITH relation, direction, m
WHERE coalesce(m.current, true)
WITH relation, direction, m.section AS section, CASE WHEN m:Duty THEN 'duty' WHEN m:Department THEN 'department'
  WHEN m:Township THEN 'township' WHEN m:County THEN 'county' WHEN m:Prefecture THEN 'prefecture'
  WHEN m:Province THEN 'province' WHEN m:Matter THEN 'matter' WHEN m:Law THEN 'law' WHEN m:Category THEN 'category'
  ELSE 'function' END AS kind
RETURN relation AS relation, direction AS direction, kind AS kind, section AS section, count(*) AS count
ORDER BY relation, direction, kind, section
LIMIT 100;

// 邻居(表) · What hangs on nodes
// Which neighbours do these nodes have, by which relations? BORNE_BY joins a duty with the departments of its clauses, which stand between them in the graph.
// 改成您要查的值 · values to change:
//   ids = 'dept-66dd8e07f3b81cec6fc2': the nodes, parted by spaces: duties, departments, divisions, matters, laws, categories, functions
//   relation = null: only relations of these types, parted by spaces; null: of all
//   section = null: of duties, only basic, cooperative or reclaimed ones; null: all
//   each = 300: most neighbours of one node
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 300: most rows to return
UNWIND split('dept-66dd8e07f3b81cec6fc2', ' ') AS start
CALL (start) {
  MATCH (n:Duty {id: start}) RETURN n
  UNION
  MATCH (n:Department {id: start}) RETURN n
  UNION
  MATCH (n:Division {id: start}) RETURN n
  UNION
  MATCH (n:Matter {id: start}) RETURN n
  UNION
  MATCH (n:Law {id: start}) RETURN n
  UNION
  MATCH (n:Category {id: start}) RETURN n
  UNION
  MATCH (n:Function {id: start}) RETURN n
}
CALL (n) {
  CALL (n) {
    MATCH (n)-[r:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF|INSTANCE_OF|CITES|IN_CATEGORY|EXERCISES|WORKS_WITH|PART_OF]->(m)
    RETURN type(r) AS relation, 'out' AS direction, r, m
    UNION ALL
    MATCH (n)<-[r:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF|INSTANCE_OF|CITES|IN_CATEGORY|EXERCISES|WORKS_WITH|PART_OF]-(m)
    RETURN type(r) AS relation, 'in' AS direction, r, m
    UNION ALL
    MATCH (n)-[:REQUIRES]->(:Responsibility)-[:BORNE_BY]->(m:Department)
    RETURN DISTINCT 'BORNE_BY' AS relation, 'out' AS direction, null AS r, m
    UNION ALL
    MATCH (n)<-[:BORNE_BY]-(:Responsibility)<-[:REQUIRES]-(m:Duty)
    RETURN DISTINCT 'BORNE_BY' AS relation, 'in' AS direction, null AS r, m
  }
  WITH relation, direction, r, m
  WHERE coalesce(m.current, true) AND (null IS NULL OR relation IN split(null, ' '))
    AND (null IS NULL OR coalesce(m.section, null) = null)
  WITH relation, direction, r, m, CASE relation WHEN 'DELEGATES' THEN 'a' WHEN 'TAKES_BACK' THEN 'b' WHEN 'ASSISTS' THEN 'c'
    WHEN 'RELIEVED_OF' THEN 'd' WHEN 'PERFORMS' THEN 'e' WHEN 'BORNE_BY' THEN 'f' WHEN 'WORKS_WITH' THEN 'g'
    WHEN 'INSTANCE_OF' THEN 'h' WHEN 'IN_CATEGORY' THEN 'i' WHEN 'CITES' THEN 'j' WHEN 'EXERCISES' THEN 'k' ELSE 'l' END
    + direction + ' ' + coalesce(m.name, m.title) + ' ' + m.id AS place_in_order
  ORDER BY place_in_order
  LIMIT 300
  RETURN relation, direction, r, m, place_in_order
}
WITH start, relation, direction, r, m, start + ' ' + place_in_order AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 300
RETURN start AS start, relation AS relation, direction AS direction, m.id AS id,
  CASE WHEN m:Duty THEN 'duty' WHEN m:Department THEN 'department' WHEN m:Township THEN 'township' WHEN m:County THEN 'county'
    WHEN m:Prefecture THEN 'prefecture' WHEN m:Province THEN 'province' WHEN m:Matter THEN 'matter' WHEN m:Law THEN 'law'
    WHEN m:Category THEN 'category' ELSE 'function' END AS kind,
  coalesce(m.name, m.title) AS name,
  coalesce(m.path, head(COLLECT { MATCH (m)-[:PART_OF]->(v:Division) RETURN v.path UNION
    MATCH (m)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(v:Township) RETURN v.path })) AS place,
  m.section AS section, m.number AS number, coalesce(m.named, true) AS named, r.lead AS lead, r.delegated AS delegated,
  r.taken_back AS taken_back, r.link AS link, r.score AS score, key AS key
ORDER BY key;

// 三栏(表) · Who, what and where around a node
// Which rows does this node stand in, by which departments and in which townships? Rows of one matter or category may be taken together.
// 改成您要查的值 · values to change:
//   id = 'dept-66dd8e07f3b81cec6fc2': a duty, department, township, matter, law, category or function
//   section = null: only basic, cooperative or reclaimed rows; null: all
//   division = null: only townships of this division, by its id; null: of all
//   within = null: only rows of this matter or category; null: all
//   group = 'matter': what is taken together: row (nothing), matter or category; rows without stay alone
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 60: most groups to return
CALL () {
  MATCH (d:Duty {id: 'dept-66dd8e07f3b81cec6fc2'}) RETURN d
  UNION
  MATCH (:Department {id: 'dept-66dd8e07f3b81cec6fc2'})-[:DELEGATES|TAKES_BACK]->(d:Duty) RETURN d
  UNION
  MATCH (:Division {id: 'dept-66dd8e07f3b81cec6fc2'})-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d:Duty) RETURN d
  UNION
  MATCH (:Matter {id: 'dept-66dd8e07f3b81cec6fc2'})<-[:INSTANCE_OF {link: 'same'}]-(d:Duty) RETURN d
  UNION
  MATCH (:Law {id: 'dept-66dd8e07f3b81cec6fc2'})<-[:CITES]-(d:Duty) RETURN d
  UNION
  MATCH (:Category {id: 'dept-66dd8e07f3b81cec6fc2'})<-[:IN_CATEGORY]-(d:Duty) RETURN d
  UNION
  MATCH (:Function {id: 'dept-66dd8e07f3b81cec6fc2'})<-[:EXERCISES]-(:Department)-[:DELEGATES|TAKES_BACK]->(d:Duty) RETURN d
}
WITH d
WHERE (d.current OR d.id = 'dept-66dd8e07f3b81cec6fc2') AND (null IS NULL OR d.section = null)
  AND (null IS NULL OR EXISTS { MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(:Matter {id: null}) }
    OR EXISTS { MATCH (d)-[:IN_CATEGORY]->(:Category {id: null}) })
MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
WHERE null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(:Division {id: null}) }
OPTIONAL MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(m:Matter) WHERE 'matter' = 'matter'
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category) WHERE 'matter' = 'category'
WITH coalesce(m, k, d) AS g, d, t
WITH g, collect(d) AS duties, count(d) AS rows, min(t.path) AS path
WITH g, duties, rows, path, toString(9999999999 - rows) + ' '
  + CASE WHEN g:Duty THEN path + ' ' + g.section + toString(1000000000 + g.position) ELSE coalesce(g.title, g.name) END
  + ' ' + g.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 60
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
ORDER BY key;

// 共同事项(表) · Rows in which both stand
// In which current rows do these two departments, or this department and this township, stand together? A department stands in a row by its column (DELEGATES, TAKES_BACK) or by a clause that it bears (BORNE_BY).
// 改成您要查的值 · values to change:
//   start = 'dept-66dd8e07f3b81cec6fc2': id of a department or township
//   end = 'div-c1aa68dd4922881c8395': id of another
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 50: most rows to return
CALL () {
  MATCH (:Department {id: 'dept-66dd8e07f3b81cec6fc2'})-[:DELEGATES|TAKES_BACK]->(d:Duty {current: true}) RETURN d
  UNION
  MATCH (:Department {id: 'dept-66dd8e07f3b81cec6fc2'})<-[:BORNE_BY]-(:Responsibility)<-[:REQUIRES]-(d:Duty {current: true}) RETURN d
  UNION
  MATCH (:Division {id: 'dept-66dd8e07f3b81cec6fc2'})-[:ASSISTS|PERFORMS|RELIEVED_OF]->(d:Duty {current: true}) RETURN d
}
WITH d
WHERE EXISTS { MATCH (x)-[:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF]->(d) WHERE x.id = 'div-c1aa68dd4922881c8395' }
  OR EXISTS { MATCH (d)-[:REQUIRES]->(:Responsibility)-[:BORNE_BY]->(x:Department) WHERE x.id = 'div-c1aa68dd4922881c8395' }
MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
WITH d, t, t.path + ' ' + d.section + toString(1000000000 + d.position) + ' ' + d.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 50
RETURN d.id AS duty_id, d.section AS section, d.number AS number, d.name AS name, t.name AS township, t.path AS place,
  COLLECT {
    MATCH (x)-[r:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF]->(d) WHERE x.id = 'dept-66dd8e07f3b81cec6fc2' RETURN type(r) AS relation
    UNION
    MATCH (d)-[:REQUIRES]->(:Responsibility)-[r:BORNE_BY]->(x:Department) WHERE x.id = 'dept-66dd8e07f3b81cec6fc2' RETURN type(r) AS relation
  } AS start_relations,
  COLLECT {
    MATCH (x)-[r:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF]->(d) WHERE x.id = 'div-c1aa68dd4922881c8395' RETURN type(r) AS relation
    UNION
    MATCH (d)-[:REQUIRES]->(:Responsibility)-[r:BORNE_BY]->(x:Department) WHERE x.id = 'div-c1aa68dd4922881c8395' RETURN type(r) AS relation
  } AS end_relations,
  key AS key
ORDER BY key;

// 间接联系(表) · What joins two that share no row
// Through which matter, department or township are these two joined, by one row of each? Clauses are left out: rows only.
// 改成您要查的值 · values to change:
//   start = 'dept-66dd8e07f3b81cec6fc2': id of a department or township
//   end = 'div-c1aa68dd4922881c8395': id of another
//   rows = 2000: most rows of each of the two that are looked at
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 50: most rows to return
UNWIND ['dept-66dd8e07f3b81cec6fc2', 'div-c1aa68dd4922881c8395'] AS side
CALL (side) {
  CALL (side) {
    MATCH (:Department {id: side})-[:DELEGATES|TAKES_BACK]->(d:Duty {current: true}) RETURN d
    UNION
    MATCH (:Division {id: side})-[:ASSISTS|PERFORMS|RELIEVED_OF]->(d:Duty {current: true}) RETURN d
  }
  RETURN d ORDER BY d.id LIMIT 2000
}
CALL (d) {
  MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(h:Matter) RETURN h, 'matter' AS kind
  UNION
  MATCH (h:Department)-[:DELEGATES|TAKES_BACK]->(d) RETURN h, 'department' AS kind
  UNION
  MATCH (h:Township)-[:ASSISTS|PERFORMS|RELIEVED_OF]->(d) RETURN h, 'township' AS kind
}
WITH side, d, h, kind
WHERE h.id <> 'dept-66dd8e07f3b81cec6fc2' AND h.id <> 'div-c1aa68dd4922881c8395'
WITH h, kind, collect(CASE WHEN side = 'dept-66dd8e07f3b81cec6fc2' THEN d END) AS near, collect(CASE WHEN side = 'div-c1aa68dd4922881c8395' THEN d END) AS far
WHERE size(near) > 0 AND size(far) > 0
WITH h, kind, near, far, CASE kind WHEN 'matter' THEN 'a' WHEN 'department' THEN 'b' ELSE 'c' END
  + toString(9999999999 - size(near) * size(far)) + ' ' + coalesce(h.path, h.name, h.title) + ' ' + h.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 50
RETURN h.id AS id, kind AS kind, coalesce(h.title, h.name) AS name,
  coalesce(h.path, head(COLLECT { MATCH (h)-[:PART_OF]->(v:Division) RETURN v.path })) AS place, coalesce(h.named, true) AS named,
  size(near) AS start_count, size(far) AS end_count,
  COLLECT {
    UNWIND near AS d MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
    RETURN {id: d.id, name: d.name, section: d.section, number: d.number, place: t.path} ORDER BY t.path, d.section, d.position, d.id LIMIT 3
  } AS start_rows,
  COLLECT {
    UNWIND far AS d MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
    RETURN {id: d.id, name: d.name, section: d.section, number: d.number, place: t.path} ORDER BY t.path, d.section, d.position, d.id LIMIT 3
  } AS end_rows,
  key AS key
ORDER BY key;

// 部门乡镇对照(表) · Departments and townships of a division
// Which departments hand most to the townships of this division, and how many rows stand between each and each township?
// 改成您要查的值 · values to change:
//   division = 'div-aa1e9da89aa681b48b88': id of a division of any level
//   section = null: count only cooperative or only reclaimed rows; null: both
//   townships = 60: most townships to tell one by one, by path; totals are over all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 60: most departments to return
MATCH (v:Division {id: 'div-aa1e9da89aa681b48b88'})
MATCH (t:Township)-[:PART_OF*0..3]->(v)
WITH t ORDER BY t.path
WITH collect(t) AS all_townships
WITH all_townships, [t IN all_townships[..60] | t.id] AS shown
UNWIND all_townships AS t
MATCH (b:Department)-[w:WORKS_WITH]->(t)
WITH b, t, shown,
  CASE WHEN coalesce(null, 'cooperative') = 'cooperative' THEN w.delegated ELSE 0 END AS delegated,
  CASE WHEN coalesce(null, 'reclaimed') = 'reclaimed' THEN w.taken_back ELSE 0 END AS taken_back
WHERE delegated + taken_back > 0
WITH b, t, shown, delegated, taken_back ORDER BY t.path
WITH b, sum(delegated) AS delegated, sum(taken_back) AS taken_back, count(t) AS reached,
  collect(CASE WHEN t.id IN shown THEN {id: t.id, delegated: delegated, taken_back: taken_back} END) AS cells
WITH b, delegated, taken_back, reached, cells,
  toString(9999999999 - delegated - taken_back) + ' ' + b.name + ' ' + b.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 60
MATCH (b)-[:PART_OF]->(v:Division)
RETURN b.id AS id, b.name AS name, b.level AS level, b.named AS named, v.path AS place, delegated AS delegated,
  taken_back AS taken_back, reached AS reached, cells AS cells, key AS key
ORDER BY key;

// 对照表的乡镇(表) · The townships of a division and what stands between them and all departments
// Which townships does this division have, and how many rows stand between each and all departments together? A row with three departments counts three times, as in the departments' own figures.
// 改成您要查的值 · values to change:
//   division = 'div-aa1e9da89aa681b48b88': id of a division of any level
//   section = null: count only cooperative or only reclaimed rows; null: both
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 60: most townships to return
MATCH (v:Division {id: 'div-aa1e9da89aa681b48b88'})
MATCH (t:Township)-[:PART_OF*0..3]->(v)
OPTIONAL MATCH (b:Department)-[w:WORKS_WITH]->(t)
WITH t,
  CASE WHEN coalesce(null, 'cooperative') = 'cooperative' THEN coalesce(w.delegated, 0) ELSE 0 END AS delegated,
  CASE WHEN coalesce(null, 'reclaimed') = 'reclaimed' THEN coalesce(w.taken_back, 0) ELSE 0 END AS taken_back
WITH t, sum(delegated) AS delegated, sum(taken_back) AS taken_back,
  sum(CASE WHEN delegated + taken_back > 0 THEN 1 ELSE 0 END) AS departments
WITH t, delegated, taken_back, departments, t.path AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 60
RETURN t.id AS id, t.name AS name, t.path AS place, delegated AS delegated, taken_back AS taken_back,
  departments AS departments, key AS key
ORDER BY key;

// 部门事项流向(表) · From departments to categories
// Which departments hand most to the townships of this division, and in which categories?
// 改成您要查的值 · values to change:
//   division = 'div-aa1e9da89aa681b48b88': id of a division of any level
//   section = null: count only cooperative or only reclaimed rows; null: both
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 15: most departments to return
MATCH (v:Division {id: 'div-aa1e9da89aa681b48b88'})
MATCH (t:Township)-[:PART_OF*0..3]->(v)
MATCH (t)-[:ASSISTS|RELIEVED_OF]->(d:Duty {current: true})
WHERE null IS NULL OR d.section = null
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
MATCH (b:Department)-[:DELEGATES|TAKES_BACK]->(d)
WITH b, k, count(*) AS rows
WITH b, k, rows ORDER BY rows DESC, k.name
WITH b, sum(rows) AS rows, collect({id: k.id, name: k.name, rows: rows}) AS categories
WITH b, rows, categories, toString(9999999999 - rows) + ' ' + b.name + ' ' + b.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 15
RETURN b.id AS id, b.name AS name, b.named AS named, rows AS rows, categories AS categories, key AS key
ORDER BY key;

// 类别流向(表) · From categories to townships
// How many rows of departments stand in each category, and in which townships of this division? A row with three departments counts three times, so that what flows in is what flows out.
// 改成您要查的值 · values to change:
//   division = 'div-aa1e9da89aa681b48b88': id of a division of any level
//   section = null: count only cooperative or only reclaimed rows; null: both
//   townships = 30: most townships to tell one by one, those of most rows; totals are over all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 30: most categories to return
MATCH (v:Division {id: 'div-aa1e9da89aa681b48b88'})
MATCH (t:Township)-[:PART_OF*0..3]->(v)
MATCH (:Department)-[w:WORKS_WITH]->(t)
WITH v, t, sum(CASE coalesce(null, '') WHEN 'cooperative' THEN w.delegated WHEN 'reclaimed' THEN w.taken_back
  ELSE w.delegated + w.taken_back END) AS rows
WITH v, t ORDER BY rows DESC, t.path
WITH v, collect(t.id)[..30] AS shown
MATCH (t:Township)-[:PART_OF*0..3]->(v)
MATCH (t)-[:ASSISTS|RELIEVED_OF]->(d:Duty {current: true})
WHERE null IS NULL OR d.section = null
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
MATCH (:Department)-[:DELEGATES|TAKES_BACK]->(d)
WITH k, t, shown, count(*) AS rows
WITH k, t, shown, rows ORDER BY t.path
WITH k, sum(rows) AS rows,
  collect(CASE WHEN t.id IN shown THEN {id: t.id, name: t.name, rows: rows} END) AS townships
WITH k, rows, townships,
  toString(9999999999 - rows) + ' ' + coalesce(k.name, '') + ' ' + coalesce(k.id, '') AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 30
RETURN k.id AS id, k.name AS name, rows AS rows, townships AS townships, key AS key
ORDER BY key;
