-- Full text over every clause; pairs of Chinese characters (CJK bigrams) are the words. The embedded store's dialect.
-- Run after the constraints, in the store's language "sql". Neo4j's own dialect stands in fulltext.neo4j.cypher.
CREATE VERTEX TYPE Item IF NOT EXISTS;
CREATE PROPERTY Item.text IF NOT EXISTS STRING;
CREATE INDEX item_text IF NOT EXISTS ON Item (text) FULL_TEXT METADATA {"analyzer":"org.apache.lucene.analysis.cjk.CJKAnalyzer"};
