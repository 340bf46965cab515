// 行政区划 · Divisions of the list's place
//
// (:Division:Province), (:Division:Prefecture), (:Division:County), (:Division:Township); a division that is there stays
// as it is: its properties follow from its id.
//
// Parameters
//   rows  list<map>  {id, level, properties}
UNWIND $rows AS row
OPTIONAL MATCH (n:Division {id: row.id})
WITH row, n
WHERE n IS NULL
FOREACH (_ IN CASE WHEN row.level = 'province' THEN [1] ELSE [] END |
  CREATE (v:Division:Province {id: row.id}) SET v += row.properties)
FOREACH (_ IN CASE WHEN row.level = 'prefecture' THEN [1] ELSE [] END |
  CREATE (v:Division:Prefecture {id: row.id}) SET v += row.properties)
FOREACH (_ IN CASE WHEN row.level = 'county' THEN [1] ELSE [] END |
  CREATE (v:Division:County {id: row.id}) SET v += row.properties)
FOREACH (_ IN CASE WHEN row.level = 'township' THEN [1] ELSE [] END |
  CREATE (v:Division:Township {id: row.id}) SET v += row.properties)
