// 行政区划 · Divisions of the list's place
//
// (:Division:Province), (:Division:Prefecture), (:Division:County), (:Division:Township)
//
// Parameters
//   rows  list<map>  {id, level, properties}
FOREACH (row IN [r IN $rows WHERE r.level = 'province'] | MERGE (n:Division:Province {id: row.id}) SET n += row.properties)
FOREACH (row IN [r IN $rows WHERE r.level = 'prefecture'] | MERGE (n:Division:Prefecture {id: row.id}) SET n += row.properties)
FOREACH (row IN [r IN $rows WHERE r.level = 'county'] | MERGE (n:Division:County {id: row.id}) SET n += row.properties)
FOREACH (row IN [r IN $rows WHERE r.level = 'township'] | MERGE (n:Division:Township {id: row.id}) SET n += row.properties)
