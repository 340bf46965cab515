"""From a question and its parameters to a response."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

import pydantic_core
from fastapi import Depends, Request, Response

from api.connection import Connection
from api.metrics import Metrics
from api.paging import Asked, Totals, link_to
from api.tracing import Span, no_span
from graphkb.catalogue import Query
from graphkb.catalogue.query import Answer, P, R
from graphkb.stores.errand import ERRAND


class Asker:
    """What all requests of an application share."""

    def __init__(self, connection: Connection, most_rows: int, metrics: Metrics) -> None:
        self.connection = connection
        self.metrics = metrics
        self.most_rows = most_rows
        self.span: Span = no_span
        self.totals = Totals()


class AskingFor:
    """Asks the store the catalogue's questions for one request. Errors are those of ``Query.run`` and pass through."""

    def __init__(self, asker: Asker, request: Request) -> None:
        self._asker = asker
        self._request = request

    @property
    def connection(self) -> Connection:
        """Where the store is had."""
        return self._asker.connection

    def ask(self, query: Query[P, R], params: P) -> Answer[R]:
        """Return the answer; its time is counted and traced."""
        with self.timed(query.name):
            return query.run(self.connection.store(), params)

    def rows(self, query: Query[P, R], params: P, **beside: Any) -> Response:
        """Return a page of rows as a list; see :meth:`page`."""
        return self.page(query, params, **beside)[0]

    def page(self, query: Query[P, R], params: P, **beside: Any) -> tuple[Response, int]:
        """Return a page of rows as a list (:class:`api.answers.Rows`), with what stands ``beside`` them, and how many they are.

        Which page, the request's ``cursor`` tells. A limit above the setting ``max_answer_rows`` is lowered to it; the answer
        tells the limit that was applied. Raises UsageError for a cursor of another question.
        """
        limit = getattr(params, "limit", None)
        if limit is not None and limit > self._asker.most_rows:
            limit = self._asker.most_rows
            params = params.model_copy(update={"limit": limit})
        cursor = self._request.query_params.get("cursor")
        if cursor and query.pages:
            params = params.model_copy(update={"after": Asked(query, params).key(cursor)})
        answer = self.ask(query, params)
        onward = Asked(query, params).cursor(answer.next) if answer.next is not None else None
        total = self._total(query, params, answer)
        response = rows_response(answer.rows, total, limit, answer.truncated, onward, **beside)
        if onward is not None:
            response.headers["link"] = link_to(self._request, onward)
        return response, len(answer.rows)

    def row(self, query: Query[P, R], params: P) -> R | None:
        """Return the first row, None where there is none."""
        rows = self.ask(query, params).rows
        return rows[0] if rows else None

    def _total(self, query: Query[P, R], params: P, answer: Answer[R]) -> int | None:
        """Return how many rows all pages have; None where the question has no pages and was cut."""
        if not answer.truncated and not getattr(params, "after", ""):
            return len(answer.rows)
        if not query.pages:
            return None
        errand = ERRAND.get()
        state = errand.state if errand is not None else None
        filters = Asked(query, params).filters
        total = self._asker.totals.known(filters, state)
        if total is None:
            with self.timed(f"{query.name} total"):
                total = query.total(self.connection.store(), params)
            if total is not None:
                self._asker.totals.keep(filters, state, total)
        return total

    @contextlib.contextmanager
    def timed(self, question: str) -> Iterator[None]:
        """Count and trace what is asked within, as one question of this name."""
        start = time.perf_counter()
        with self._asker.span(question):
            yield
        self._asker.metrics.asked(question, time.perf_counter() - start)


def rows_response(
    rows: Sequence[Any], total: int | None, limit: int | None, truncated: bool, next: str | None = None, **beside: Any
) -> Response:
    """Return a list as JSON (:class:`api.answers.Rows`), with what stands ``beside`` it."""
    return json_response(
        {
            **beside,
            "rows": rows,
            "count": len(rows),
            "total": total,
            "limit": limit,
            "truncated": truncated,
            "next": next,
        }
    )


def json_response(value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Return the value as JSON; models in it are written as they are, not validated again."""
    return Response(pydantic_core.to_json(value), status, headers, media_type="application/json")


async def _asking(request: Request) -> AskingFor:
    # async, or FastAPI would send it through the thread pool.
    return AskingFor(request.app.state.asker, request)


Asking = Annotated[AskingFor, Depends(_asking)]
"""What a route asks by, as its parameter."""
