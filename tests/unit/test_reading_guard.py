"""What an analyst's own statement may hold where the store itself lets every session write."""

from __future__ import annotations

import pytest

from graphkb.cypher_files import read_file, statement_names
from graphkb.reading import Refused, reading_only

HOSTILE = {
    "a plain write": "CREATE (n:Duty {id: 'x'})",
    "in small letters": "match (n) set n.name = 'x'",
    "after a comment's end": "/* only reading */ CREATE (n)",
    "a comment that hides a line's end": "MATCH (n) // harmless\rDELETE n",
    "a comment that hides a line's end of Unicode": "MATCH (n) // harmless\u2028DELETE n",
    "words parted by comments": "MATCH (n) DETACH/**/DELETE/**/n",
    "a string that seems to go on": "MATCH (n) WHERE n.name = 'it\\\\' SET n.name = '' RETURN n",
    "a string's end by its number": "MATCH (n) WHERE n.name = '\\u0027 SET n.name = \\u0027' RETURN n",
    "a word by the numbers of its letters": "\\u0043REATE (n)",
    "the same in the middle": "MATCH (n) S\\u0045T n.x = 1",
    "wide letters": "MATCH (n) ＳＥＴ n.x = 1",
    "a long s": "MATCH (n) ſet n.x = 1",
    "an invisible character in a word": "MATCH (n) SE\u200bT n.x = 1",
    "an invisible character in a string": "RETURN 'a\u202eb'",
    "merge": "MERGE (n:Duty {id: 'x'}) RETURN n",
    "remove": "MATCH (n) REMOVE n.name",
    "detach delete": "MATCH (n) DETACH DELETE n",
    "foreach": "MATCH (n) FOREACH (x IN [1] | SET n.x = x)",
    "a subquery": "MATCH (n) CALL (n) { SET n.x = 1 } RETURN n",
    "a subquery of a subquery": "RETURN COUNT { MATCH (n) CALL (n) { CREATE (m) RETURN m } }",
    "transactions": "MATCH (n) CALL (n) { RETURN 1 AS one } IN TRANSACTIONS RETURN one",
    "files": "LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line",
    "an index": "CREATE INDEX x FOR (n:Duty) ON (n.x)",
    "a constraint": "DROP CONSTRAINT duty_id",
    "users": "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "the GQL word for create": "INSERT (n:Duty {id: 'x'})",
    "another graph": "USE other MATCH (n) RETURN n",
    "a prefix": "CYPHER runtime=pipelined MATCH (n) RETURN n",
    "a profile, which runs": "PROFILE MATCH (n) RETURN n",
    "a writing procedure": "CALL db.createLabel('x')",
    "a writing procedure behind backticks": "CALL `db`.`createLabel`('x')",
    "a writing procedure behind blanks and comments": "CALL db . /* labels */ createProperty('x')",
    "a writing procedure after reading": "MATCH (n) CALL apoc.create.node(['A'], {}) YIELD node RETURN node",
    "an optional procedure": "OPTIONAL CALL apoc.cypher.doIt('CREATE (n)', {}) YIELD value RETURN value",
    "a procedure without brackets": "CALL dbms.listConfig",
    "a function that runs statements": "RETURN apoc.cypher.runFirstColumnSingle('CREATE (n)', {})",
    "the same behind backticks": "RETURN `apoc.cypher`.`runFirstColumnSingle`('CREATE (n)', {})",
    "SQL": "SELECT FROM Duty",
    "SQL that writes": "UPDATE Duty SET x = 1",
    "a prefix of a language": "{sql} DELETE FROM Duty",
    "administration": "TERMINATE TRANSACTIONS '1'",
    "two statements": "MATCH (n) RETURN n; MATCH (n) RETURN n",
    "a clause that nobody knows": "MATCH (n) FROBNICATE n",
    "a clause that nobody knows after a star": "WITH * FROBNICATE n",
    "a clause that nobody knows in a subquery": "CALL { FROBNICATE n } RETURN 1",
    "a clause that nobody knows after an order": "MATCH (n) RETURN n ORDER BY n.x DESC FROBNICATE n",
    "a number with a point": "MATCH (n) WITH n, 1. SET n.x = 2",
    "a string without end": "RETURN 'a",
    "a comment without end": "RETURN 1 /* CREATE (n)",
    "a name without end": "RETURN `a",
    "a dynamic label": "MATCH (n:$(label)) RETURN n",
    "nothing": " // nothing\n ;",
}
HARMLESS = [
    "RETURN 镇.名称 AS 乡镇",
    "MATCH (n:Duty) RETURN n.name AS name LIMIT 5;",
    "RETURN 'CREATE (n) SET n.x = 1; DELETE n' AS text, \"MERGE\" AS other",
    "RETURN 'it\\'s; SET' AS text // SET n.x = 1",
    "MATCH (n) WHERE n.`set` = 1 RETURN n.`delete` AS `create`",
    "MATCH (b:Department)-[r:DELEGATES|TAKES_BACK*1..2]->(d) WHERE d.name STARTS WITH '河' AND NOT d.starred RETURN *",
    "CALL db.index.fulltext.queryNodes('item_text', $words) YIELD node, score RETURN node.text AS text, score",
    "CALL db.labels() YIELD label RETURN label ORDER BY label DESC SKIP 1 LIMIT 2",
    "MATCH (t:Township) CALL (t) { MATCH (t)<-[:LIST_OF]-(l) RETURN count(*) AS lists } RETURN t {.name, lists: lists}",
    "MATCH (n) WHERE EXISTS { MATCH (n)-[:CITES]->() } AND COUNT { (n)--() } > 1 RETURN collect(DISTINCT n.name) AS x",
    "UNWIND [1, 2.5, 0x1F, -3] AS x WITH x WHERE x IS NOT NULL RETURN CASE WHEN x > 1 THEN 'a' ELSE 'b' END AS y",
    "MATCH p = shortestPath((a:Department)-[*..5]-(b:Township)) RETURN [n IN nodes(p) | n.name] AS names, length(p)",
    "MATCH (a) RETURN a.name AS name UNION ALL MATCH (b:Law) RETURN b.title AS name",
    "RETURN reduce(total = 0, x IN range(1, 3) | total + x) AS total, all(x IN [1] WHERE x = 1) AS every",
]


@pytest.mark.parametrize("case", HOSTILE)
def test_what_could_write_is_refused(case: str) -> None:
    """An analyst pastes from the web; a colleague hides a joke in a comment; a tool writes statements from names."""
    with pytest.raises(Refused):
        reading_only(HOSTILE[case])


@pytest.mark.parametrize("statement", HARMLESS)
def test_what_reads_is_let_through(statement: str) -> None:
    """Words of writing clauses may stand in strings, comments and names in backticks."""
    assert reading_only(statement)


def test_what_is_sent_holds_no_comment_and_keeps_its_lines() -> None:
    """A store that sees a comment's end elsewhere must not find a statement in it; its errors tell line numbers."""
    statement = "MATCH (n) // one\r\n/* two\nthree */ WHERE n.a  =  '//'\nRETURN n ; \n"
    assert reading_only(statement) == "MATCH (n)\n\nWHERE n.a = '//'\nRETURN n"


def test_the_message_names_line_word_and_remedy() -> None:
    """Who has a property named set needs to know what to do."""
    with pytest.raises(Refused, match=r"line 2: set is not for reading; .* write `set` in backticks"):
        reading_only("MATCH (n)\nRETURN n.set AS x")


@pytest.mark.parametrize("folder", ["questions", "lookups"])
def test_every_read_of_the_catalogue_passes(folder: str) -> None:
    """Analysts start from our files and change them."""
    assert all(reading_only(read_file(folder, name).text) for name in statement_names(folder))


@pytest.mark.parametrize("name", statement_names("write"))
def test_every_writing_statement_of_ours_is_refused(name: str) -> None:
    """Fifty ways to write, which were not made up for this test."""
    text = read_file("write", name).text
    if any(word in text for word in ("CREATE", "MERGE", "SET ", "DELETE", "REMOVE")):
        with pytest.raises(Refused):
            reading_only(text)
