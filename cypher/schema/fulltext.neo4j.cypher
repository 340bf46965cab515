// Full text over every clause; pairs of Chinese characters (CJK bigrams) are the words. Neo4j's dialect.
// The embedded store's own dialect of the same index stands in fulltext.arcadedb.sql.
CREATE FULLTEXT INDEX item_text IF NOT EXISTS FOR (n:Item) ON EACH [n.text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
