// 机构的印刷名称 · How the bodies of a division are printed, cell by cell
//
// Which printed names mean one body is told by all of a division's rows together (graphkb/resolution).
//
// Parameters
//   division  string  id of the division
// Columns
//   department  string        the body that the names are linked to now
//   name        string        what that body is called now
//   duty        string?       the row whose department column prints them; null: they bear clauses of a row
//   printed     list<string>  the names as printed
//   plates      list<string>  second plates printed with them
//   others      list<string>  other names that clauses of the row call it by
//   uses        integer       how often
//   leads       string?       the row's name, where the body stands first in its department column
MATCH (b:Department)-[:PART_OF]->(:Division {id: $division})
CALL (b) {
  MATCH (b)-[r:DELEGATES|TAKES_BACK]->(d:Duty)
  RETURN d.id AS duty, r.printed AS printed, r.plates AS plates, coalesce(r.other_names, []) AS others, 1 AS uses,
    CASE WHEN r.lead THEN d.name END AS leads
  UNION ALL
  MATCH (b)<-[r:BORNE_BY]-(:Responsibility)
  RETURN null AS duty, r.printed AS printed, [] AS plates, [] AS others, count(*) AS uses, null AS leads
}
RETURN b.id AS department, b.name AS name, duty AS duty, printed AS printed, plates AS plates, others AS others, uses AS uses,
  leads AS leads
