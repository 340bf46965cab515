"""What the application searches with, as a route's parameter."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from graphkb.search.searcher import Searcher


async def _searcher(request: Request) -> Searcher:
    # async, or FastAPI would send it through the thread pool.
    searcher = request.app.state.searcher
    assert isinstance(searcher, Searcher)
    return searcher


Searching = Annotated[Searcher, Depends(_searcher)]
