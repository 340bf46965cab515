// 同类事项 · Matters and the rows that are instances of them
//
// The work, the rows that are it, and the townships whose rows they are.
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
// picture
WITH * ORDER BY key LIMIT 12
MATCH p = (m)<-[:INSTANCE_OF]-(:Duty {current: true})<-[:PERFORMS|ASSISTS|RELIEVED_OF]-(:Township)
RETURN p AS p LIMIT 100
