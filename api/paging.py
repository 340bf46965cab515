"""Pages: cursors that lead from one to the next, and true totals."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import threading
from collections import OrderedDict
from typing import Annotated, Any, Generic
from urllib.parse import urlencode

from pydantic import Field
from starlette.requests import Request

from graphkb.catalogue import Query
from graphkb.catalogue.query import LimitedParams, P, R
from graphkb.errors import UsageError
from graphkb.stores.publication import State

_TOTALS_KEPT = 4096


class PageFilter(LimitedParams):
    """What stands in the query string of every list that has pages, beside the list's own filters."""

    cursor: Annotated[
        str | None,
        Field(max_length=4_000, description="`next` of the page before, as it was given; without it, the first page"),
    ] = None


class Asked(Generic[P, R]):
    """A question with its filters, whatever page of it is wanted."""

    def __init__(self, query: Query[P, R], params: P) -> None:
        filters = params.to_cypher()
        filters.pop("after", None)
        filters.pop("limit", None)
        self.filters = json.dumps([query.name, filters], ensure_ascii=False, sort_keys=True)

    def cursor(self, key: str) -> str:
        """Return the cursor that goes on behind the row of this key."""
        return base64.urlsafe_b64encode(json.dumps([self._mark(), key]).encode()).decode().rstrip("=")

    def key(self, cursor: str) -> str:
        """Return the key that the cursor holds. Raises UsageError for one of another question, or of none."""
        try:
            mark, key = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True))
        except (binascii.Error, ValueError, TypeError, RecursionError):
            mark, key = None, None
        if mark != self._mark() or not isinstance(key, str):
            raise UsageError("cursor: not one of this question with these filters; give `next` back as it was given")
        return key

    def _mark(self) -> str:
        return hashlib.sha256(self.filters.encode()).hexdigest()[:8]


class Totals:
    """How many rows questions have in all, as far as known: they are counted once in each state of the dataset."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._totals: OrderedDict[tuple[str, State], int] = OrderedDict()

    def known(self, filters: str, state: State | None) -> int | None:
        """Return the total; None where it was not counted in this state."""
        if state is None:
            return None
        with self._lock:
            return self._totals.get((filters, state))

    def keep(self, filters: str, state: State | None, total: int) -> None:
        """Keep a total, and forget the oldest where there are many."""
        if state is None:
            return
        with self._lock:
            self._totals[(filters, state)] = total
            if len(self._totals) > _TOTALS_KEPT:
                self._totals.popitem(last=False)


def link_to(request: Request, cursor: str) -> str:
    """Return the header Link to the next page (RFC 8288): the request's own address with another cursor."""
    kept: list[tuple[str, Any]] = [
        (k, v) for k, v in request.query_params.multi_items() if k not in ("cursor", "after")
    ]
    path = request.scope.get("raw_path") or request.url.path.encode()
    return f'<{path.decode("ascii", "replace")}?{urlencode([*kept, ("cursor", cursor)])}>; rel="next"'
