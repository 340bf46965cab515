// 数据集概况 · The dataset as a whole
//
// How much is loaded, and when did it last change?
//
// Columns
//   version              integer  grows with every load that changes something; 0 for an empty store
//   loaded_at            string?  time of the last such load
//   lists                integer  lists, of all editions
//   townships            integer  townships with a list
//   duties               integer  rows of current lists
//   departments          integer  bodies
//   matters_provisional  boolean  wordings are so many that new ones found places without moving others: graphkb resolve
OPTIONAL MATCH (s:Dataset {id: 'graphkb'})
OPTIONAL MATCH (k:LoadLock {id: 'graphkb'})
// Lists count their rows, so that none is asked
CALL () {
  MATCH (l:DutyList)
  RETURN count(l) AS lists, sum(CASE WHEN l.current THEN 1 ELSE 0 END) AS townships,
    sum(CASE WHEN l.current THEN l.basic + l.cooperative + l.reclaimed ELSE 0 END) AS duties
}
RETURN coalesce(s.version, 0) AS version, s.loaded_at AS loaded_at, lists AS lists, townships AS townships,
  duties AS duties, COUNT { (:Department) } AS departments, coalesce(k.matters_provisional, false) AS matters_provisional
