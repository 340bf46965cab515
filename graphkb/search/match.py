"""Is this task on the list, and who should act: a sentence → rows of a township's, or of a county's, current lists."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator

from pydantic import Field

from graphkb.catalogue import MATCH_DUTIES
from graphkb.catalogue.query import MOST_ROWS, Params, Row, Text
from graphkb.catalogue.rows import MatchDutiesParams, MatchDutyRow, MatchTownshipRow
from graphkb.errors import UsageError
from graphkb.search.matching import DutyIndex, Scored, read_sentence
from graphkb.search.places import MOST_TOWNSHIPS, Places
from graphkb.search.verdict import verdict, who_acts
from graphkb.stores import Store
from graphkb.stores.publication import State

_STRONGEST = 2.0
_LEAST_ROWS = 10
"""Rows of each township that are looked at however few are wanted: among them is that of the matter."""
_WORDS = 4
"""Words that a reason tells of one field."""


class MatchParams(Params):
    """What is asked: a sentence, and of which township, or of which county's townships."""

    text: str = Field(min_length=1, max_length=1_000, description="a sentence as residents and offices write it")
    township: Text | None = Field(
        None, description="its name, also behind its county's, the beginning of one that no other has, or its id"
    )
    county: Text | None = Field(None, description="only townships of this county: its name, a beginning, or its id")
    limit: int = Field(10, ge=1, le=100, description="most rows to return")


class MatchHit(Row):
    """A row that the sentence may be about, and why; ``score`` is from 0 to 1."""

    section: str
    number: str
    name: str
    category: str | None
    departments: list[str]
    score: float
    why: str
    position: int = Field(description="place in its section, from 1; printed numbers may repeat")
    duty_id: str
    county: str | None
    township: str
    township_id: str
    status: str
    fits: bool = Field(description="false for the nearest rows of a sentence that is on no list")
    who: str = Field(description="who should act, in a sentence")
    role: list[str] = Field(description="clauses of the township")


class MatchAnswer(Row):
    """``on_list`` is false where no row fits (清单外); the hits are then only the nearest."""

    on_list: bool
    says: str = Field(description="the answer in a sentence")
    hits: list[MatchHit]
    truncated: bool = Field(description="there are more rows that share something with the sentence")
    townships: int = Field(description="how many townships' lists were looked through")


class Matcher:
    """Matches sentences with the lists of one store; the words of townships are kept until the dataset changes.

    Threads may share it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._state: State | None = None
        self._kept: OrderedDict[str, DutyIndex] = OrderedDict()
        self._places = Places(store)

    def match(self, asked: MatchParams) -> MatchAnswer:
        """Return the rows that the sentence is about, best first.

        Raises UsageError where neither township nor county is named, a beginning is that of several, or the county has too many
        townships; NotFound for a township without a list; StoreUnavailable or StoreFailure.
        """
        state = self._store.state()
        if asked.township is None and asked.county is None:
            raise UsageError("name the township (or the county) that the sentence is about: township=, county=")
        townships = self._places.townships(asked.township, asked.county, state)
        sentence = read_sentence(asked.text)
        scored = [
            (one, township)
            for township in townships
            for one in self._index(township.id, state).match(sentence, max(asked.limit, _LEAST_ROWS) + 1)
        ]
        scored.sort(key=lambda pair: (not pair[0].fits, -pair[0].score, pair[1].path, pair[0].row.key))
        on_list = bool(scored) and scored[0][0].fits
        hits = [_hit(one, township) for one, township in scored[: asked.limit]]
        return MatchAnswer(
            on_list=on_list,
            says=verdict(scored, townships),
            hits=hits,
            truncated=len(scored) > asked.limit,
            townships=len(townships),
        )

    def _index(self, township: str, state: State) -> DutyIndex:
        with self._lock:
            if self._state is None or not self._state.same_dataset(state):
                self._kept.clear()
                self._state = state
            kept = self._kept.get(township)
            if kept is not None:
                self._kept.move_to_end(township)
                return kept
        made = DutyIndex(self._rows(township))
        with self._lock:
            if self._state.same_dataset(state):
                self._kept[township] = made
                while len(self._kept) > MOST_TOWNSHIPS:
                    self._kept.popitem(last=False)
        return made

    def _rows(self, township: str) -> Iterator[MatchDutyRow]:
        return MATCH_DUTIES.every(self._store, MatchDutiesParams(township=township, limit=MOST_ROWS))


def _hit(one: Scored, township: MatchTownshipRow) -> MatchHit:
    row = one.row
    return MatchHit(
        section=row.section,
        number=row.number,
        name=row.name,
        category=row.category,
        departments=row.departments,
        score=round(min(1.0, one.score / _STRONGEST), 3),
        why=_why(one),
        position=row.position,
        duty_id=row.duty_id,
        county=township.county,
        township=township.name,
        township_id=township.id,
        status=row.status,
        fits=one.fits,
        who=who_acts(row, township.name),
        role=row.role,
    )


def _why(one: Scored) -> str:
    """Return the reason: the words that sentence and row share, field by field, and the department."""
    fields = (
        ("事项名含", one.in_name),
        ("同类事项的其他表述含", one.in_wording),
        ("乡镇职责提到", one.in_role),
        ("部门职责提到", one.in_clauses),
    )
    reasons = [what + "".join(f"“{word}”" for word in words[:_WORDS]) for what, words in fields if words]
    if one.row.departments:
        reasons.append(f"涉及部门：{'、'.join(one.row.departments[:3])}")
    return "；".join(reasons)
