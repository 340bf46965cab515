"""Whether a statement only reads: a list of what it may hold, not of what it may not.

The embedded store lets a read session write (docs/decisions/2026-11-22-free-cypher.md), so nothing gets there that is not
known to read: clauses, procedures and functions are those of the lists below. What is sent is put together anew from the
tokens that were looked at, so that no store can take for a statement what was a comment here.
"""

from __future__ import annotations

from graphkb.reading.tokens import Refused, Token, tokens_of

__all__ = ["Refused", "reading_only"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Neo4j Cypher Manual, "Clauses": those that read.
_CLAUSES = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL"})
# What may follow a complete expression or pattern: the clauses, their parts, and operators that are words.
_GOING_ON = _CLAUSES | _words(
    """
    WHERE YIELD UNION ALL DISTINCT ORDER BY SKIP OFFSET LIMIT AS ASC ASCENDING DESC DESCENDING AND OR XOR NOT IN IS
    NULL STARTS ENDS CONTAINS TYPED NORMALIZED WHEN THEN ELSE END USING INDEX SCAN JOIN ON
    """
)
# Words after which a new expression or pattern begins, so that the next word may be a name.
_OPENING = _GOING_ON - {"NULL", "END", "ASC", "ASCENDING", "DESC", "DESCENDING", "ALL", "NORMALIZED"} | {"CASE"}
# Words of clauses that write, administrate or reach outside. None of the lists above has them; they are named here so that
# the message says what is wrong, and so that they are refused wherever they stand.
_WRITING = _words(
    "CREATE MERGE SET DELETE DETACH NODETACH REMOVE FOREACH INSERT LOAD DROP ALTER GRANT DENY REVOKE TRANSACTIONS"
)
_PROCEDURES = frozenset(
    {
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
        "db.labels",
        "db.propertykeys",
        "db.relationshiptypes",
        "dbms.components",
    }
)
# Neo4j Cypher Manual, "Functions": all but those that read files or make databases and graphs available.
_FUNCTIONS = _words(
    """
    all any none single exists count collect sum avg min max stdev stdevp percentilecont percentiledisc coalesce
    nullif size length head last tail range reduce keys labels type id elementid properties nodes relationships
    startnode endnode degree valuetype isempty isnan timestamp randomuuid shortestpath allshortestpaths tostring
    tostringornull tostringlist tointeger tointegerornull tointegerlist tofloat tofloatornull tofloatlist toboolean
    tobooleanornull tobooleanlist split substring left right trim ltrim rtrim btrim replace reverse tolower toupper
    lower upper char_length character_length normalize abs ceil floor round sign rand sqrt exp e log log10 pi sin
    cos tan cot asin acos atan atan2 degrees radians haversin date datetime localdatetime localtime time duration
    date.truncate datetime.truncate localdatetime.truncate localtime.truncate time.truncate datetime.fromepoch
    datetime.fromepochmillis duration.between duration.inmonths duration.indays duration.inseconds date.realtime
    date.statement date.transaction datetime.realtime datetime.statement datetime.transaction point point.distance
    point.withinbbox
    """
)


def reading_only(statement: str) -> str:
    """Return the statement as it may be sent: the same tokens on the same lines, without comments and final semicolon.

    Raises Refused for everything that is not known to read only.
    """
    tokens = list(tokens_of(statement.replace("\r\n", "\n").replace("\r", "\n")))
    while tokens and tokens[-1].text == ";":
        tokens.pop()
    if not tokens:
        raise Refused("there is no statement; write one that begins with MATCH, for example")
    for index, token in enumerate(tokens):
        _look(tokens, index, token)
    return _written(tokens)


def _look(tokens: list[Token], index: int, token: Token) -> None:
    """Raise Refused where this token may not stand here."""
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.text == ";":
        raise Refused(f"line {token.line}: a second statement follows the semicolon; give one statement at a time")
    if token.word in _WRITING:
        raise Refused(
            f"line {token.line}: {token.text} is not for reading; only reading statements are run here. "
            f"Where it is a name, write `{token.text}` in backticks"
        )
    if token.word and token.word not in _allowed(tokens, index, before, after):
        raise Refused(f"line {token.line}: {token.text} is no clause of a statement that reads")
    if token.word == "CALL" and after is not None and after.text not in ("(", "{"):
        _look_at_procedure(tokens, index + 1)
    elif token.text == "(" and before is not None and before.kind in ("word", "name"):
        _look_at_function(tokens, index - 1)


def _allowed(tokens: list[Token], index: int, before: Token | None, after: Token | None) -> frozenset[str]:
    """Return the words that may stand here; where any name may, the word itself."""
    if before is None:
        return _CLAUSES
    if before.text == "{" and (after is None or after.text not in (":", ".", ",", "}")):
        return _CLAUSES  # of a subquery: in maps, quantifiers and projections a mark follows
    if _complete(tokens, index - 1):
        return _GOING_ON
    return frozenset({tokens[index].word})


def _complete(tokens: list[Token], index: int) -> bool:
    """Whether an expression or pattern is complete with this token, so that only a word of the language can follow."""
    token = tokens[index]
    if token.kind == "mark":
        star = token.text == "*" and index > 0 and tokens[index - 1].word in ("WITH", "RETURN", "DISTINCT")
        return star or token.text in (")", "]", "}")
    after_point = index > 0 and tokens[index - 1].text in (".", ":")
    return after_point or token.kind != "word" or token.word not in _OPENING


def _dotted(tokens: list[Token], index: int, step: int) -> list[str]:
    """Return the parts of the name with points that begins (step 1) or ends (step -1) here, small, without backticks."""
    parts = []
    while 0 <= index < len(tokens) and tokens[index].kind in ("word", "name"):
        parts.append(tokens[index].text.strip("`").lower())
        following = index + step
        if not (0 <= following < len(tokens) and tokens[following].text == "."):
            break
        index = following + step
    return parts[::step]


def _look_at_procedure(tokens: list[Token], index: int) -> None:
    name = ".".join(_dotted(tokens, index, 1))
    if name not in _PROCEDURES:
        raise Refused(
            f"line {tokens[index].line}: the procedure {name or tokens[index].text} is not among those that only read "
            f"({', '.join(sorted(_PROCEDURES))})"
        )


def _look_at_function(tokens: list[Token], index: int) -> None:
    parts = _dotted(tokens, index, -1)
    before = index - 2 * len(parts) + 1
    procedure = before >= 0 and tokens[before].word == "CALL"
    if procedure or tokens[index].word in _OPENING | {"ALL"}:
        return
    if ".".join(parts) not in _FUNCTIONS:
        raise Refused(f"line {tokens[index].line}: {'.'.join(parts)} is not among the functions that only read")


def _written(tokens: list[Token]) -> str:
    """Return the tokens as text, each on its line, with a blank where something parted them."""
    parts: list[str] = []
    line = 1
    for token in tokens:
        parts.append("\n" * (token.line - line) or ("" if token.glued else " "))
        parts.append(token.text)
        line = token.line + token.text.count("\n")
    return "".join(parts).strip(" ")
