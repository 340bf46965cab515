"""ETags by the dataset's version: an answer that has not changed is not asked for again, by one client or by several."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import replace

from starlette.routing import Match, Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import graphkb
from api.cache import AnswerCache, CachedAnswer, Key
from api.connection import Connection
from api.headers import header, prefers_english
from graphkb.errors import GraphkbError
from graphkb.stores.errand import ERRAND
from graphkb.stores.publication import State

VERSIONED = "/v1/"
UNVERSIONED = "/v1/documents"
"""Uploads change without the dataset."""
OF_THE_PROGRAM = frozenset({"/v1/queries"})
"""What is answered without asking the store, and changes with the program alone."""


class Freshness:
    """Puts an ETag on every answer of the dataset, and answers 304 where the client holds it already (ASGI middleware).

    The ETag is of the state that the answer was read in, as the store noted it; where a load came between two questions of
    one answer, there is none. The state as it is now is one cheap look, and none at all where one was taken just before.
    What another client has asked for in the same state is answered from the cache.
    """

    def __init__(self, app: ASGIApp, *, connection: Connection, router: Router, answers: str, cache_bytes: int) -> None:
        """``answers`` tells what answers depend on beside the dataset: settings of this server."""
        self._app = app
        self._connection = connection
        self._router = router
        self._answers = f"{graphkb.__version__} {answers}"
        self._program = f'W/"{_digest(self._answers)}"'
        self._cache = AnswerCache(cache_bytes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        if scope["type"] != "http" or not _is_versioned(scope):
            await self._app(scope, receive, send)
            return
        key = (scope["path"], scope["query_string"], prefers_english(header(scope, b"accept-language")))
        cached = self._cache.get(key) if scope["method"] == "GET" else None
        known = header(scope, b"if-none-match")
        tags = [part.strip() for part in known.split(",")] if "W/" in known and self._serves(scope) else []
        if cached is not None or tags:
            of_program = self._program in (*tags, cached.tag if cached is not None else "")
            tag = self._program if of_program else await asyncio.to_thread(self._tag_now)
            if tag in tags:
                await send({"type": "http.response.start", "status": 304, "headers": _headers(tag)})
                await send({"type": "http.response.body", "body": b""})
                return
            if cached is not None and cached.tag == tag:
                scope["route"] = cached.route
                await send({**cached.start, "headers": [*cached.start["headers"]]})
                await send({"type": "http.response.body", "body": cached.body})
                return
        await self._app(scope, receive, self._tagging(key, scope, send))

    def _tagging(self, key: Key, scope: Scope, send: Send) -> Send:
        """Return a ``send`` that puts the ETag on the answer, and keeps it."""
        errand = ERRAND.get()
        answer = CachedAnswer(tag="", start={}, body=b"", route=None)

        async def send_tagged(message: Message) -> None:
            nonlocal answer
            if message["type"] == "http.response.start":
                state = errand.state if errand is not None else None
                tag = self._tag_of(scope["path"], state) if message["status"] == 200 else ""
                message["headers"] = [*message["headers"], *_headers(tag)]
                start = {**message, "headers": [*message["headers"]]}
                answer = CachedAnswer(tag if scope["method"] == "GET" else "", start, b"", scope.get("route"))
            elif answer.tag and not message.get("more_body"):
                self._cache.keep(key, replace(answer, body=message.get("body", b"")))
            else:
                answer = replace(answer, tag="")  # it comes in pieces: an export, which is as long as the dataset
            await send(message)

        return send_tagged

    def _serves(self, scope: Scope) -> bool:
        return any(route.matches(scope)[0] is Match.FULL for route in self._router.routes)

    def _tag_now(self) -> str:
        try:
            return self._tag(self._connection.store().state())
        except GraphkbError:
            return ""  # the question itself tells what is wrong

    def _tag_of(self, path: str, state: State | None) -> str:
        """Return the tag of an answer that was read in this state; "" where that is not known."""
        if path in OF_THE_PROGRAM:
            return self._program
        return self._tag(state) if state is not None else ""

    def _tag(self, state: State) -> str:
        """Return the entity tag: the version for people, and a digest of all else that answers depend on.

        Another store, or one that was emptied and loaded again, counts its versions from 1, too.
        """
        return f'W/"{state.version}-{_digest(f"{self._answers} {self._connection.address} {state.loaded_at}")}"'


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _is_versioned(scope: Scope) -> bool:
    path = scope["path"]
    return scope["method"] in ("GET", "HEAD") and path.startswith(VERSIONED) and not path.startswith(UNVERSIONED)


def _headers(tag: str) -> list[tuple[bytes, bytes]]:
    vary = (b"vary", b"Accept-Language")
    return [(b"etag", tag.encode()), vary] if tag else [vary]
