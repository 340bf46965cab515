// 数据集概况 · The dataset as a whole
//
// How much is loaded, and when did it last change?
//
// Columns
//   version      integer  grows with every load that changes something; 0 for an empty store
//   loaded_at    string?  time of the last such load
//   lists        integer  lists, of all editions
//   townships    integer  townships with a list
//   duties       integer  rows of current lists
//   departments  integer  bodies
OPTIONAL MATCH (s:Dataset {id: 'graphkb'})
RETURN coalesce(s.version, 0) AS version, s.loaded_at AS loaded_at,
  COUNT { (:DutyList) } AS lists,
  COUNT { (:Township)<-[:LIST_OF]-(:DutyList {current: true}) } AS townships,
  COUNT { (:Duty {current: true}) } AS duties,
  COUNT { (:Department) } AS departments
