// 查找部门(图) · Find departments by name
// The bodies found, the division that each belongs to, and the townships that it works with.
// 改成您要查的值 · values to change:
//   text = '水': part of a name; "" for all
//   county = null: only bodies that work with townships of this county; null: all
//   division = null: id of a division of any level, or a county's name: only bodies that work with its townships; null: all
//   function = null: slug: only bodies that do this line of work; null: all
MATCH (b:Department)-[:PART_OF]->(v:Division)
WHERE (b.name CONTAINS '水' OR any(alias IN b.aliases WHERE alias CONTAINS '水'))
  AND (null IS NULL OR EXISTS { (b)-[:WORKS_WITH]->(:Township)-[:PART_OF]->(:County {name: null}) })
  AND (null IS NULL OR EXISTS { MATCH (b)-[:WORKS_WITH]->(:Township)-[:PART_OF*0..3]->(a:Division) WHERE a.id = null OR (a:County AND a.name = null) })
  AND (null IS NULL OR EXISTS { (b)-[:EXERCISES]->(:Function {id: null}) })
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
//   division = null: id of a division of any level, or a county's name; null: everywhere
//   category = null: only rows of this category; null: of all
//   matter = null: id: only rows that are this matter, or bundle it; null: all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
CALL () {
  MATCH (b:Department {name: '县水利局'}) RETURN b
  UNION
  MATCH (b:Department {id: '县水利局'}) RETURN b
  UNION
  WITH 1 AS one WHERE NOT '县水利局' STARTS WITH 'dept-'
  MATCH (b:Department) WHERE '县水利局' IN b.aliases RETURN b
}
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
WHERE CASE WHEN null IS NULL THEN d.current ELSE l.edition = null END
  AND ('青禾县' IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: '青禾县'}) })
  AND (null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null OR (v:County AND v.name = null) })
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND (null IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: null}) })
WITH *, t.path + ' ' + l.edition + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (b)-[:DELEGATES]->(d)<-[:ASSISTS]-(t)
RETURN p AS p LIMIT 100;

// 职能交办事项(图) · Everything the bodies of one line of work delegate
// A line of government work, the bodies that do it, their rows, and the townships that assist.
// 改成您要查的值 · values to change:
//   function = 'water': slug of the line of work: water, civil-affairs …
//   county = null: only townships of this county; null: of all
//   division = null: id of a division of any level, or a county's name; null: everywhere
//   category = null: only rows of this category; null: of all
//   matter = null: id: only rows that are this matter, or bundle it; null: all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
MATCH (:Function {id: 'water'})<-[e:EXERCISES]-(b:Department)
OPTIONAL MATCH (b)-[:PART_OF]->(v:Division)
WITH e, b, coalesce(v.path, '') + ' ' + b.id AS body ORDER BY body
CALL (b, body) {
  MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
  WHERE CASE WHEN null IS NULL THEN d.current ELSE l.edition = null END
    AND (null IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: null}) })
    AND (null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null OR (v:County AND v.name = null) })
    AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
    AND (null IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: null}) })
  RETURN r, d, l, t, body + ' ' + t.path + ' ' + l.edition + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
  ORDER BY key
}
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
//   division = null: only matters that a current list of this division has: id of any level, or a county's name; null: all
//   section = null: only matters that a row of this section is; null: all
//   category = null: only matters that a row of this category is; null: all
//   function = null: slug: only matters whose rows name a body of this line of work; null: all
CALL () {
  CALL () {
    MATCH (:Division {id: null})<-[:PART_OF*0..3]-(t:Township) RETURN t
    UNION
    MATCH (:County {name: null})<-[:PART_OF]-(t:Township) RETURN t
    UNION
    MATCH (t:Township {name: null}) RETURN t
    UNION
    MATCH (:County {name: '青禾县'})<-[:PART_OF]-(t:Township) RETURN t
  }
  WITH t
  WHERE (null IS NULL OR t.name = null)
    AND ('青禾县' IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: '青禾县'}) })
    AND (null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null OR (v:County AND v.name = null) })
  MATCH (t)<-[:LIST_OF]-(l:DutyList {current: true})
  MATCH (l)<-[:LISTED_IN]-(d:Duty)
  WHERE (null IS NULL OR d.section = null)
    AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
    AND (null IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: null}) })
  MATCH (d)-[:INSTANCE_OF]->(m:Matter)
  RETURN DISTINCT m
  UNION
  WITH 1 AS one WHERE '青禾县' IS NULL AND null IS NULL AND null IS NULL
  MATCH (m:Matter)
  WHERE coalesce(null, null, null) IS NULL OR EXISTS {
    MATCH (m)<-[:INSTANCE_OF]-(d:Duty {current: true})
    WHERE (null IS NULL OR d.section = null)
      AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
      AND (null IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: null}) })
  }
  RETURN m
}
WITH *, m.id AS key
// picture
WITH * ORDER BY key LIMIT 12
MATCH p = (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(:Township)
RETURN p AS p LIMIT 100;

// 事项详情(图) · One duty in full
// The row with its bodies, clauses, township, list, category, laws and the work that it is.
// 改成您要查的值 · values to change:
//   id = 'duty-0f768332cd9e9f13042d': the duty
MATCH (d:Duty {id: 'duty-0f768332cd9e9f13042d'})
// picture
CALL (d) {
  MATCH p = (d)-[:DELEGATES|TAKES_BACK|PERFORMS|ASSISTS|RELIEVED_OF|LISTED_IN|IN_CATEGORY|CITES|INSTANCE_OF]-() RETURN p
  UNION ALL
  MATCH p = (d)-[:REQUIRES|HAS_ROLE_ITEM]->() RETURN p
  UNION ALL
  MATCH p = (d)-[:REQUIRES]->()-[:BORNE_BY]->() RETURN p
}
RETURN p AS p LIMIT 100;

// 其他乡镇的同一件事(图) · The same work elsewhere
// The row, the work that it is, and the rows of other townships that are the same work, with whose they are.
// 改成您要查的值 · values to change:
//   id = 'duty-0f768332cd9e9f13042d': the duty
MATCH (d:Duty {id: 'duty-0f768332cd9e9f13042d'})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
// A township's path is that of its county and its name: nothing is asked of the county of each row.
WITH d, t, left(t.path, size(t.path) - size(t.name)) AS county_path
MATCH (d)-[i:INSTANCE_OF {link: 'same'}]->(:Matter)<-[j:INSTANCE_OF {link: 'same'}]-(o:Duty {current: true})
MATCH (o)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(u:Township)
WHERE u.id <> t.id
WITH DISTINCT o, l, u, county_path <> '' AND left(u.path, size(u.path) - size(u.name)) = county_path AS near,
  CASE WHEN d.wording = o.wording THEN 1.0 WHEN i.score < j.score THEN i.score ELSE j.score END AS score,
  CASE WHEN d.wording = o.wording THEN 'same wording' ELSE 'similar wording' END AS method
WITH *, near OR score >= 0.95 AS certain
WITH *, CASE WHEN near THEN '0 ' WHEN certain THEN '1 ' ELSE '2 ' END + u.path + ' ' + l.edition + ' ' + o.section + ' '
  + toString(1000000000 + o.position) + ' ' + o.id AS key
// picture
WITH * ORDER BY key LIMIT 60
MATCH p = (d)-[:INSTANCE_OF {link: 'same'}]->(:Matter)<-[:INSTANCE_OF {link: 'same'}]-(o)-[:LISTED_IN]->(l)-[:LIST_OF]->(u)
RETURN p AS p LIMIT 60;

// 乡镇事项(图) · All duties of a township
// The township, its rows, and the categories that they stand under.
// 改成您要查的值 · values to change:
//   township = '石桥镇': its name or its id
//   county = '青禾县': only a township of this county; null: of any
//   section = 'cooperative': basic, cooperative or reclaimed; null: all three
//   category = null: only rows of this category; null: of all
//   department = null: name, plate or id: only rows of this body's; null: of all
//   function = null: slug: only rows of bodies that do this line of work; null: of all
//   matter = null: id: only rows that are this matter, or bundle it; null: all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
CALL () {
  MATCH (t:Township {name: '石桥镇'}) RETURN t
  UNION
  MATCH (t:Division {id: '石桥镇'}) RETURN t
}
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH t, c
WHERE '青禾县' IS NULL OR c.name = '青禾县'
MATCH (t)<-[:LIST_OF]-(l:DutyList)<-[:LISTED_IN]-(d:Duty)
WHERE CASE WHEN null IS NULL THEN l.current ELSE l.edition = null END
  AND ('cooperative' IS NULL OR d.section = 'cooperative')
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND (null IS NULL OR EXISTS {
    MATCH (d)<-[:DELEGATES|TAKES_BACK]-(b:Department)
    WHERE b.id = null OR b.name = null OR null IN b.aliases
  })
  AND (null IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: null}) })
  AND (null IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: null}) })
WITH *, t.path + ' ' + l.edition + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
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
//   exact = '河道巡查': text that a name or clause should hold as it stands: such rows come first
//   division = null: id of a division: only rows of townships in it; null: of all
//   section = null: basic, cooperative or reclaimed: only rows of this section; null: all three
//   candidates = 2000: most names and clauses to look at, the best of the index
CALL db.index.fulltext.queryNodes('item_text', '"河道巡查"', {limit: 2000}) YIELD node, score
WITH collect([node, score]) AS found
WITH found, size(found) AS looked
UNWIND found AS one
WITH one[0] AS node, one[1] AS score, looked
CALL (node) {
  MATCH (d:Duty {id: node.id}) RETURN d
  UNION
  MATCH (d:Duty)-[:REQUIRES|HAS_ROLE_ITEM]->(node) RETURN d
}
WITH node, score, looked, d
WHERE d.current AND (null IS NULL OR d.section = null)
MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
WITH node, score, looked, d, t
WHERE null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null }
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH node, score, looked, d, t, c, CASE WHEN node.text CONTAINS '河道巡查' THEN 1 ELSE 0 END AS exact
ORDER BY exact DESC, score DESC, node.id
WITH d, t, max(exact) AS exact, max(score) AS best, collect(node)[..2] AS matches
// picture
WITH * ORDER BY exact DESC, best DESC, d.id LIMIT 50
UNWIND matches AS node
CALL (node, d, t) {
  MATCH p = (node)<-[:REQUIRES|HAS_ROLE_ITEM]-(d)<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(t) RETURN p
  UNION ALL
  MATCH p = (d)<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(t) WHERE d.id = node.id RETURN p
}
RETURN p AS p LIMIT 100;

// 已载入清单(图) · Catalogue of what is loaded
// The lists, the townships that they are of, and the files that they were read from.
// 改成您要查的值 · values to change:
//   division = null: id of a division of any level, or a county's name; null: everywhere
//   edition = null: only lists of this edition (2025-08); null: of all
MATCH (l:DutyList)-[:LIST_OF]->(t:Township)
WHERE (null IS NULL OR l.edition = null)
  AND (null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null OR (v:County AND v.name = null) })
// 2025 counts as 20250000, 2025-08 as 20250800; undated is the oldest
WITH *, CASE l.edition WHEN 'undated' THEN 0 ELSE toInteger(left(replace(l.edition, '-', '') + '0000', 8)) END AS age
WITH *, t.path + ' ' + toString(9999999999 - age) + ' ' + l.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (t)<-[:LIST_OF]-(l)-[:READ_FROM]->(:Document)
RETURN p AS p LIMIT 100;

// 明减暗增(图) · Taken back on paper, yet delegated again
// The township, the row that takes work back, and the row that has it do that work all the same; what joins the two.
// 改成您要查的值 · values to change:
//   county = '临汀区': only townships of this county; null: of all
//   township = null: only townships of this name; null: all
//   division = null: id of a division of any level, or a county's name; null: everywhere
//   alike = true: rows that only look alike, too
//   repeated = false: every pair of editions that says it, past ones, too
CALL () {
  MATCH (:Division {id: null})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: null})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  MATCH (:County)<-[:PART_OF]-(t:Township {name: null}) RETURN t
  UNION
  MATCH (:County {name: '临汀区'})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE null IS NULL AND '临汀区' IS NULL AND null IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(k:DutyList)
WHERE (k.current OR false)
  AND ('临汀区' IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: '临汀区'}) })
  AND (null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null OR (v:County AND v.name = null) })
  AND (null IS NULL OR t.name = null)
// From the list, and once: a matter has the rows of all townships
OPTIONAL MATCH (k)<-[:LISTED_IN]-(d:Duty)-[i:INSTANCE_OF]->(m:Matter)
WHERE d.section <> 'reclaimed'
WITH t, k, collect({duty: d, matter: m.id, link: i.link, score: i.score}) AS instances
MATCH (t)<-[:LIST_OF]-(l:DutyList)<-[:LISTED_IN]-(r:ReclaimedDuty {status: 'active'})
WHERE k.id = l.id OR (k.edition > l.edition AND k.edition <> 'undated')
// Pairs of characters stand for words, each counted once; those that any duty may have tell nothing
WITH t, l, r, k, instances, [w IN [n IN range(0, size(r.name) - 2) WHERE NOT substring(r.name, 0, n + 1) CONTAINS substring(r.name, n, 2)
    | substring(r.name, n, 2)]
  WHERE NOT any(c IN ['和', '与', '及', '、', '的', '对'] WHERE w CONTAINS c) AND NOT w IN ['管理', '监管', '处罚', '行政', '行为',
    '检查', '处置', '查处', '整治', '巡查', '工作', '审核', '监督', '执法', '登记']] AS words
CALL (r, k, words, instances) {
  MATCH (r)-[:INSTANCE_OF {link: 'same'}]->(m:Matter)
  UNWIND [one IN instances WHERE one.matter = m.id] AS one
  RETURN one.duty AS d, m.title AS matter, one.link AS link, one.score AS score
  UNION
  MATCH (r)<-[:TAKES_BACK]-(:Department {named: true})-[:DELEGATES {lead: true}]->(d:CooperativeDuty)-[:LISTED_IN]->(k)
  WHERE true AND any(w IN words WHERE d.name CONTAINS w)
  MATCH (r)-[:IN_CATEGORY]->(g:Category) MATCH (d)-[:IN_CATEGORY]->(h:Category)
  WHERE g.id = h.id
    AND NOT EXISTS { MATCH (r)-[:INSTANCE_OF {link: 'same'}]->(m:Matter) MATCH (d)-[:INSTANCE_OF]->(o:Matter) WHERE o.id = m.id }
  RETURN d, null AS matter, 'alike' AS link, toFloat(size([w IN words WHERE d.name CONTAINS w])) / size(words) AS score
}
// Editions repeat rows: the same work is told by its matter, or by its name
OPTIONAL MATCH (r)-[:INSTANCE_OF {link: 'same'}]->(m:Matter)
WITH t, l, r, k, d, words, matter, link, score, min(m.id) AS taken
OPTIONAL MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(m:Matter)
WITH t, l, r, k, d, words, matter, link, score, taken, min(m.id) AS given
WITH t, l, r, k, d, words, matter, link, score, coalesce(taken, r.name) AS taken, coalesce(given, d.name) AS given,
  replace(k.edition, 'undated', '') + ' ' + replace(l.edition, 'undated', '') AS editions
WITH t, taken, given, max(editions) AS newest,
  collect({l: l, r: r, k: k, d: d, words: words, matter: matter, link: link, score: score, editions: editions}) AS pairs
UNWIND [pair IN pairs WHERE false OR pair.editions = newest] AS pair
WITH t, pair.l AS l, pair.r AS r, pair.k AS k, pair.d AS d, pair.words AS words, pair.matter AS matter, pair.link AS link,
  pair.score AS score
WITH *, CASE link WHEN 'same' THEN '0 ' WHEN 'overlap' THEN '1 ' ELSE '2 ' END
  + toString(2000000000 - toInteger(score * 1000000000)) + ' ' + t.path + ' ' + l.edition + ' '
  + toString(1000000000 + r.position) + ' ' + k.edition + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' '
  + d.id + ' ' + r.id + ' ' + coalesce(matter, '') AS key
// picture
WITH * ORDER BY key LIMIT 30
CALL (t, r, d) {
  MATCH p = (r)<-[:RELIEVED_OF]-(t)-[:PERFORMS|ASSISTS]->(d) RETURN p
  UNION ALL
  MATCH p = (r)<-[:TAKES_BACK]-(:Department)-[:DELEGATES]->(d) RETURN p
  UNION ALL
  MATCH p = (r)-[:INSTANCE_OF {link: 'same'}]->(:Matter)<-[:INSTANCE_OF]-(d) RETURN p
}
RETURN p AS p LIMIT 100;

// 乡镇对照(图) · Matters beside townships
// The work, the rows of the division's townships that are it, and those townships: the colour of a row is its section.
// 改成您要查的值 · values to change:
//   division = '青禾县': id of a division of any level, or a county's name
//   category = null: only matters that a row of this category is; null: all
//   function = null: slug: only matters whose rows name a body of this line of work; null: all
//   differing = true: only matters in which the townships differ
CALL () {
  MATCH (:Division {id: '青禾县'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '青禾县'})<-[:PART_OF]-(t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(:DutyList {current: true})
WITH DISTINCT t ORDER BY t.path
WITH collect(t) AS townships
UNWIND townships AS t
MATCH (t)<-[:LIST_OF]-(:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)-[i:INSTANCE_OF]->(m:Matter)
WITH townships, t, d, i, m,
  (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND (null IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: null}) })
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
WHERE wanted AND size(owners) > 0 AND (NOT true
  OR (size(sections) < size(townships) OR any(s IN sections WHERE s <> sections[0]))
    AND any(h IN having WHERE any(parts IN h.parts
      WHERE NOT any(part IN parts WHERE part IN shared OR (part IN singles AND NOT part + ' ' + h.id IN single)))))
WITH townships, m, having, size([s IN sections WHERE 'basic' IN s]) AS basic,
  size([s IN sections WHERE 'cooperative' IN s]) AS cooperative, size([s IN sections WHERE 'reclaimed' IN s]) AS reclaimed,
  size(townships) - size(sections) AS missing
// The more ways of treating it, the further in front; then what most townships have
WITH *, toString(9 - sign(basic) - sign(cooperative) - sign(reclaimed) - sign(missing)) + ' '
  + toString(1000000000 + missing) + ' ' + m.title + ' ' + m.id AS key
// picture
WITH * ORDER BY key LIMIT 12
UNWIND townships AS t
MATCH p = (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(t)
RETURN p AS p LIMIT 100;

// 乡镇差异(图) · Where a township differs from its county
// The work, the rows of the county's townships that are it, and those townships: the colour of a row is its section.
// 改成您要查的值 · values to change:
//   township = '莲渡镇': its name or its id
//   county = '青禾县': only a township of this county; null: of any
//   category = null: only matters that a row of this category is; null: all
//   function = null: slug: only matters whose rows name a body of this line of work; null: all
CALL () {
  MATCH (t:Township {name: '莲渡镇'}) RETURN t
  UNION
  MATCH (t:Division {id: '莲渡镇'}) WHERE t:Township RETURN t
}
MATCH (t)-[:PART_OF]->(c:County)
WHERE ('青禾县' IS NULL OR c.name = '青禾县') AND EXISTS { (t)<-[:LIST_OF]-(:DutyList {current: true}) }
MATCH (c)<-[:PART_OF]-(u:Township)<-[:LIST_OF]-(:DutyList {current: true})
WITH t, c, u ORDER BY u.path
WITH t, c, collect(u) AS townships
UNWIND townships AS u
MATCH (u)<-[:LIST_OF]-(:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)-[i:INSTANCE_OF]->(m:Matter)
WITH t, c, townships, u, d, i, m,
  (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
    AND (null IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: null}) }) AS wanted,
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
// picture
WITH * ORDER BY key LIMIT 12
MATCH (c)<-[:PART_OF]-(u:Township)
MATCH p = (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(u)
RETURN p AS p LIMIT 100;

// 独有事项(图) · Duties that only one township of a county has
// The townships, and the rows that no other township of their county has.
// 改成您要查的值 · values to change:
//   division = '青禾县': id of a division of any level, or a county's name
//   section = 'cooperative': basic, cooperative or reclaimed; null: all three
//   category = null: only rows of this category; null: of all
CALL () {
  MATCH (:Division {id: '青禾县'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '青禾县'})<-[:PART_OF]-(t:Township) RETURN t
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
WHERE ('cooperative' IS NULL OR d.section = 'cooperative')
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND NOT any(part IN COLLECT { MATCH (d)-[:INSTANCE_OF {link: 'overlap'}]->(o:Matter) RETURN o.id }
    WHERE part IN shared OR (part IN singles AND NOT part + ' ' + t.id IN single))
WITH t, l, d, m, t.path + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (t)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d)
RETURN p AS p LIMIT 100;

// 事项归并详情(图) · One matter in full
// The work, the rows that are it, and the townships whose rows they are.
// 改成您要查的值 · values to change:
//   id = 'matter-86c7d08a8607c91f1e94': the matter
MATCH (m:Matter {id: 'matter-86c7d08a8607c91f1e94'})
// picture
MATCH p = (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(:Township)
RETURN p AS p LIMIT 100;

// 部门详情(图) · One body in full
// The body, the division that it belongs to, its lines of government work, and the townships that it works with.
// 改成您要查的值 · values to change:
//   id = 'dept-66dd8e07f3b81cec6fc2': the body
MATCH (b:Department {id: 'dept-66dd8e07f3b81cec6fc2'})
// picture
MATCH p = (b)-[:PART_OF|EXERCISES|WORKS_WITH]->()
RETURN p AS p LIMIT 150;

// 部门收回事项(图) · What a body took back
// The department, the rows that it took back, and the townships that it took them from.
// 改成您要查的值 · values to change:
//   department = '县住房和城乡建设局': its name, one of its other plates, or its id
//   county = '青禾县': only townships of this county; null: of all
//   division = null: id of a division of any level, or a county's name; null: everywhere
//   category = null: only rows of this category; null: of all
//   matter = null: id: only rows that are this matter, or bundle it; null: all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
CALL () {
  MATCH (b:Department {name: '县住房和城乡建设局'}) RETURN b
  UNION
  MATCH (b:Department {id: '县住房和城乡建设局'}) RETURN b
  UNION
  WITH 1 AS one WHERE NOT '县住房和城乡建设局' STARTS WITH 'dept-'
  MATCH (b:Department) WHERE '县住房和城乡建设局' IN b.aliases RETURN b
}
MATCH (b)-[r:TAKES_BACK]->(d:ReclaimedDuty)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
WHERE CASE WHEN null IS NULL THEN d.current ELSE l.edition = null END
  AND ('青禾县' IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: '青禾县'}) })
  AND (null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null OR (v:County AND v.name = null) })
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND (null IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: null}) })
WITH *, t.path + ' ' + l.edition + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (b)-[:TAKES_BACK]->(d)<-[:RELIEVED_OF]-(t)
RETURN p AS p LIMIT 100;

// 联合交办事项(图) · What two bodies delegate together
// The two bodies, the rows in which both stand, and the townships that assist.
// 改成您要查的值 · values to change:
//   department = '县应急管理局': its name, one of its other plates, or its id
//   other = '县水利局': the other body: its name, one of its other plates, or its id
//   division = '青禾县': id of a division of any level, or a county's name; null: everywhere
//   category = null: only rows of this category; null: of all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
CALL () {
  MATCH (b:Department {name: '县应急管理局'}) RETURN b
  UNION
  MATCH (b:Department {id: '县应急管理局'}) RETURN b
  UNION
  WITH 1 AS one WHERE NOT '县应急管理局' STARTS WITH 'dept-'
  MATCH (b:Department) WHERE '县应急管理局' IN b.aliases RETURN b
}
CALL () {
  MATCH (o:Department {name: '县水利局'}) RETURN o
  UNION
  MATCH (o:Department {id: '县水利局'}) RETURN o
  UNION
  WITH 1 AS one WHERE NOT '县水利局' STARTS WITH 'dept-'
  MATCH (o:Department) WHERE '县水利局' IN o.aliases RETURN o
}
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty)<-[s:DELEGATES]-(o)
MATCH (d)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
WHERE CASE WHEN null IS NULL THEN d.current ELSE l.edition = null END
  AND ('青禾县' IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = '青禾县' OR (v:County AND v.name = '青禾县') })
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
WITH b, r, o, s, d, l, t, t.path + ' ' + l.edition + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id
  + ' ' + o.id AS key
// picture
WITH * ORDER BY key LIMIT 50
CALL (b, o, d, t) {
  MATCH p = (b)-[:DELEGATES]->(d)<-[:DELEGATES]-(o) RETURN p
  UNION ALL
  MATCH p = (d)<-[:ASSISTS]-(t) RETURN p
}
RETURN p AS p LIMIT 100;

// 联合部门(图) · Who delegates together
// The pairs that stand together in most rows, and those rows.
// 改成您要查的值 · values to change:
//   division = '青禾县': id of a division of any level, or a county's name; null: everywhere
//   category = null: only rows of this category; null: of all
CALL () {
  MATCH (:Division {id: '青禾县'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '青禾县'})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE '青禾县' IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)-[:ASSISTS]->(d:CooperativeDuty {current: true})
WHERE (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
MATCH (d)<-[x:DELEGATES]-(b:Department)
WHERE b.named
MATCH (d)<-[y:DELEGATES]-(o:Department)
WHERE o.named AND b.id < o.id
WITH b, o, count(d) AS rows, count(DISTINCT t) AS townships,
  sum(CASE WHEN x.lead THEN 1 ELSE 0 END) AS led, sum(CASE WHEN y.lead THEN 1 ELSE 0 END) AS other_led
WITH rows, townships, CASE WHEN other_led > led THEN [o, b] ELSE [b, o] END AS pair,
  CASE WHEN other_led > led THEN [other_led, led] ELSE [led, other_led] END AS leads
WITH pair[0] AS b, pair[1] AS o, rows, townships, leads[0] AS led, leads[1] AS other_led
WITH *, toString(9999999999 - rows) + ' ' + b.name + ' ' + o.name + ' ' + b.id + ' ' + o.id AS key
// picture
WITH * ORDER BY key LIMIT 6
MATCH p = (b)-[:DELEGATES]->(:CooperativeDuty {current: true})<-[:DELEGATES]-(o)
RETURN p AS p LIMIT 100;

// 交办排行(图) · Who delegates most
// The departments that delegate most, and the townships that they delegate to.
// 改成您要查的值 · values to change:
//   division = '塔林旗': id of a division of any level, or a county's name; null: everywhere
//   category = null: only rows of this category; null: of all
//   function = null: slug: only rows of bodies that do this line of work; null: of all
CALL () {
  MATCH (:Division {id: '塔林旗'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '塔林旗'})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE '塔林旗' IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)-[:ASSISTS]->(d:CooperativeDuty {current: true})<-[x:DELEGATES]-(b:Department)
WHERE (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND (null IS NULL OR EXISTS { (b)-[:EXERCISES]->(:Function {id: null}) })
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
WITH b, t, k.name AS category, count(d) AS rows, sum(CASE WHEN x.lead THEN 1 ELSE 0 END) AS led
WITH b, sum(rows) AS delegated, sum(led) AS led, collect(DISTINCT t) AS townships, collect(DISTINCT category) AS names,
  collect({id: t.id, category: category, rows: rows}) AS parts
WITH *, toString(9999999999 - delegated) + ' ' + toString(9999999999 - led) + ' ' + b.name + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 20
UNWIND townships AS t
MATCH p = (b)-[:WORKS_WITH]->(t)
RETURN p AS p LIMIT 150;

// 收回排行(图) · Who takes back most
// The departments that take back most, and the townships that they take it from.
// 改成您要查的值 · values to change:
//   division = '塔林旗': id of a division of any level, or a county's name; null: everywhere
//   category = null: only rows of this category; null: of all
//   function = null: slug: only rows of bodies that do this line of work; null: of all
CALL () {
  MATCH (:Division {id: '塔林旗'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '塔林旗'})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE '塔林旗' IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)-[:RELIEVED_OF]->(d:ReclaimedDuty {current: true})<-[x:TAKES_BACK]-(b:Department)
WHERE (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND (null IS NULL OR EXISTS { (b)-[:EXERCISES]->(:Function {id: null}) })
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
WITH b, t, k.name AS category, count(d) AS rows
WITH b, sum(rows) AS taken_back, collect(DISTINCT t) AS townships, collect(DISTINCT category) AS names,
  collect({id: t.id, category: category, rows: rows}) AS parts
WITH *, toString(9999999999 - taken_back) + ' ' + b.name + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 20
UNWIND townships AS t
MATCH p = (b)-[:WORKS_WITH]->(t)
RETURN p AS p LIMIT 150;

// 不提供履职保障的部门(图) · Bodies that never provide 履职保障
// The bodies, and the townships that they work with: none of their rows names a 履职保障 of theirs.
// 改成您要查的值 · values to change:
//   division = null: id of a division of any level, or a county's name; null: everywhere
CALL () {
  MATCH (:Division {id: null})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: null})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE null IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList {current: true})
WITH t, l, EXISTS { (l)<-[:LISTED_IN]-(:CooperativeDuty)-[:REQUIRES]->(:Responsibility {kind: 'safeguard'}) } AS prints
MATCH (l)<-[:LISTED_IN]-(d:CooperativeDuty)<-[x:DELEGATES]-(b:Department)
WITH b, count(d) AS delegated, sum(CASE WHEN x.lead THEN 1 ELSE 0 END) AS led, sum(CASE WHEN prints THEN 1 ELSE 0 END) AS asked,
  count(DISTINCT t) AS townships, collect(d) AS rows
WHERE NOT any(d IN rows WHERE EXISTS { (d)-[:REQUIRES]->(:Responsibility {kind: 'safeguard'})-[:BORNE_BY]->(b) })
WITH *, toString(9999999999 - asked) + ' ' + toString(9999999999 - delegated) + ' ' + b.name + ' ' + b.id AS key
// picture
WITH * ORDER BY key LIMIT 20
MATCH p = (b)-[:WORKS_WITH]->(:Township)
RETURN p AS p LIMIT 150;

// ★事项(图) · Starred duties
// The townships and their rows that are printed with ★.
// 改成您要查的值 · values to change:
//   division = '塔林旗': id of a division of any level, or a county's name; null: everywhere
//   section = null: basic, cooperative or reclaimed; null: all three
//   edition = null: only lists of this edition (2025-08); null: each township's newest
CALL () {
  MATCH (:Division {id: '塔林旗'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '塔林旗'})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE '塔林旗' IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList)<-[:LISTED_IN]-(d:Duty)
WHERE d.starred AND (null IS NULL OR d.section = null)
  AND CASE WHEN null IS NULL THEN l.current ELSE l.edition = null END
WITH t, l, d, t.path + ' ' + l.edition + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (t)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d)
RETURN p AS p LIMIT 100;

// 依据法规的事项(图) · Duties by law
// The law, the rows that cite it, and the townships whose rows they are.
// 改成您要查的值 · values to change:
//   law = '水法': its title, or its id
//   division = null: id of a division of any level, or a county's name; null: everywhere
//   section = null: basic, cooperative or reclaimed; null: all three
//   category = null: only rows of this category; null: of all
//   function = null: slug: only rows of bodies that do this line of work; null: of all
//   matter = null: id: only rows that are this matter, or bundle it; null: all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
CALL () {
  MATCH (a:Law {id: '水法'}) RETURN a
  UNION
  MATCH (a:Law {title: '水法'}) RETURN a
}
MATCH (a)<-[r:CITES]-(d:Duty)-[:LISTED_IN]->(l:DutyList)
WHERE (null IS NULL OR d.section = null)
  AND CASE WHEN null IS NULL THEN l.current ELSE l.edition = null END
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND (null IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: null}) })
  AND (null IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: null}) })
WITH a, l, collect({relation: r, duty: d}) AS citing
MATCH (l)-[:LIST_OF]->(t:Township)
WHERE null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null OR (v:County AND v.name = null) }
WITH *, t.path + ' ' + l.edition + ' ' + l.id AS list ORDER BY list
CALL (a, citing, list) {
  UNWIND citing AS one
  WITH one.relation AS r, one.duty AS d, a.id AS law, list
  RETURN r, d, list + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + law AS key
  ORDER BY key
}
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (a)<-[:CITES]-(d)<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(t)
RETURN p AS p LIMIT 100;

// 无法定依据事项(图) · Duties that name no law
// The townships and their rows that name no law.
// 改成您要查的值 · values to change:
//   division = '青禾县': id of a division of any level, or a county's name
//   section = 'cooperative': basic, cooperative or reclaimed; null: all three
//   category = null: only rows of this category; null: of all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
CALL () {
  MATCH (:Division {id: '青禾县'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '青禾县'})<-[:PART_OF]-(t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList)<-[:LISTED_IN]-(d:Duty)
WHERE NOT EXISTS { (d)-[:CITES]->(:Law) } AND ('cooperative' IS NULL OR d.section = 'cooperative')
  AND CASE WHEN null IS NULL THEN l.current ELSE l.edition = null END
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
WITH t, l, d, t.path + ' ' + l.edition + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// picture
WITH * ORDER BY key LIMIT 100
MATCH p = (t)-[:PERFORMS|ASSISTS|RELIEVED_OF]->(d)
RETURN p AS p LIMIT 100;

// 区划目录(图) · Divisions
// The divisions, those above and those below them.
// 改成您要查的值 · values to change:
//   parent = null: id: only the divisions right below it; null: of all levels
//   text = '': part of a name; "" for all
//   level = 'county': province, prefecture, county or township; null: all
CALL () {
  MATCH (:Division {id: null})<-[:PART_OF]-(v:Division) RETURN v
  UNION
  WITH 1 AS one WHERE null IS NULL
  MATCH (v:Division) RETURN v
}
WITH v, CASE WHEN v:Province THEN 'province' WHEN v:Prefecture THEN 'prefecture' WHEN v:County THEN 'county' ELSE 'township' END AS level
WHERE v.name CONTAINS '' AND ('county' IS NULL OR level = 'county')
WITH *, v.path AS key
// picture
WITH * ORDER BY key
MATCH p = (v)-[:PART_OF]-(:Division)
RETURN p AS p LIMIT 150;

// 区划详情(图) · One division in full
// The division, the one above it, and those below it.
// 改成您要查的值 · values to change:
//   id = 'div-aa1e9da89aa681b48b88': the division
MATCH (v:Division {id: 'div-aa1e9da89aa681b48b88'})
// picture
MATCH p = (v)-[:PART_OF]-(:Division)
RETURN p AS p LIMIT 150;

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
//   end = 'div-74f8b828435a53ec2319': id of another
CALL () {
  MATCH (:Department {id: 'dept-66dd8e07f3b81cec6fc2'})-[:DELEGATES|TAKES_BACK]->(d:Duty {current: true}) RETURN d
  UNION
  MATCH (:Department {id: 'dept-66dd8e07f3b81cec6fc2'})<-[:BORNE_BY]-(:Responsibility)<-[:REQUIRES]-(d:Duty {current: true}) RETURN d
  UNION
  MATCH (:Division {id: 'dept-66dd8e07f3b81cec6fc2'})-[:ASSISTS|PERFORMS|RELIEVED_OF]->(d:Duty {current: true}) RETURN d
}
WITH d
WHERE EXISTS { MATCH (x)-[:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF]->(d) WHERE x.id = 'div-74f8b828435a53ec2319' }
  OR EXISTS { MATCH (d)-[:REQUIRES]->(:Responsibility)-[:BORNE_BY]->(x:Department) WHERE x.id = 'div-74f8b828435a53ec2319' }
MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
WITH d, t, t.path + ' ' + d.section + toString(1000000000 + d.position) + ' ' + d.id AS key
// picture
WITH * ORDER BY key LIMIT 50
CALL (d) {
  MATCH p = (d)<-[:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF]-(x) WHERE x.id IN ['dept-66dd8e07f3b81cec6fc2', 'div-74f8b828435a53ec2319'] RETURN p
  UNION ALL
  MATCH p = (d)-[:REQUIRES]->(:Responsibility)-[:BORNE_BY]->(x) WHERE x.id IN ['dept-66dd8e07f3b81cec6fc2', 'div-74f8b828435a53ec2319'] RETURN p
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
//   division = null: id of a division of any level, or a county's name: only bodies that work with its townships; null: all
//   function = null: slug: only bodies that do this line of work; null: all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
MATCH (b:Department)-[:PART_OF]->(v:Division)
WHERE (b.name CONTAINS '水' OR any(alias IN b.aliases WHERE alias CONTAINS '水'))
  AND (null IS NULL OR EXISTS { (b)-[:WORKS_WITH]->(:Township)-[:PART_OF]->(:County {name: null}) })
  AND (null IS NULL OR EXISTS { MATCH (b)-[:WORKS_WITH]->(:Township)-[:PART_OF*0..3]->(a:Division) WHERE a.id = null OR (a:County AND a.name = null) })
  AND (null IS NULL OR EXISTS { (b)-[:EXERCISES]->(:Function {id: null}) })
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
//   division = null: id of a division of any level, or a county's name; null: everywhere
//   category = null: only rows of this category; null: of all
//   matter = null: id: only rows that are this matter, or bundle it; null: all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (b:Department {name: '县水利局'}) RETURN b
  UNION
  MATCH (b:Department {id: '县水利局'}) RETURN b
  UNION
  WITH 1 AS one WHERE NOT '县水利局' STARTS WITH 'dept-'
  MATCH (b:Department) WHERE '县水利局' IN b.aliases RETURN b
}
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
WHERE CASE WHEN null IS NULL THEN d.current ELSE l.edition = null END
  AND ('青禾县' IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: '青禾县'}) })
  AND (null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null OR (v:County AND v.name = null) })
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND (null IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: null}) })
WITH *, t.path + ' ' + l.edition + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, k.name AS category, d.number AS number,
  d.name AS name, d.starred AS starred, r.printed[0] AS department, b.id AS department_id, r.lead AS lead,
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
//   division = null: id of a division of any level, or a county's name; null: everywhere
//   category = null: only rows of this category; null: of all
//   matter = null: id: only rows that are this matter, or bundle it; null: all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
MATCH (:Function {id: 'water'})<-[e:EXERCISES]-(b:Department)
OPTIONAL MATCH (b)-[:PART_OF]->(v:Division)
WITH e, b, coalesce(v.path, '') + ' ' + b.id AS body ORDER BY body
CALL (b, body) {
  MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
  WHERE CASE WHEN null IS NULL THEN d.current ELSE l.edition = null END
    AND (null IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: null}) })
    AND (null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null OR (v:County AND v.name = null) })
    AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
    AND (null IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: null}) })
  RETURN r, d, l, t, body + ' ' + t.path + ' ' + l.edition + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
  ORDER BY key
}
// page
WITH * WHERE key > ''
WITH * LIMIT 20
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, k.name AS category, d.number AS number,
  d.name AS name, d.starred AS starred, r.printed[0] AS department, b.id AS department_id, e.method AS method, e.score AS score,
  r.lead AS lead,
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
//   division = null: only matters that a current list of this division has: id of any level, or a county's name; null: all
//   section = null: only matters that a row of this section is; null: all
//   category = null: only matters that a row of this category is; null: all
//   function = null: slug: only matters whose rows name a body of this line of work; null: all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  CALL () {
    MATCH (:Division {id: null})<-[:PART_OF*0..3]-(t:Township) RETURN t
    UNION
    MATCH (:County {name: null})<-[:PART_OF]-(t:Township) RETURN t
    UNION
    MATCH (t:Township {name: null}) RETURN t
    UNION
    MATCH (:County {name: '青禾县'})<-[:PART_OF]-(t:Township) RETURN t
  }
  WITH t
  WHERE (null IS NULL OR t.name = null)
    AND ('青禾县' IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: '青禾县'}) })
    AND (null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null OR (v:County AND v.name = null) })
  MATCH (t)<-[:LIST_OF]-(l:DutyList {current: true})
  MATCH (l)<-[:LISTED_IN]-(d:Duty)
  WHERE (null IS NULL OR d.section = null)
    AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
    AND (null IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: null}) })
  MATCH (d)-[:INSTANCE_OF]->(m:Matter)
  RETURN DISTINCT m
  UNION
  WITH 1 AS one WHERE '青禾县' IS NULL AND null IS NULL AND null IS NULL
  MATCH (m:Matter)
  WHERE coalesce(null, null, null) IS NULL OR EXISTS {
    MATCH (m)<-[:INSTANCE_OF]-(d:Duty {current: true})
    WHERE (null IS NULL OR d.section = null)
      AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
      AND (null IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: null}) })
  }
  RETURN m
}
WITH *, m.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
RETURN m.id AS id, m.title AS title,
  COLLECT {
    MATCH (m)<-[i:INSTANCE_OF]-(d:Duty {current: true})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
    OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
    RETURN {duty_id: d.id, county: c.name, township: t.name, township_id: t.id, section: d.section, number: d.number,
      name: d.name, link: i.link, score: i.score}
    ORDER BY i.link DESC, t.path, d.section, d.position
  } AS rows,
  key AS key
ORDER BY key;

// 事项详情(表) · One duty in full
// Who leads, who joins, what does each do, what does the township do, and where is it printed?
// 改成您要查的值 · values to change:
//   id = 'duty-0f768332cd9e9f13042d': the duty
MATCH (d:Duty {id: 'duty-0f768332cd9e9f13042d'})-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (t)-[:PART_OF*1..2]->(q:Prefecture)
OPTIONAL MATCH (t)-[:PART_OF*1..3]->(p:Province)
RETURN d.id AS id, d.section AS section, k.name AS category, d.number AS number, d.position AS position, d.name AS name,
  d.starred AS starred, d.status AS status,
  p.name AS province, q.name AS prefecture, c.name AS county, c.id AS county_id, t.name AS township, t.id AS township_id,
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
    MATCH (d)-[i:INSTANCE_OF]->(m:Matter)
    RETURN {id: m.id, title: m.title, link: i.link, score: i.score} ORDER BY i.link DESC, m.title, m.id
  } AS matters,
  {name: d.printed_name, departments: d.printed_departments, responsibilities: d.printed_responsibilities,
    role: d.printed_role, method: d.printed_method, basis: d.printed_basis} AS printed,
  d.doubts AS doubts, f.name AS document, f.sha256 AS sha256, l.title AS list_title, l.edition AS edition,
  d.current AS current, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  d.first_seen AS first_seen, d.last_seen AS last_seen
LIMIT 1;

// 其他乡镇的同一件事(表) · The same work elsewhere
// In which other townships' lists does the work of this row stand, in which section, and under which name? Those of its county come first. Two wordings of different counties that score less than 0.95 are only perhaps the same work (certain: false), and come last.
// 改成您要查的值 · values to change:
//   id = 'duty-0f768332cd9e9f13042d': the duty
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
MATCH (d:Duty {id: 'duty-0f768332cd9e9f13042d'})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
// A township's path is that of its county and its name: nothing is asked of the county of each row.
WITH d, t, left(t.path, size(t.path) - size(t.name)) AS county_path
MATCH (d)-[i:INSTANCE_OF {link: 'same'}]->(:Matter)<-[j:INSTANCE_OF {link: 'same'}]-(o:Duty {current: true})
MATCH (o)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(u:Township)
WHERE u.id <> t.id
WITH DISTINCT o, l, u, county_path <> '' AND left(u.path, size(u.path) - size(u.name)) = county_path AS near,
  CASE WHEN d.wording = o.wording THEN 1.0 WHEN i.score < j.score THEN i.score ELSE j.score END AS score,
  CASE WHEN d.wording = o.wording THEN 'same wording' ELSE 'similar wording' END AS method
WITH *, near OR score >= 0.95 AS certain
WITH *, CASE WHEN near THEN '0 ' WHEN certain THEN '1 ' ELSE '2 ' END + u.path + ' ' + l.edition + ' ' + o.section + ' '
  + toString(1000000000 + o.position) + ' ' + o.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
OPTIONAL MATCH (u)-[:PART_OF]->(c:County)
RETURN o.id AS duty_id, c.name AS county, u.name AS township, u.id AS township_id, near AS near, o.section AS section,
  o.number AS number, o.name AS name, l.edition AS edition, method AS method, score AS score, certain AS certain, key AS key
ORDER BY key;

// 乡镇事项(表) · All duties of a township
// What does this township do itself, assist with, and no longer do, by section and category?
// 改成您要查的值 · values to change:
//   township = '石桥镇': its name or its id
//   county = '青禾县': only a township of this county; null: of any
//   section = 'cooperative': basic, cooperative or reclaimed; null: all three
//   category = null: only rows of this category; null: of all
//   department = null: name, plate or id: only rows of this body's; null: of all
//   function = null: slug: only rows of bodies that do this line of work; null: of all
//   matter = null: id: only rows that are this matter, or bundle it; null: all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
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
MATCH (t)<-[:LIST_OF]-(l:DutyList)<-[:LISTED_IN]-(d:Duty)
WHERE CASE WHEN null IS NULL THEN l.current ELSE l.edition = null END
  AND ('cooperative' IS NULL OR d.section = 'cooperative')
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND (null IS NULL OR EXISTS {
    MATCH (d)<-[:DELEGATES|TAKES_BACK]-(b:Department)
    WHERE b.id = null OR b.name = null OR null IN b.aliases
  })
  AND (null IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: null}) })
  AND (null IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: null}) })
WITH *, t.path + ' ' + l.edition + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
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
//   exact = '河道巡查': text that a name or clause should hold as it stands: such rows come first
//   division = null: id of a division: only rows of townships in it; null: of all
//   section = null: basic, cooperative or reclaimed: only rows of this section; null: all three
//   candidates = 2000: most names and clauses to look at, the best of the index
//   limit = 20: most rows to return
CALL db.index.fulltext.queryNodes('item_text', '"河道巡查"', {limit: 2000}) YIELD node, score
WITH collect([node, score]) AS found
WITH found, size(found) AS looked
UNWIND found AS one
WITH one[0] AS node, one[1] AS score, looked
CALL (node) {
  MATCH (d:Duty {id: node.id}) RETURN d
  UNION
  MATCH (d:Duty)-[:REQUIRES|HAS_ROLE_ITEM]->(node) RETURN d
}
WITH node, score, looked, d
WHERE d.current AND (null IS NULL OR d.section = null)
MATCH (d)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
WITH node, score, looked, d, t
WHERE null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null }
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
WITH node, score, looked, d, t, c, CASE WHEN node.text CONTAINS '河道巡查' THEN 1 ELSE 0 END AS exact
ORDER BY exact DESC, score DESC, node.id
WITH d, t, c, looked, max(exact) AS exact, max(score) AS best, collect(node.text)[..3] AS matches
ORDER BY exact DESC, best DESC, d.id
LIMIT 20
RETURN d.id AS duty_id, c.name AS county, t.name AS township, d.section AS section, d.number AS number, d.name AS name,
  COLLECT { MATCH (o:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  matches AS matches, exact = 1 AS exact, looked AS looked, d.first_line AS first_line, d.last_line AS last_line
ORDER BY exact DESC, best DESC, d.id;

// 已载入清单(表) · Catalogue of what is loaded
// Which townships' lists are loaded, in which edition, from which file, with how many rows?
// 改成您要查的值 · values to change:
//   division = null: id of a division of any level, or a county's name; null: everywhere
//   edition = null: only lists of this edition (2025-08); null: of all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 100: most rows to return
MATCH (l:DutyList)-[:LIST_OF]->(t:Township)
WHERE (null IS NULL OR l.edition = null)
  AND (null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null OR (v:County AND v.name = null) })
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
RETURN l.id AS list_id, p.name AS province, q.name AS prefecture, c.name AS county, c.id AS county_id, t.name AS township,
  t.id AS township_id, l.title AS title, l.edition AS edition, l.current AS current, l.basic AS basic,
  l.cooperative AS cooperative, l.reclaimed AS reclaimed, f.name AS document, f.sha256 AS sha256,
  l.first_line AS first_line, l.last_line AS last_line, l.last_seen AS last_seen, key AS key
ORDER BY key;

// 明减暗增(表) · Taken back on paper, yet delegated again
// Which work was taken back from a township, and stands in the same or a later edition of its list as its own or as cooperative work? Rows that only look alike (same category, same leading body, a word of the name in common) are for a person to judge. The surest come first. Only what the township's newest list still says counts; what several editions took back is told once.
// 改成您要查的值 · values to change:
//   county = '临汀区': only townships of this county; null: of all
//   township = null: only townships of this name; null: all
//   division = null: id of a division of any level, or a county's name; null: everywhere
//   alike = true: rows that only look alike, too
//   repeated = false: every pair of editions that says it, past ones, too
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (:Division {id: null})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: null})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  MATCH (:County)<-[:PART_OF]-(t:Township {name: null}) RETURN t
  UNION
  MATCH (:County {name: '临汀区'})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE null IS NULL AND '临汀区' IS NULL AND null IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(k:DutyList)
WHERE (k.current OR false)
  AND ('临汀区' IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: '临汀区'}) })
  AND (null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null OR (v:County AND v.name = null) })
  AND (null IS NULL OR t.name = null)
// From the list, and once: a matter has the rows of all townships
OPTIONAL MATCH (k)<-[:LISTED_IN]-(d:Duty)-[i:INSTANCE_OF]->(m:Matter)
WHERE d.section <> 'reclaimed'
WITH t, k, collect({duty: d, matter: m.id, link: i.link, score: i.score}) AS instances
MATCH (t)<-[:LIST_OF]-(l:DutyList)<-[:LISTED_IN]-(r:ReclaimedDuty {status: 'active'})
WHERE k.id = l.id OR (k.edition > l.edition AND k.edition <> 'undated')
// Pairs of characters stand for words, each counted once; those that any duty may have tell nothing
WITH t, l, r, k, instances, [w IN [n IN range(0, size(r.name) - 2) WHERE NOT substring(r.name, 0, n + 1) CONTAINS substring(r.name, n, 2)
    | substring(r.name, n, 2)]
  WHERE NOT any(c IN ['和', '与', '及', '、', '的', '对'] WHERE w CONTAINS c) AND NOT w IN ['管理', '监管', '处罚', '行政', '行为',
    '检查', '处置', '查处', '整治', '巡查', '工作', '审核', '监督', '执法', '登记']] AS words
CALL (r, k, words, instances) {
  MATCH (r)-[:INSTANCE_OF {link: 'same'}]->(m:Matter)
  UNWIND [one IN instances WHERE one.matter = m.id] AS one
  RETURN one.duty AS d, m.title AS matter, one.link AS link, one.score AS score
  UNION
  MATCH (r)<-[:TAKES_BACK]-(:Department {named: true})-[:DELEGATES {lead: true}]->(d:CooperativeDuty)-[:LISTED_IN]->(k)
  WHERE true AND any(w IN words WHERE d.name CONTAINS w)
  MATCH (r)-[:IN_CATEGORY]->(g:Category) MATCH (d)-[:IN_CATEGORY]->(h:Category)
  WHERE g.id = h.id
    AND NOT EXISTS { MATCH (r)-[:INSTANCE_OF {link: 'same'}]->(m:Matter) MATCH (d)-[:INSTANCE_OF]->(o:Matter) WHERE o.id = m.id }
  RETURN d, null AS matter, 'alike' AS link, toFloat(size([w IN words WHERE d.name CONTAINS w])) / size(words) AS score
}
// Editions repeat rows: the same work is told by its matter, or by its name
OPTIONAL MATCH (r)-[:INSTANCE_OF {link: 'same'}]->(m:Matter)
WITH t, l, r, k, d, words, matter, link, score, min(m.id) AS taken
OPTIONAL MATCH (d)-[:INSTANCE_OF {link: 'same'}]->(m:Matter)
WITH t, l, r, k, d, words, matter, link, score, taken, min(m.id) AS given
WITH t, l, r, k, d, words, matter, link, score, coalesce(taken, r.name) AS taken, coalesce(given, d.name) AS given,
  replace(k.edition, 'undated', '') + ' ' + replace(l.edition, 'undated', '') AS editions
WITH t, taken, given, max(editions) AS newest,
  collect({l: l, r: r, k: k, d: d, words: words, matter: matter, link: link, score: score, editions: editions}) AS pairs
UNWIND [pair IN pairs WHERE false OR pair.editions = newest] AS pair
WITH t, pair.l AS l, pair.r AS r, pair.k AS k, pair.d AS d, pair.words AS words, pair.matter AS matter, pair.link AS link,
  pair.score AS score
WITH *, CASE link WHEN 'same' THEN '0 ' WHEN 'overlap' THEN '1 ' ELSE '2 ' END
  + toString(2000000000 - toInteger(score * 1000000000)) + ' ' + t.path + ' ' + l.edition + ' '
  + toString(1000000000 + r.position) + ' ' + k.edition + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' '
  + d.id + ' ' + r.id + ' ' + coalesce(matter, '') AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
// From each place of the one name the longest stretch that the other has, too
WITH *, [n IN range(0, size(r.name) - 2) | substring(r.name, n, reduce(longest = 0, m IN range(2, size(r.name) - n) |
    CASE WHEN d.name CONTAINS substring(r.name, n, m) THEN m ELSE longest END))] AS stretches
RETURN c.name AS county, t.name AS township, t.id AS township_id, matter AS matter, r.id AS reclaimed_id,
  r.name AS reclaimed, l.edition AS reclaimed_edition, d.id AS duty_id, d.name AS name, d.section AS section,
  k.edition AS edition, link AS link, score AS score,
  CASE link WHEN 'alike' THEN reduce(kept = [], s IN stretches | CASE
      WHEN s IN kept OR NOT any(w IN words WHERE s CONTAINS w) OR any(o IN stretches WHERE o <> s AND o CONTAINS s) THEN kept
      ELSE kept + [s] END) ELSE [] END AS shared,
  COLLECT { MATCH (:Department)-[x:DELEGATES]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  key AS key
ORDER BY key;

// 乡镇对照(表) · Matters beside townships
// Who does what: which matters are a township's own work here, assisted with there, taken back or missing elsewhere? A row that bundles a matter with others counts where the township has no row of its own for it; a bundle of what others have rows of their own for is no difference by itself.
// 改成您要查的值 · values to change:
//   division = '青禾县': id of a division of any level, or a county's name
//   category = null: only matters that a row of this category is; null: all
//   function = null: slug: only matters whose rows name a body of this line of work; null: all
//   differing = true: only matters in which the townships differ
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (:Division {id: '青禾县'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '青禾县'})<-[:PART_OF]-(t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(:DutyList {current: true})
WITH DISTINCT t ORDER BY t.path
WITH collect(t) AS townships
UNWIND townships AS t
MATCH (t)<-[:LIST_OF]-(:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)-[i:INSTANCE_OF]->(m:Matter)
WITH townships, t, d, i, m,
  (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND (null IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: null}) })
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
WHERE wanted AND size(owners) > 0 AND (NOT true
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
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
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
ORDER BY key;

// 乡镇差异(表) · Where a township differs from its county
// Which matters does this township treat otherwise than other townships of its county: its own work, assisted with, taken back or missing? A row that bundles a matter with others counts where the township has no row of its own for it; a bundle of what others have rows of their own for is no difference by itself.
// 改成您要查的值 · values to change:
//   township = '莲渡镇': its name or its id
//   county = '青禾县': only a township of this county; null: of any
//   category = null: only matters that a row of this category is; null: all
//   function = null: slug: only matters whose rows name a body of this line of work; null: all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (t:Township {name: '莲渡镇'}) RETURN t
  UNION
  MATCH (t:Division {id: '莲渡镇'}) WHERE t:Township RETURN t
}
MATCH (t)-[:PART_OF]->(c:County)
WHERE ('青禾县' IS NULL OR c.name = '青禾县') AND EXISTS { (t)<-[:LIST_OF]-(:DutyList {current: true}) }
MATCH (c)<-[:PART_OF]-(u:Township)<-[:LIST_OF]-(:DutyList {current: true})
WITH t, c, u ORDER BY u.path
WITH t, c, collect(u) AS townships
UNWIND townships AS u
MATCH (u)<-[:LIST_OF]-(:DutyList {current: true})<-[:LISTED_IN]-(d:Duty)-[i:INSTANCE_OF]->(m:Matter)
WITH t, c, townships, u, d, i, m,
  (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
    AND (null IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: null}) }) AS wanted,
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
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
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
ORDER BY key;

// 独有事项(表) · Duties that only one township of a county has
// Which rows name work that no other township of the same county has on its list, not even bundled with other work? Counties of which one list alone is loaded are left out.
// 改成您要查的值 · values to change:
//   division = '青禾县': id of a division of any level, or a county's name
//   section = 'cooperative': basic, cooperative or reclaimed; null: all three
//   category = null: only rows of this category; null: of all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (:Division {id: '青禾县'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '青禾县'})<-[:PART_OF]-(t:Township) RETURN t
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
WHERE ('cooperative' IS NULL OR d.section = 'cooperative')
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND NOT any(part IN COLLECT { MATCH (d)-[:INSTANCE_OF {link: 'overlap'}]->(o:Matter) RETURN o.id }
    WHERE part IN shared OR (part IN singles AND NOT part + ' ' + t.id IN single))
WITH t, l, d, m, t.path + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, d.section AS section, k.name AS category,
  d.number AS number, d.name AS name, d.starred AS starred, d.status AS status,
  COLLECT { MATCH (o:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  m.id AS matter_id, key AS key
ORDER BY key;

// 事项归并详情(表) · One matter in full
// Which rows of which townships are this work, how does each treat it, and who has it done?
// 改成您要查的值 · values to change:
//   id = 'matter-86c7d08a8607c91f1e94': the matter
MATCH (m:Matter {id: 'matter-86c7d08a8607c91f1e94'})
RETURN m.id AS id, m.title AS title,
  COUNT { (m)<-[:INSTANCE_OF]-(:BasicDuty {current: true}) } AS basic,
  COUNT { (m)<-[:INSTANCE_OF]-(:CooperativeDuty {current: true}) } AS cooperative,
  COUNT { (m)<-[:INSTANCE_OF]-(:ReclaimedDuty {current: true}) } AS reclaimed,
  size(COLLECT {
    MATCH (m)<-[:INSTANCE_OF]-(:Duty {current: true})-[:LISTED_IN]->(l:DutyList)
    WITH DISTINCT l
    MATCH (l)-[:LIST_OF]->(t:Township)
    RETURN DISTINCT t.id AS id
  }) AS townships,
  COLLECT {
    MATCH (m)<-[:INSTANCE_OF {link: 'same'}]-(d:Duty {current: true})
    WITH d.name AS name, count(d) AS rows
    RETURN {name: name, rows: rows} ORDER BY rows DESC, name LIMIT 100
  } AS wordings,
  COLLECT {
    MATCH (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[x:DELEGATES|TAKES_BACK]-(b:Department)
    WITH b, count(x.lead) AS delegated, sum(CASE WHEN x.lead THEN 1 ELSE 0 END) AS led, count(x) AS all
    RETURN {department_id: b.id, name: b.name, delegated: delegated, led: led, taken_back: all - delegated}
    ORDER BY all DESC, b.name, b.id LIMIT 100
  } AS departments,
  COLLECT {
    MATCH (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[:DELEGATES|TAKES_BACK]-(b:Department)
    WITH DISTINCT b
    MATCH (b)-[:EXERCISES]->(f:Function)
    RETURN DISTINCT f.id AS id ORDER BY id
  } AS functions,
  COLLECT {
    MATCH (m)<-[:INSTANCE_OF]-(d:Duty {current: true})-[:CITES]->(a:Law)
    WITH a, count(d) AS rows
    RETURN {law_id: a.id, title: a.title, rows: rows} ORDER BY rows DESC, a.title, a.id LIMIT 100
  } AS laws,
  COLLECT {
    MATCH (m)<-[:INSTANCE_OF]-(d:Duty {current: true})-[:LISTED_IN]->(l:DutyList)
    WITH DISTINCT l, d.section AS section
    MATCH (l)-[:LIST_OF]->(t:Township)-[:PART_OF]->(c:County)
    WITH c, count(DISTINCT t) AS having, count(DISTINCT CASE section WHEN 'basic' THEN t END) AS basic,
      count(DISTINCT CASE section WHEN 'cooperative' THEN t END) AS cooperative,
      count(DISTINCT CASE section WHEN 'reclaimed' THEN t END) AS reclaimed
    WITH c, having, basic, cooperative, reclaimed,
      COUNT { (c)<-[:PART_OF]-(:Township)<-[:LIST_OF]-(:DutyList {current: true}) } AS lists
    RETURN {division_id: c.id, county: c.name, lists: lists, basic: basic, cooperative: cooperative, reclaimed: reclaimed,
      missing: lists - having}
    ORDER BY c.path LIMIT 200
  } AS counties,
  COLLECT {
    MATCH (m)<-[i:INSTANCE_OF]-(d:Duty {current: true})-[:LISTED_IN]->(l:DutyList)
    WITH i.link AS link, l, collect({instance: i, duty: d}) AS instances
    MATCH (l)-[:LIST_OF]->(t:Township)
    // 500 rows stand in 500 lists at most: those of the others need not be put in order.
    WITH link, l, t, instances ORDER BY link DESC, t.path LIMIT 500
    UNWIND instances AS one
    WITH link, l, t, one.instance AS i, one.duty AS d
    WITH *, t.path + ' ' + d.section + ' ' + toString(1000000000 + d.position) AS key
    ORDER BY link DESC, key LIMIT 500
    OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
    RETURN {duty_id: d.id, county: c.name, township_id: t.id, township: t.name, edition: l.edition, section: d.section,
      number: d.number, name: d.name, link: i.link, score: i.score, method: i.method}
    ORDER BY link DESC, key
  } AS rows,
  COUNT { (m)<-[:INSTANCE_OF]-(:Duty {current: true}) } AS rows_count
LIMIT 1;

// 部门详情(表) · One body in full
// Which names does this body have, what line of work does it do, what does it delegate and take back, where, and with whom?
// 改成您要查的值 · values to change:
//   id = 'dept-66dd8e07f3b81cec6fc2': the body
MATCH (b:Department {id: 'dept-66dd8e07f3b81cec6fc2'})-[:PART_OF]->(v:Division)
RETURN b.id AS id, b.name AS name,
  [{name: b.name, method: null, score: 1.0,
    printed: COUNT { MATCH (b)-[x:DELEGATES|TAKES_BACK|BORNE_BY]-() WHERE b.name IN x.printed }}]
  + [i IN range(0, size(b.variants) - 1) |
    {name: b.variants[i], method: b.variant_methods[i], score: b.variant_scores[i],
      printed: COUNT { MATCH (b)-[x:DELEGATES|TAKES_BACK|BORNE_BY]-() WHERE b.variants[i] IN x.printed }}] AS names,
  b.plates AS plates, b.level AS level, b.named AS named,
  COLLECT {
    MATCH (b)-[e:EXERCISES]->(f:Function)
    RETURN {slug: f.id, name: f.name, name_en: f.name_en, method: e.method, score: e.score, evidence: e.evidence} ORDER BY f.id
  } AS functions,
  v.path AS division, v.id AS division_id,
  COLLECT {
    MATCH (v)-[:PART_OF*0..3]->(a:Division)
    RETURN {id: a.id, name: a.name, level: CASE WHEN a:Province THEN 'province' WHEN a:Prefecture THEN 'prefecture'
      WHEN a:County THEN 'county' ELSE 'township' END}
    ORDER BY size(a.path)
  } AS above,
  COUNT { (b)-[:DELEGATES]->(:CooperativeDuty {current: true}) } AS delegated,
  COUNT { (b)-[:DELEGATES {lead: true}]->(:CooperativeDuty {current: true}) } AS led,
  COUNT { (b)-[:TAKES_BACK]->(:ReclaimedDuty {current: true}) } AS taken_back,
  COLLECT {
    MATCH (b)-[:DELEGATES|TAKES_BACK]->(d:Duty {current: true})-[:IN_CATEGORY]->(k:Category)
    WITH d.section AS section, k.name AS category, count(d) AS rows
    RETURN {section: section, category: category, rows: rows} ORDER BY rows DESC, section, category
  } AS categories,
  COLLECT {
    MATCH (b)-[w:WORKS_WITH]->(t:Township)
    OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
    RETURN {township_id: t.id, township: t.name, county: c.name, delegated: w.delegated, taken_back: w.taken_back}
    ORDER BY t.path LIMIT 300
  } AS townships,
  COUNT { (b)-[:WORKS_WITH]->(:Township) } AS townships_count,
  COLLECT {
    MATCH (b)-[x:DELEGATES]->(d:CooperativeDuty {current: true})<-[:DELEGATES]-(o:Department {named: true})
    MATCH (d)<-[:ASSISTS]-(t:Township)
    WITH o, count(d) AS rows, sum(CASE WHEN x.lead THEN 1 ELSE 0 END) AS led, count(DISTINCT t) AS townships
    RETURN {department_id: o.id, name: o.name, rows: rows, led: led, townships: townships} ORDER BY rows DESC, o.name, o.id LIMIT 50
  } AS partners,
  b.first_seen AS first_seen, b.last_seen AS last_seen
LIMIT 1;

// 部门收回事项(表) · What a body took back
// Which duties did this department take back from townships, and how does it do them now?
// 改成您要查的值 · values to change:
//   department = '县住房和城乡建设局': its name, one of its other plates, or its id
//   county = '青禾县': only townships of this county; null: of all
//   division = null: id of a division of any level, or a county's name; null: everywhere
//   category = null: only rows of this category; null: of all
//   matter = null: id: only rows that are this matter, or bundle it; null: all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (b:Department {name: '县住房和城乡建设局'}) RETURN b
  UNION
  MATCH (b:Department {id: '县住房和城乡建设局'}) RETURN b
  UNION
  WITH 1 AS one WHERE NOT '县住房和城乡建设局' STARTS WITH 'dept-'
  MATCH (b:Department) WHERE '县住房和城乡建设局' IN b.aliases RETURN b
}
MATCH (b)-[r:TAKES_BACK]->(d:ReclaimedDuty)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
WHERE CASE WHEN null IS NULL THEN d.current ELSE l.edition = null END
  AND ('青禾县' IS NULL OR EXISTS { (t)-[:PART_OF]->(:County {name: '青禾县'}) })
  AND (null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null OR (v:County AND v.name = null) })
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND (null IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: null}) })
WITH *, t.path + ' ' + l.edition + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, k.name AS category, d.number AS number,
  d.name AS name, r.printed[0] AS department, b.id AS department_id,
  d.starred AS starred, d.status AS status,
  COLLECT { MATCH (o:Department)-[x:TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  COLLECT { MATCH (d)-[:REQUIRES]->(i:Responsibility) RETURN i.text ORDER BY i.position } AS method,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  key AS key
ORDER BY key;

// 联合交办事项(表) · What two bodies delegate together
// In which rows do these two bodies stand side by side, and which of them leads?
// 改成您要查的值 · values to change:
//   department = '县应急管理局': its name, one of its other plates, or its id
//   other = '县水利局': the other body: its name, one of its other plates, or its id
//   division = '青禾县': id of a division of any level, or a county's name; null: everywhere
//   category = null: only rows of this category; null: of all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (b:Department {name: '县应急管理局'}) RETURN b
  UNION
  MATCH (b:Department {id: '县应急管理局'}) RETURN b
  UNION
  WITH 1 AS one WHERE NOT '县应急管理局' STARTS WITH 'dept-'
  MATCH (b:Department) WHERE '县应急管理局' IN b.aliases RETURN b
}
CALL () {
  MATCH (o:Department {name: '县水利局'}) RETURN o
  UNION
  MATCH (o:Department {id: '县水利局'}) RETURN o
  UNION
  WITH 1 AS one WHERE NOT '县水利局' STARTS WITH 'dept-'
  MATCH (o:Department) WHERE '县水利局' IN o.aliases RETURN o
}
MATCH (b)-[r:DELEGATES]->(d:CooperativeDuty)<-[s:DELEGATES]-(o)
MATCH (d)-[:LISTED_IN]->(l:DutyList)-[:LIST_OF]->(t:Township)
WHERE CASE WHEN null IS NULL THEN d.current ELSE l.edition = null END
  AND ('青禾县' IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = '青禾县' OR (v:County AND v.name = '青禾县') })
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
WITH b, r, o, s, d, l, t, t.path + ' ' + l.edition + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + b.id
  + ' ' + o.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, d.section AS section, k.name AS category,
  d.number AS number, d.name AS name, d.starred AS starred, d.status AS status,
  COLLECT { MATCH (:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  r.printed[0] AS department, b.id AS department_id, s.printed[0] AS other, o.id AS other_id,
  head(COLLECT { MATCH (:Department)-[x:DELEGATES {lead: true}]->(d) RETURN x.printed[0] }) AS leader,
  COLLECT { MATCH (d)-[:HAS_ROLE_ITEM]->(i:RoleItem) RETURN i.text ORDER BY i.position } AS role,
  key AS key
ORDER BY key;

// 联合部门(表) · Who delegates together
// Which two bodies stand in the same rows, how often, in how many townships, and which of them leads? Bodies without a name of their own are left out.
// 改成您要查的值 · values to change:
//   division = '青禾县': id of a division of any level, or a county's name; null: everywhere
//   category = null: only rows of this category; null: of all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (:Division {id: '青禾县'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '青禾县'})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE '青禾县' IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)-[:ASSISTS]->(d:CooperativeDuty {current: true})
WHERE (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
MATCH (d)<-[x:DELEGATES]-(b:Department)
WHERE b.named
MATCH (d)<-[y:DELEGATES]-(o:Department)
WHERE o.named AND b.id < o.id
WITH b, o, count(d) AS rows, count(DISTINCT t) AS townships,
  sum(CASE WHEN x.lead THEN 1 ELSE 0 END) AS led, sum(CASE WHEN y.lead THEN 1 ELSE 0 END) AS other_led
WITH rows, townships, CASE WHEN other_led > led THEN [o, b] ELSE [b, o] END AS pair,
  CASE WHEN other_led > led THEN [other_led, led] ELSE [led, other_led] END AS leads
WITH pair[0] AS b, pair[1] AS o, rows, townships, leads[0] AS led, leads[1] AS other_led
WITH *, toString(9999999999 - rows) + ' ' + b.name + ' ' + o.name + ' ' + b.id + ' ' + o.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
RETURN b.name AS department, b.id AS department_id, o.name AS other, o.id AS other_id, rows AS rows, led AS led,
  other_led AS other_led, townships AS townships, key AS key
ORDER BY key;

// 交办排行(表) · Who delegates most
// Which bodies have townships assist with most rows, in which categories, and which townships most?
// 改成您要查的值 · values to change:
//   division = '塔林旗': id of a division of any level, or a county's name; null: everywhere
//   category = null: only rows of this category; null: of all
//   function = null: slug: only rows of bodies that do this line of work; null: of all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (:Division {id: '塔林旗'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '塔林旗'})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE '塔林旗' IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)-[:ASSISTS]->(d:CooperativeDuty {current: true})<-[x:DELEGATES]-(b:Department)
WHERE (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND (null IS NULL OR EXISTS { (b)-[:EXERCISES]->(:Function {id: null}) })
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
WITH b, t, k.name AS category, count(d) AS rows, sum(CASE WHEN x.lead THEN 1 ELSE 0 END) AS led
WITH b, sum(rows) AS delegated, sum(led) AS led, collect(DISTINCT t) AS townships, collect(DISTINCT category) AS names,
  collect({id: t.id, category: category, rows: rows}) AS parts
WITH *, toString(9999999999 - delegated) + ' ' + toString(9999999999 - led) + ' ' + b.name + ' ' + b.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (b)-[:PART_OF]->(v:Division)
RETURN b.name AS department, b.id AS department_id, v.path AS division, b.named AS named, delegated AS delegated,
  led AS led, size(townships) AS townships,
  COLLECT {
    UNWIND names AS name
    WITH name, reduce(n = 0, p IN parts | n + CASE p.category WHEN name THEN p.rows ELSE 0 END) AS rows
    RETURN {category: name, rows: rows} ORDER BY rows DESC, name
  } AS categories,
  COLLECT {
    UNWIND townships AS u
    WITH u, reduce(n = 0, p IN parts | n + CASE p.id WHEN u.id THEN p.rows ELSE 0 END) AS rows
    RETURN {township_id: u.id, township: u.name, rows: rows} ORDER BY rows DESC, u.path LIMIT 10
  } AS most,
  key AS key
ORDER BY key;

// 收回排行(表) · Who takes back most
// Which bodies took back most rows from townships, in which categories, and from which townships most?
// 改成您要查的值 · values to change:
//   division = '塔林旗': id of a division of any level, or a county's name; null: everywhere
//   category = null: only rows of this category; null: of all
//   function = null: slug: only rows of bodies that do this line of work; null: of all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (:Division {id: '塔林旗'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '塔林旗'})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE '塔林旗' IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)-[:RELIEVED_OF]->(d:ReclaimedDuty {current: true})<-[x:TAKES_BACK]-(b:Department)
WHERE (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND (null IS NULL OR EXISTS { (b)-[:EXERCISES]->(:Function {id: null}) })
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
WITH b, t, k.name AS category, count(d) AS rows
WITH b, sum(rows) AS taken_back, collect(DISTINCT t) AS townships, collect(DISTINCT category) AS names,
  collect({id: t.id, category: category, rows: rows}) AS parts
WITH *, toString(9999999999 - taken_back) + ' ' + b.name + ' ' + b.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (b)-[:PART_OF]->(v:Division)
RETURN b.name AS department, b.id AS department_id, v.path AS division, b.named AS named, taken_back AS taken_back,
  reduce(n = 0, w IN COLLECT { MATCH (b)-[w:WORKS_WITH]->(u:Township) WHERE u IN townships RETURN w.delegated } | n + w) AS delegated,
  size(townships) AS townships,
  COLLECT {
    UNWIND names AS name
    WITH name, reduce(n = 0, p IN parts | n + CASE p.category WHEN name THEN p.rows ELSE 0 END) AS rows
    RETURN {category: name, rows: rows} ORDER BY rows DESC, name
  } AS categories,
  COLLECT {
    UNWIND townships AS u
    WITH u, reduce(n = 0, p IN parts | n + CASE p.id WHEN u.id THEN p.rows ELSE 0 END) AS rows
    RETURN {township_id: u.id, township: u.name, rows: rows} ORDER BY rows DESC, u.path LIMIT 10
  } AS most,
  key AS key
ORDER BY key;

// 不提供履职保障的部门(表) · Bodies that never provide 履职保障
// Which bodies have townships assist with rows, and bear no clause of 履职保障 in any of them?
// 改成您要查的值 · values to change:
//   division = null: id of a division of any level, or a county's name; null: everywhere
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (:Division {id: null})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: null})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE null IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList {current: true})
WITH t, l, EXISTS { (l)<-[:LISTED_IN]-(:CooperativeDuty)-[:REQUIRES]->(:Responsibility {kind: 'safeguard'}) } AS prints
MATCH (l)<-[:LISTED_IN]-(d:CooperativeDuty)<-[x:DELEGATES]-(b:Department)
WITH b, count(d) AS delegated, sum(CASE WHEN x.lead THEN 1 ELSE 0 END) AS led, sum(CASE WHEN prints THEN 1 ELSE 0 END) AS asked,
  count(DISTINCT t) AS townships, collect(d) AS rows
WHERE NOT any(d IN rows WHERE EXISTS { (d)-[:REQUIRES]->(:Responsibility {kind: 'safeguard'})-[:BORNE_BY]->(b) })
WITH *, toString(9999999999 - asked) + ' ' + toString(9999999999 - delegated) + ' ' + b.name + ' ' + b.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (b)-[:PART_OF]->(v:Division)
RETURN b.name AS department, b.id AS department_id, v.path AS division, b.named AS named, delegated AS delegated, led AS led,
  asked AS asked, townships AS townships, key AS key
ORDER BY key;

// 职能目录(表) · Lines of government work
// Which lines of government work are there, which bodies do each, and how much do these delegate and take back?
// 改成您要查的值 · values to change:
//   text = '': part of the slug or of a name; "" for all
//   division = '青禾县': id of a division of any level, or a county's name; null: everywhere
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
MATCH (f:Function)
WHERE f.id CONTAINS toLower('') OR f.name CONTAINS '' OR toLower(f.name_en) CONTAINS toLower('')
OPTIONAL MATCH (f)<-[:EXERCISES]-(b:Department)-[w:WORKS_WITH]->(t:Township)
WHERE ('青禾县' IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = '青禾县' OR (v:County AND v.name = '青禾县') })
WITH f, count(DISTINCT b) AS departments, count(DISTINCT t) AS townships, coalesce(sum(w.delegated), 0) AS delegated,
  coalesce(sum(w.taken_back), 0) AS taken_back
WHERE departments > 0 OR '青禾县' IS NULL
WITH *, f.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
RETURN f.id AS slug, f.name AS name, f.name_en AS name_en, departments AS departments, delegated AS delegated,
  taken_back AS taken_back, townships AS townships, key AS key
ORDER BY key;

// ★事项(表) · Starred duties
// Which rows are printed with a star, in which lists?
// 改成您要查的值 · values to change:
//   division = '塔林旗': id of a division of any level, or a county's name; null: everywhere
//   section = null: basic, cooperative or reclaimed; null: all three
//   edition = null: only lists of this edition (2025-08); null: each township's newest
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (:Division {id: '塔林旗'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '塔林旗'})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE '塔林旗' IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList)<-[:LISTED_IN]-(d:Duty)
WHERE d.starred AND (null IS NULL OR d.section = null)
  AND CASE WHEN null IS NULL THEN l.current ELSE l.edition = null END
WITH t, l, d, t.path + ' ' + l.edition + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, d.section AS section, k.name AS category,
  d.number AS number, d.name AS name, d.starred AS starred, d.status AS status,
  COLLECT { MATCH (o:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  key AS key
ORDER BY key;

// 法规目录(表) · Laws that the lists cite
// Which laws and normative documents do rows of current lists name, how often, and which articles?
// 改成您要查的值 · values to change:
//   text = '': part of a title; "" for all
//   level = null: law, regulation, local regulation, rule or document; null: all
//   division = '青禾县': id of a division of any level, or a county's name; null: everywhere
//   section = null: basic, cooperative or reclaimed: only what rows of this section name; null: all three
//   category = null: only what rows of this category name; null: of all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (:Division {id: '青禾县'})<-[:PART_OF*0..3]-(t:Township)<-[:LIST_OF]-(:DutyList)<-[:LISTED_IN]-(d:Duty {current: true})-[r:CITES]->(a:Law)
  RETURN a, r, d, t
  UNION ALL
  MATCH (:County {name: '青禾县'})<-[:PART_OF]-(t:Township)<-[:LIST_OF]-(:DutyList)<-[:LISTED_IN]-(d:Duty {current: true})-[r:CITES]->(a:Law)
  RETURN a, r, d, t
  UNION ALL
  WITH 1 AS one WHERE '青禾县' IS NULL
  MATCH (a:Law)<-[r:CITES]-(d:Duty {current: true})-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township)
  RETURN a, r, d, t
}
WITH a, r, d, t
WHERE a.title CONTAINS '' AND (null IS NULL OR a.level = null)
  AND (null IS NULL OR d.section = null)
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
WITH a, count(d) AS rows, count(DISTINCT t) AS townships, collect(r.articles) AS articles
WITH *, toString(9999999999 - rows) + ' ' + a.title + ' ' + a.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
RETURN a.id AS id, a.title AS title, a.level AS level, rows AS rows, townships AS townships,
  COLLECT {
    UNWIND articles AS named
    UNWIND named AS article
    WITH article, count(named) AS times
    RETURN {article: article, rows: times} ORDER BY times DESC, article
  } AS articles,
  key AS key
ORDER BY key;

// 依据法规的事项(表) · Duties by law
// Which rows name this law, with which articles?
// 改成您要查的值 · values to change:
//   law = '水法': its title, or its id
//   division = null: id of a division of any level, or a county's name; null: everywhere
//   section = null: basic, cooperative or reclaimed; null: all three
//   category = null: only rows of this category; null: of all
//   function = null: slug: only rows of bodies that do this line of work; null: of all
//   matter = null: id: only rows that are this matter, or bundle it; null: all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (a:Law {id: '水法'}) RETURN a
  UNION
  MATCH (a:Law {title: '水法'}) RETURN a
}
MATCH (a)<-[r:CITES]-(d:Duty)-[:LISTED_IN]->(l:DutyList)
WHERE (null IS NULL OR d.section = null)
  AND CASE WHEN null IS NULL THEN l.current ELSE l.edition = null END
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
  AND (null IS NULL OR EXISTS { (d)<-[:DELEGATES|TAKES_BACK]-(:Department)-[:EXERCISES]->(:Function {id: null}) })
  AND (null IS NULL OR EXISTS { (d)-[:INSTANCE_OF]->(:Matter {id: null}) })
WITH a, l, collect({relation: r, duty: d}) AS citing
MATCH (l)-[:LIST_OF]->(t:Township)
WHERE null IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..3]->(v:Division) WHERE v.id = null OR (v:County AND v.name = null) }
WITH *, t.path + ' ' + l.edition + ' ' + l.id AS list ORDER BY list
CALL (a, citing, list) {
  UNWIND citing AS one
  WITH one.relation AS r, one.duty AS d, a.id AS law, list
  RETURN r, d, list + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id + ' ' + law AS key
  ORDER BY key
}
// page
WITH * WHERE key > ''
WITH * LIMIT 20
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, d.section AS section, k.name AS category,
  d.number AS number, d.name AS name, d.starred AS starred, d.status AS status,
  COLLECT { MATCH (o:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  a.title AS law, a.id AS law_id, r.articles AS articles, key AS key
ORDER BY key;

// 无法定依据事项(表) · Duties that name no law
// Which rows cite no law or normative document at all?
// 改成您要查的值 · values to change:
//   division = '青禾县': id of a division of any level, or a county's name
//   section = 'cooperative': basic, cooperative or reclaimed; null: all three
//   category = null: only rows of this category; null: of all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (:Division {id: '青禾县'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '青禾县'})<-[:PART_OF]-(t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList)<-[:LISTED_IN]-(d:Duty)
WHERE NOT EXISTS { (d)-[:CITES]->(:Law) } AND ('cooperative' IS NULL OR d.section = 'cooperative')
  AND CASE WHEN null IS NULL THEN l.current ELSE l.edition = null END
  AND (null IS NULL OR EXISTS { (d)-[:IN_CATEGORY]->(:Category {name: null}) })
WITH t, l, d, t.path + ' ' + l.edition + ' ' + d.section + ' ' + toString(1000000000 + d.position) + ' ' + d.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN d.id AS duty_id, c.name AS county, t.name AS township, t.id AS township_id, d.section AS section, k.name AS category,
  d.number AS number, d.name AS name, d.starred AS starred, d.status AS status,
  COLLECT { MATCH (o:Department)-[x:DELEGATES|TAKES_BACK]->(d) RETURN x.printed[0] ORDER BY x.position } AS departments,
  f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line, d.page AS page,
  key AS key
ORDER BY key;

// 模糊动词(表) · Vague verbs in the townships' role
// How many clauses of a township's cooperative role say 配合, 协助 or 协调 and leave open what is to be done?
// 改成您要查的值 · values to change:
//   division = '青禾县': id of a division of any level, or a county's name; null: everywhere
//   edition = null: only lists of this edition (2025-08); null: each township's newest
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (:Division {id: '青禾县'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '青禾县'})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE '青禾县' IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList)
WHERE CASE WHEN null IS NULL THEN l.current ELSE l.edition = null END
MATCH (l)<-[:LISTED_IN]-(:CooperativeDuty)-[:HAS_ROLE_ITEM]->(i:RoleItem)
WITH t, l, count(i) AS items, sum(CASE WHEN i.text CONTAINS '配合' THEN 1 ELSE 0 END) AS cooperate,
  sum(CASE WHEN i.text CONTAINS '协助' THEN 1 ELSE 0 END) AS assist,
  sum(CASE WHEN i.text CONTAINS '协调' THEN 1 ELSE 0 END) AS coordinate,
  sum(CASE WHEN i.text CONTAINS '配合' OR i.text CONTAINS '协助' OR i.text CONTAINS '协调' THEN 1 ELSE 0 END) AS vague
WITH *, t.path + ' ' + l.edition + ' ' + l.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
RETURN c.name AS county, t.name AS township, t.id AS township_id, l.id AS list_id, l.edition AS edition, items AS items,
  cooperate AS cooperate, assist AS assist, coordinate AS coordinate, vague AS vague, toFloat(vague) / items AS share,
  key AS key
ORDER BY key;

// 部门模糊动词(表) · Vague verbs in rows that a body leads
// How many clauses of the townships' role, in the rows that a body leads, say 配合, 协助 or 协调?
// 改成您要查的值 · values to change:
//   division = '青禾县': id of a division of any level, or a county's name; null: everywhere
//   edition = null: only lists of this edition (2025-08); null: each township's newest
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (:Division {id: '青禾县'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '青禾县'})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE '青禾县' IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList)
WHERE CASE WHEN null IS NULL THEN l.current ELSE l.edition = null END
MATCH (l)<-[:LISTED_IN]-(d:CooperativeDuty)-[:HAS_ROLE_ITEM]->(i:RoleItem)
MATCH (d)<-[:DELEGATES {lead: true}]-(b:Department)
WITH b, count(DISTINCT d) AS rows, count(i) AS items, sum(CASE WHEN i.text CONTAINS '配合' THEN 1 ELSE 0 END) AS cooperate,
  sum(CASE WHEN i.text CONTAINS '协助' THEN 1 ELSE 0 END) AS assist,
  sum(CASE WHEN i.text CONTAINS '协调' THEN 1 ELSE 0 END) AS coordinate,
  sum(CASE WHEN i.text CONTAINS '配合' OR i.text CONTAINS '协助' OR i.text CONTAINS '协调' THEN 1 ELSE 0 END) AS vague
WITH *, toString(9999999999 - vague) + ' ' + toString(9999999999 - items) + ' ' + b.name + ' ' + b.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (b)-[:PART_OF]->(v:Division)
RETURN b.name AS department, b.id AS department_id, v.path AS division, rows AS rows, items AS items, cooperate AS cooperate,
  assist AS assist, coordinate AS coordinate, vague AS vague, toFloat(vague) / items AS share, key AS key
ORDER BY key;

// 区划目录(表) · Divisions
// Which divisions are known below this one or by this name, and what is loaded of each?
// 改成您要查的值 · values to change:
//   parent = null: id: only the divisions right below it; null: of all levels
//   text = '': part of a name; "" for all
//   level = 'county': province, prefecture, county or township; null: all
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (:Division {id: null})<-[:PART_OF]-(v:Division) RETURN v
  UNION
  WITH 1 AS one WHERE null IS NULL
  MATCH (v:Division) RETURN v
}
WITH v, CASE WHEN v:Province THEN 'province' WHEN v:Prefecture THEN 'prefecture' WHEN v:County THEN 'county' ELSE 'township' END AS level
WHERE v.name CONTAINS '' AND ('county' IS NULL OR level = 'county')
WITH *, v.path AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
OPTIONAL MATCH (v)-[:PART_OF]->(p:Division)
RETURN v.id AS id, v.name AS name, level AS level, v.path AS path, v.code AS code, p.id AS parent_id,
  COUNT { (v)<-[:PART_OF]-(:Division) } AS children,
  COUNT { (v)<-[:PART_OF*0..3]-(:Township)<-[:LIST_OF]-(:DutyList {current: true}) } AS townships,
  COUNT { (v)<-[:PART_OF]-(:Department) } AS departments, key AS key
ORDER BY key;

// 区划详情(表) · One division in full
// What does this division belong to, what is below it, and what is loaded of it?
// 改成您要查的值 · values to change:
//   id = 'div-aa1e9da89aa681b48b88': the division
MATCH (v:Division {id: 'div-aa1e9da89aa681b48b88'})
OPTIONAL MATCH (v)<-[:PART_OF*0..3]-(:Township)<-[:LIST_OF]-(l:DutyList {current: true})
WITH v, count(l) AS townships, coalesce(sum(l.basic), 0) AS basic, coalesce(sum(l.cooperative), 0) AS cooperative,
  coalesce(sum(l.reclaimed), 0) AS reclaimed
RETURN v.id AS id, v.name AS name, CASE WHEN v:Province THEN 'province' WHEN v:Prefecture THEN 'prefecture' WHEN v:County THEN 'county' ELSE 'township' END AS level,
  v.path AS path, v.code AS code,
  COLLECT {
    MATCH (v)-[:PART_OF*1..3]->(a:Division)
    RETURN {id: a.id, name: a.name, level: CASE WHEN a:Province THEN 'province' WHEN a:Prefecture THEN 'prefecture' WHEN a:County THEN 'county' ELSE 'township' END}
    ORDER BY size(a.path)
  } AS above,
  COLLECT {
    MATCH (v)<-[:PART_OF]-(a:Division)
    OPTIONAL MATCH (a)<-[:PART_OF*0..3]-(:Township)<-[:LIST_OF]-(o:DutyList {current: true})
    WITH a, count(o) AS lists, coalesce(sum(o.basic), 0) AS own, coalesce(sum(o.cooperative), 0) AS assisted,
      coalesce(sum(o.reclaimed), 0) AS relieved
    RETURN {id: a.id, name: a.name, level: CASE WHEN a:Province THEN 'province' WHEN a:Prefecture THEN 'prefecture' WHEN a:County THEN 'county' ELSE 'township' END,
      townships: lists, basic: own, cooperative: assisted, reclaimed: relieved}
    ORDER BY a.path LIMIT 500
  } AS children,
  COUNT { (v)<-[:PART_OF]-(:Division) } AS children_count,
  townships AS townships, basic AS basic, cooperative AS cooperative, reclaimed AS reclaimed,
  COUNT { (v)<-[:PART_OF]-(:Department) } AS departments
LIMIT 1;

// 乡镇概况(表) · A township's list at a glance
// How many rows has the township's newest list in each section and category, which bodies stand behind them, and what else is loaded?
// 改成您要查的值 · values to change:
//   township = '石桥镇': its name or its id
//   county = '青禾县': only a township of this county; null: of any
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
MATCH (t)<-[:LIST_OF]-(l:DutyList {current: true})-[:READ_FROM]->(f:Document)
WITH *, t.path + ' ' + l.id AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
CALL (l) {
  MATCH (l)<-[:LISTED_IN]-(d:Duty)
  OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
  WITH d.section AS section, k.name AS category, count(d) AS found, min(d.position) AS first
  ORDER BY section, first
  RETURN collect({section: section, category: category, found: found}) AS parts
}
WITH *, range(0, size(coalesce(l.declared_counts, [])) - 1) AS places
RETURN c.name AS county, t.name AS township, t.id AS township_id,
  COLLECT {
    MATCH (t)-[:PART_OF*0..3]->(a:Division)
    RETURN {id: a.id, name: a.name, level: CASE WHEN a:Province THEN 'province' WHEN a:Prefecture THEN 'prefecture'
      WHEN a:County THEN 'county' ELSE 'township' END}
    ORDER BY size(a.path)
  } AS above,
  l.id AS list_id, l.title AS title, l.edition AS edition, f.name AS document,
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
  COUNT { (l)<-[:LISTED_IN]-(:Duty {starred: true}) } AS starred,
  COUNT { (l)<-[:LISTED_IN]-(:Duty {status: 'abolished'}) } AS abolished,
  COUNT { MATCH (l)<-[:LISTED_IN]-(d:Duty) WHERE EXISTS { (d)-[:CITES]->(:Law) } } AS with_law,
  COUNT { MATCH (l)<-[:LISTED_IN]-(d:Duty) WHERE size(d.doubts) > 0 } AS doubtful,
  COLLECT {
    MATCH (t)<-[w:WORKS_WITH]-(b:Department)
    RETURN {department_id: b.id, name: b.name, named: b.named, delegated: w.delegated,
      led: COUNT { (b)-[:DELEGATES {lead: true}]->(:CooperativeDuty)-[:LISTED_IN]->(l) }, taken_back: w.taken_back}
    ORDER BY w.delegated + w.taken_back DESC, b.name, b.id LIMIT 300
  } AS departments,
  COUNT { (t)<-[:WORKS_WITH]-(:Department) } AS departments_count,
  COLLECT {
    MATCH (t)<-[:LIST_OF]-(o:DutyList)-[:READ_FROM]->(p:Document)
    RETURN {list_id: o.id, edition: o.edition, current: o.current, title: o.title, document: p.name}
    ORDER BY o.edition <> 'undated', o.edition, o.id
  } AS editions,
  COLLECT {
    MATCH (c)<-[:PART_OF]-(u:Township)<-[:LIST_OF]-(o:DutyList {current: true})
    WHERE u.id <> t.id
    RETURN {township_id: u.id, township: u.name, basic: o.basic, cooperative: o.cooperative, reclaimed: o.reclaimed}
    ORDER BY u.path
  } AS neighbours,
  key AS key
ORDER BY key;

// 县域概况(表) · A county's lists at a glance
// How many rows have the newest lists of a county's townships, how far do they agree, and which bodies stand behind them?
// 改成您要查的值 · values to change:
//   county = '青禾县': its name or its id; null: all counties with a list
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (c:County {name: '青禾县'}) RETURN c
  UNION
  MATCH (c:Division {id: '青禾县'}) WHERE c:County RETURN c
  UNION
  WITH 1 AS one WHERE '青禾县' IS NULL
  MATCH (c:County) RETURN c
}
MATCH (c)<-[:PART_OF]-(t:Township)<-[:LIST_OF]-(l:DutyList {current: true})
WITH c, count(l) AS townships, sum(l.basic) AS basic, sum(l.cooperative) AS cooperative, sum(l.reclaimed) AS reclaimed,
  collect(l) AS lists
WITH *, c.path AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
CALL (lists) {
  UNWIND lists AS l
  MATCH (l)<-[:LISTED_IN]-(d:Duty)
  RETURN sum(CASE d.status WHEN 'abolished' THEN 1 ELSE 0 END) AS abolished,
    sum(CASE WHEN d.starred THEN 1 ELSE 0 END) AS starred, sum(CASE WHEN EXISTS { (d)-[:CITES]->(:Law) } THEN 1 ELSE 0 END) AS with_law
}
CALL (lists) {
  UNWIND lists AS l
  MATCH (l)<-[:LISTED_IN]-(:Duty)-[i:INSTANCE_OF]->(m:Matter)
  WITH m, count(DISTINCT l) AS having, sum(CASE i.link WHEN 'same' THEN 1 ELSE 0 END) AS own
  WHERE own > 0
  RETURN count(m) AS matters, collect(having) AS having
}
RETURN c.name AS county, c.id AS county_id, c.path AS path, townships AS townships, basic AS basic, cooperative AS cooperative,
  reclaimed AS reclaimed, abolished AS abolished, starred AS starred, with_law AS with_law, matters AS matters,
  size([n IN having WHERE n = townships]) AS in_all, size([n IN having WHERE n = 1]) AS in_one,
  size(COLLECT { MATCH (c)<-[:PART_OF]-(:Township)<-[:WORKS_WITH]-(b:Department) RETURN DISTINCT b.id AS id }) AS bodies,
  COLLECT {
    MATCH (c)<-[:PART_OF]-(t:Township)<-[w:WORKS_WITH]-(b:Department)
    WITH b, sum(w.delegated) AS delegated, sum(w.taken_back) AS taken_back, count(t) AS places
    RETURN {department_id: b.id, name: b.name, delegated: delegated, taken_back: taken_back, townships: places}
    ORDER BY delegated + taken_back DESC, b.name, b.id LIMIT 20
  } AS departments,
  COLLECT {
    UNWIND lists AS l
    MATCH (l)<-[:LISTED_IN]-(d:Duty)-[:IN_CATEGORY]->(k:Category)
    WITH d.section AS section, k.name AS category, count(d) AS rows, count(DISTINCT l) AS places
    RETURN {section: section, category: category, rows: rows, townships: places} ORDER BY section, rows DESC, category
  } AS categories,
  COLLECT {
    MATCH (c)<-[:PART_OF]-(t:Township)<-[:LIST_OF]-(l:DutyList {current: true})
    RETURN {list_id: l.id, township_id: t.id, township: t.name, edition: l.edition, basic: l.basic,
      cooperative: l.cooperative, reclaimed: l.reclaimed}
    ORDER BY t.path
  } AS lists,
  key AS key
ORDER BY key;

// 清单详情(表) · One list in full
// What is this list, where was it read, what does it declare of itself, and what was found?
// 改成您要查的值 · values to change:
//   id = 'list-4bcf8ce52c4c17a91d40': the list
MATCH (l:DutyList {id: 'list-4bcf8ce52c4c17a91d40'})-[:LIST_OF]->(t:Township)
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
LIMIT 1;

// 数据质量(表) · What a person should look at
// Which rows name no body or an unnamed one, which raise doubts, and where does a list disagree with its own counts?
// 改成您要查的值 · values to change:
//   division = '青禾县': id of a division of any level, or a county's name; null: everywhere
//   kind = null: no department, unnamed body, doubt, count, inferred place or undated; null: all
//   section = null: basic, cooperative or reclaimed: only what is about it; null: all
//   edition = null: only lists of this edition (2025-08); null: each township's newest
//   after = '': key of the row that the answer goes on behind; "" from the beginning
//   limit = 20: most rows to return
CALL () {
  MATCH (:Division {id: '青禾县'})<-[:PART_OF*0..3]-(t:Township) RETURN t
  UNION
  MATCH (:County {name: '青禾县'})<-[:PART_OF]-(t:Township) RETURN t
  UNION
  WITH 1 AS one WHERE '青禾县' IS NULL
  MATCH (t:Township) RETURN t
}
MATCH (t)<-[:LIST_OF]-(l:DutyList)
WHERE CASE WHEN null IS NULL THEN l.current ELSE l.edition = null END
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
WITH * WHERE (null IS NULL OR kind = null) AND (null IS NULL OR section = null)
WITH *, t.path + ' ' + l.edition + ' ' + kind + ' ' + coalesce(section, '') + ' '
  + toString(1000000000 + coalesce(first_line, 0)) + ' ' + coalesce(d.id, declared_category, '') + ' ' + says AS key
// page
WITH * WHERE key > ''
WITH * ORDER BY key LIMIT 20
MATCH (l)-[:READ_FROM]->(f:Document)
OPTIONAL MATCH (t)-[:PART_OF]->(c:County)
OPTIONAL MATCH (d)-[:IN_CATEGORY]->(k:Category)
RETURN kind AS kind, c.name AS county, t.name AS township, t.id AS township_id, l.id AS list_id, l.edition AS edition,
  f.name AS document, section AS section,
  CASE kind WHEN 'count' THEN CASE declared_category WHEN '' THEN null ELSE declared_category END ELSE k.name END AS category,
  d.id AS duty_id, d.number AS number, d.name AS name, trim(says) AS says, first_line AS first_line,
  CASE WHEN d IS NULL THEN null ELSE d.last_line END AS last_line, key AS key
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

// 共同事项(表) · Rows in which both stand
// In which current rows do these two departments, or this department and this township, stand together? A department stands in a row by its column (DELEGATES, TAKES_BACK) or by a clause that it bears (BORNE_BY).
// 改成您要查的值 · values to change:
//   start = 'dept-66dd8e07f3b81cec6fc2': id of a department or township
//   end = 'div-74f8b828435a53ec2319': id of another
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
WHERE EXISTS { MATCH (x)-[:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF]->(d) WHERE x.id = 'div-74f8b828435a53ec2319' }
  OR EXISTS { MATCH (d)-[:REQUIRES]->(:Responsibility)-[:BORNE_BY]->(x:Department) WHERE x.id = 'div-74f8b828435a53ec2319' }
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
    MATCH (x)-[r:DELEGATES|TAKES_BACK|ASSISTS|PERFORMS|RELIEVED_OF]->(d) WHERE x.id = 'div-74f8b828435a53ec2319' RETURN type(r) AS relation
    UNION
    MATCH (d)-[:REQUIRES]->(:Responsibility)-[r:BORNE_BY]->(x:Department) WHERE x.id = 'div-74f8b828435a53ec2319' RETURN type(r) AS relation
  } AS end_relations,
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
