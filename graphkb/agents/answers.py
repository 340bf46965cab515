"""What agents' tools answer: rows that all tell where they are printed, and of which state of the data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from graphkb.catalogue import DUTY, DUTY_PLACES, QUESTIONS, Query, dataset_of, question_named
from graphkb.catalogue.query import LimitedParams
from graphkb.catalogue.rows import DutyPlacesParams
from graphkb.errors import NotFound
from graphkb.search.everything import SearchParams, search
from graphkb.search.match import MatchParams
from graphkb.search.searcher import Searcher
from graphkb.vocabulary import NODES, RELATIONS

MOST_ROWS = 50
"""Rows of one answer: an agent reads them all, and pays for each."""


class Answerer:
    """Answers agents' tools from one store. Threads may share it; it reads only.

    Every method returns a map with ``dataset`` (version and time of the last load) and raises UsageError, NotFound,
    StoreUnavailable or StoreFailure.
    """

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._store = searcher.store

    def search(self, text: str, kind: str, limit: int) -> dict[str, Any]:
        """Return things of all kinds with these words; rows of duties tell where they are printed.

        ``together`` are departments and townships of the text that work with each other.
        """
        suggester = self._searcher.suggester()
        found = search(
            self._store(), suggester, SearchParams.parse({"q": text, "kind": kind, "limit": limit}, "search")
        )
        return self._told({**_plain(found), "rows": self._located(found.rows)})

    def duty(self, id: str) -> dict[str, Any]:
        """Return one printed row whole. Raises NotFound."""
        rows = DUTY.run(self._store(), DUTY.parse({"id": id})).rows
        if not rows:
            raise NotFound(f"there is no duty {id!r}; search finds the ids of duties")
        return self._told({"duty": _plain(rows[0])})

    def match(self, text: str, township: str | None, county: str | None, limit: int) -> dict[str, Any]:
        """Return which rows a sentence is about, who should act, or that it is on no list."""
        given = {"text": text, "township": township, "county": county, "limit": limit}
        answer = self._searcher.matcher().match(MatchParams.parse(given, "match"))
        return self._told({**_plain(answer), "hits": self._located(answer.hits)})

    def ask(self, question: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return a page of the answer to a question of the catalogue; ``limit`` is lowered to :data:`MOST_ROWS`."""
        query = question_named(question)
        params = query.parse(given)
        if isinstance(params, LimitedParams):
            params = params.model_copy(update={"limit": min(params.limit, MOST_ROWS)})
        answer = query.run(self._store(), params)
        rows = self._located(answer.rows)
        return self._told(
            {
                "question": f"{query.file.title} · {query.file.title_en}",
                "rows": rows,
                "total": query.total(self._store(), params) if answer.truncated else len(rows),
                "truncated": answer.truncated,
                "next": answer.next,
            }
        )

    def schema(self) -> dict[str, Any]:
        """Return the questions with their parameters and columns, and what nodes and relations mean."""
        return self._told(
            {
                "questions": [_described(query) for query in QUESTIONS.values()],
                "nodes": {kind.name: kind.says for kind in NODES},
                "relations": {kind.name: kind.says for kind in RELATIONS},
            }
        )

    def _located(self, models: Sequence[BaseModel]) -> list[dict[str, Any]]:
        """Return the rows as maps; those about a duty that do not tell where it is printed are given that as ``printed_in``."""
        rows = [_plain(model) for model in models]
        ids = sorted({id for row in rows if (id := _unplaced_duty(row))})
        if not ids:
            return rows
        asked = DutyPlacesParams(ids=ids, limit=len(ids))
        places = {place.id: place.model_dump(exclude={"id"}) for place in DUTY_PLACES.run(self._store(), asked).rows}
        return [
            {**row, "printed_in": places[id]} if (id := _unplaced_duty(row)) and id in places else row for row in rows
        ]

    def _told(self, answer: dict[str, Any]) -> dict[str, Any]:
        dataset = dataset_of(self._store())
        return {"dataset": {"version": dataset.version, "loaded_at": dataset.loaded_at}, **answer}


def _unplaced_duty(row: Mapping[str, Any]) -> str | None:
    """Return the id of the duty that a row is about without telling where it is printed; None for all other rows."""
    id = row.get("duty_id") or (row.get("id") if row.get("kind") == "duty" else None)
    return id if isinstance(id, str) and "document" not in row else None


def _plain(model: BaseModel) -> dict[str, Any]:
    return model.model_dump(mode="json")


def _described(query: Query[Any, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = query.params.model_fields
    return {
        "name": query.name,
        "title": f"{query.file.title} · {query.file.title_en}",
        "question": query.file.question,
        "parameters": {
            field.name: f"{field.type}{'' if fields[field.name].is_required() else ', optional'}: {field.says}"
            for field in query.file.parameters
        },
        "columns": list(query.columns),
    }
