"""From a question and its parameters to a response."""

from __future__ import annotations

from typing import Annotated, Any

import pydantic_core
from fastapi import Depends, Request, Response

from api.connection import Connection
from graphkb.catalogue import Query
from graphkb.catalogue.query import P, R
from graphkb.errors import NotFound


class Asker:
    """Asks the store the catalogue's questions. Errors are those of ``Query.run`` and pass through."""

    def __init__(self, connection: Connection, most_rows: int) -> None:
        self.connection = connection
        self._most_rows = most_rows

    def rows(self, query: Query[P, R], params: P, **beside: Any) -> Response:
        """Return all rows as a list (:class:`api.answers.Rows`), with what stands ``beside`` them.

        A limit above the setting ``max_answer_rows`` is lowered to it; the answer tells the limit that was applied.
        """
        limit = getattr(params, "limit", None)
        if limit is not None and limit > self._most_rows:
            limit = self._most_rows
            params = params.model_copy(update={"limit": limit})
        answer = query.run(self.connection.store(), params)
        return json_response(
            {**beside, "rows": answer.rows, "count": len(answer.rows), "limit": limit, "truncated": answer.truncated}
        )

    def row(self, query: Query[P, R], params: P) -> R | None:
        """Return the first row, None where there is none."""
        rows = query.run(self.connection.store(), params).rows
        return rows[0] if rows else None

    def existing(self, query: Query[P, R], params: P, missing: str) -> Response:
        """Return the first row as an object. Raises NotFound, saying ``missing``, where there is none."""
        row = self.row(query, params)
        if row is None:
            raise NotFound(missing)
        return json_response(row)


def json_response(value: Any) -> Response:
    """Return the value as JSON; models in it are written as they are, not validated again."""
    return Response(pydantic_core.to_json(value), media_type="application/json")


async def _asker(request: Request) -> Asker:
    # async, or FastAPI would send it through the thread pool.
    asker = request.app.state.asker
    assert isinstance(asker, Asker)
    return asker


Asking = Annotated[Asker, Depends(_asker)]
"""The asker of the application, as a route's parameter."""
