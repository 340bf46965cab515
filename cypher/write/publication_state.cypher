// 发布状态 · Whether a load is being committed
//
// Read after every query; see graphkb/stores/publication.py.
//
// Columns
//   version     integer  grows with every load
//   publishing  string?  token of a load that is being committed
MATCH (s:Dataset {id: 'graphkb'})
RETURN coalesce(s.version, 0) AS version, s.publishing AS publishing
