// 区划目录 · Divisions
//
// The divisions, those above and those below them.
CALL () {
  MATCH (:Division {id: $parent})<-[:PART_OF]-(v:Division) RETURN v
  UNION
  WITH 1 AS one WHERE $parent IS NULL
  MATCH (v:Division) RETURN v
}
WITH v, CASE WHEN v:Province THEN 'province' WHEN v:Prefecture THEN 'prefecture' WHEN v:County THEN 'county' ELSE 'township' END AS level
WHERE v.name CONTAINS $text AND ($level IS NULL OR level = $level)
WITH *, v.path AS key
// picture
WITH * ORDER BY key
MATCH p = (v)-[:PART_OF]-(:Division)
RETURN p AS p LIMIT 150
