// 发布状态 · Whether a load is being committed
//
// Read after every query; see graphkb/stores/publication.py.
//
// Columns
//   version     integer  grows with every load
//   loaded_at   string?  time of the last load
//   publishing  string?  token of a load that is being committed
MATCH (s:Dataset {id: 'graphkb'})
RETURN coalesce(s.version, 0) AS version, s.loaded_at AS loaded_at, s.publishing AS publishing
