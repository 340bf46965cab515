"""Search in all kinds of things: names, and the texts of duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pydantic import Field

from graphkb.catalogue import TEXT_SEARCH
from graphkb.catalogue.query import MOST_ROWS, Params, Row, Text
from graphkb.catalogue.rows import FoundDutyRow, TextSearchParams
from graphkb.errors import NotFound
from graphkb.records import Section
from graphkb.search.everyday import hear, without_noise
from graphkb.search.mentions import Together, mentions, together
from graphkb.search.names import EXACT, INSIDE, KINDS, PREFIX
from graphkb.search.suggest import FoundRow, Suggester, to_row, wanted_kinds
from graphkb.search.text import normalised
from graphkb.stores import Store

SEARCHED = (KINDS[0], "duty", *KINDS[1:])
"""The kinds of things that are searched, in the order in which those of the same score stand."""
IN_TEXT, IN_CLAUSE, BY_PAIRS, EVERYDAY = 0.65, 0.6, 0.4, 0.35
"""Score of what a text names among other things (水利局 石桥镇), of a duty that has the text in a clause, of one that has its
words apart, or pairs of their characters, and of one whose name has what lists call it."""
FEW = 3
"""With fewer duties than this found, those are looked for as well whose names have what lists call it (电动车: 电动自行车)."""
_MOST_TERMS = 8
"""Other words of one search that are looked for: each is a search of its own."""


class SearchParams(Params):
    """What is searched for, in which kinds of things, and in which division."""

    q: Text = Field(min_length=1, description="words as a user types them; all must occur")
    kind: str = Field("", max_length=200, description=f"kinds by comma: {', '.join(SEARCHED)}; empty: all")
    division: Text | None = Field(None, description="id of a division: only what lies in it")
    section: Section | None = Field(None, description="of duties: only rows of this section")
    limit: int = Field(100, ge=1, le=MOST_ROWS, description="most rows to return")


class SearchFound(Row):
    """Things found, best first."""

    together: Together
    rows: list[FoundRow]
    truncated: bool = Field(description="there may be more: raise the limit, or name more words, a kind or a division")


def search(store: Store, names: Suggester, asked: SearchParams) -> SearchFound:
    """Return what has the words in its name, and duties that have them in a clause; of several names in a text, each.

    Raises UsageError for an unknown kind, NotFound for an unknown division, StoreUnavailable or StoreFailure.
    """
    kinds = wanted_kinds(asked.kind, SEARCHED)
    index, _ = names.index()
    within = None
    if asked.division is not None:
        within = index.path_of(asked.division)
        if within is None:
            raise NotFound(f"there is no division {asked.division}")
    most = asked.limit + 1
    named = [kind for kind in kinds if kind in KINDS]
    rows = [to_row(one) for one in index.suggest(asked.q, named, most, similar=False, within=within)]
    mentioned = mentions(index, asked.q, within)
    if not rows:
        each = {one.row.id: one for called in mentioned for one in called if one.row.kind in named}
        rows = [to_row(replace(one, score=IN_TEXT)) for one in each.values()]
    more = False
    if "duty" in kinds:
        duties, more = _duties(store, asked)
        if len(duties) < FEW and not more:
            found = {row.id for row in duties}
            duties += [row for row in _everyday(store, asked) if row.id not in found]
        rows += duties
    order = {kind: number for number, kind in enumerate(SEARCHED)}
    rows.sort(key=lambda row: (-row.score, order[row.kind]))
    return SearchFound(
        together=together(store, mentioned), rows=rows[: asked.limit], truncated=more or len(rows) > asked.limit
    )


def _duties(store: Store, asked: SearchParams) -> tuple[list[FoundRow], bool]:
    """Return duties, and whether there may be more of them."""
    words = normalised_words(asked.q)
    wanted = TextSearchParams(words=words, division=asked.division, section=asked.section, limit=asked.limit)
    answer = TEXT_SEARCH.run(store, wanted)
    cut = bool(answer.rows) and answer.rows[0].looked >= wanted.candidates
    if not answer.rows and (asked.division or asked.section):
        anywhere = TEXT_SEARCH.run(store, wanted.model_copy(update={"division": None, "section": None, "limit": 1}))
        cut = bool(anywhere.rows) and anywhere.rows[0].looked >= wanted.candidates
    return [_duty_row(row, normalised(asked.q)) for row in answer.rows], answer.truncated or cut


def _everyday(store: Store, asked: SearchParams) -> list[FoundRow]:
    """Return duties whose names have the words of administration for what was typed, those for wider work only without others."""
    typed = without_noise(normalised(asked.q))
    heard = [one for one in hear(typed) if not one.concept.general and not one.concept.elsewhere]
    outright = [one for one in heard if not one.hint] or heard
    for said in (
        {term: typed[one.start : one.end] for one in outright for term in one.concept.names},
        {term: typed[one.start : one.end] for one in outright for term in one.concept.under},
    ):
        rows = {row.id: row for term in reversed(_shortest(said)) for row in _called(store, asked, term, said[term])}
        if rows:
            return list(reversed(rows.values()))
    return []


def _shortest(terms: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the terms without those that hold another: who looks for 照明 finds 公共照明.

    The full-text index knows no single characters.
    """
    known = [term for term in terms if all(len(part) > 1 for part in term)]
    kept = [term for term in known if not any(_holds(term, other) for other in known if other != term)]
    return kept[:_MOST_TERMS]


def _holds(term: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return all(any(part in whole for whole in term) for part in other)


def _called(store: Store, asked: SearchParams, term: tuple[str, ...], said: str) -> Iterator[FoundRow]:
    """Yield the duties whose names hold all texts of a term, which stands for what was said."""
    wanted = TextSearchParams(words=" ".join(term), division=asked.division, section=asked.section, limit=asked.limit)
    called = "、".join(term)
    says = f"名称含“{called}”" if called in said else f"“{said}”在清单上常作“{called}”"
    for row in TEXT_SEARCH.run(store, wanted).rows:
        if all(part in normalised(row.name) for part in term):
            yield _found_row(row, [says], EVERYDAY, "everyday")


def normalised_words(text: str) -> str:
    """Return words in simplified characters; blanks go on parting them."""
    return " ".join(normalised(word) for word in text.split()) or text


def _duty_row(row: FoundDutyRow, typed: str) -> FoundRow:
    name = normalised(row.name)
    score, match = BY_PAIRS, "words"
    if name == typed:
        score, match = EXACT, "name"
    elif name.startswith(typed):
        score, match = PREFIX, "name"
    elif typed in name:
        score, match = INSIDE, "name"
    elif row.exact:
        score, match = IN_CLAUSE, "clause"
    return _found_row(row, row.matches, score, match)


def _found_row(row: FoundDutyRow, why: list[str], score: float, match: str) -> FoundRow:
    return FoundRow(
        kind="duty",
        id=row.duty_id,
        name=row.name,
        place="/".join(filter(None, (row.county, row.township))),
        section=row.section,
        why=why,
        score=score,
        match=match,
    )
