// 事项出处 · Where duties are printed
//
// In which file, edition and lines does each of these duties stand?
//
// Parameters
//   ids    list<string>  ids of duties; unknown ones have no row
//   limit  integer       most rows to return
// Columns
//   id          string    the duty
//   document    string    file that it was read from
//   edition     string    edition of the list
//   first_line  integer?  first line of the row in the document
//   last_line   integer?  last line of the row in the document
//   page        integer?  its page, for documents without lines
// Example
//   :params {ids: ['duty-0f768332cd9e9f13042d'], limit: 20}
UNWIND $ids AS wanted
MATCH (d:Duty {id: wanted})-[:LISTED_IN]->(l:DutyList)-[:READ_FROM]->(f:Document)
RETURN d.id AS id, f.name AS document, l.edition AS edition, d.first_line AS first_line, d.last_line AS last_line,
  d.page AS page
ORDER BY id
LIMIT $limit
