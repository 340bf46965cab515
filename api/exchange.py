"""One request and its response: its id, its time, who waits for it, and the line that the log gets of it."""

from __future__ import annotations

import asyncio
import logging
import re
import time
import uuid
from contextvars import ContextVar

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.headers import header
from api.metrics import Metrics
from graphkb.stores.errand import ERRAND, Errand

REQUEST_ID: ContextVar[str] = ContextVar("request_id", default="")
"""The id of the running request, in its threads, too."""

TOO_LONG = "The request took longer than it may."
CLIENT_GONE = "The client has gone."
CLIENT_GONE_STATUS = 499
"""What the log says of a request whose client did not wait for the answer; nobody receives it (nginx uses the number so)."""

_SANE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_PATIENCE_SECONDS = 0.2
"""Most requests are answered before; only what takes longer is worth the work of looking whether its client is still there."""
_INSIST_SECONDS = 0.1

_log = logging.getLogger("graphkb.api")


class Exchanges:
    """Numbers, times, bounds and logs every request (ASGI middleware).

    A reading request that takes longer than ``seconds``, or whose client has gone, has its running queries ended. Once the
    response has begun there is no limit of time: an export takes as long as its reader needs.
    """

    def __init__(self, app: ASGIApp, *, seconds: float, metrics: Metrics) -> None:
        self._app = app
        self._seconds = seconds
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start = time.perf_counter()
        given = header(scope, b"x-request-id")
        request_id = given if _SANE_ID.fullmatch(given) else uuid.uuid4().hex
        id_header = (b"x-request-id", request_id.encode())
        scope["request_id"] = request_id
        errand = Errand()
        ERRAND.set(errand)
        REQUEST_ID.set(request_id)
        watch = _Watch(receive, errand, self._seconds) if scope["method"] in ("GET", "HEAD") else None
        status = 500  # of a fault that passes here on its way out

        async def send_noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), id_header]
                if watch is not None:
                    watch.begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_noted)
        finally:
            if watch is not None:
                watch.over()
            if errand.reason == CLIENT_GONE:
                status = CLIENT_GONE_STATUS
            self._note(scope, request_id, status, time.perf_counter() - start)

    def _note(self, scope: Scope, request_id: str, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "")
        self._metrics.answered(scope["method"], route, status, seconds)
        if _log.isEnabledFor(logging.INFO):
            said = {
                "request_id": request_id,
                "method": scope["method"],
                "path": scope["path"],
                "route": route,
                "status": status,
                "milliseconds": round(seconds * 1000, 1),
            }
            _log.info("%s %s %d", scope["method"], scope["path"], status, extra={"fields": said})


class _Watch:
    """Ends an errand when its client has gone, or when its time is over before the response has begun."""

    def __init__(self, receive: Receive, errand: Errand, seconds: float) -> None:
        self.begun = False
        self._receive = receive
        self._errand = errand
        self._until = time.monotonic() + seconds
        self._loop = asyncio.get_running_loop()
        self._task: asyncio.Task[None] | None = None
        self._timer = self._loop.call_later(min(_PATIENCE_SECONDS, seconds), self._start)

    def over(self) -> None:
        """Watch no more."""
        self._timer.cancel()
        if self._task is not None:
            self._task.cancel()

    def _start(self) -> None:
        self._task = self._loop.create_task(self._watch())

    async def _watch(self) -> None:
        gone = self._loop.create_task(self._gone())
        try:
            await asyncio.wait((gone,), timeout=max(0.0, self._until - time.monotonic()))
            if not gone.done() and self.begun:
                await gone
            reason = CLIENT_GONE if gone.done() else TOO_LONG
            while True:
                # The kernel may take a moment to shut a socket, and a thread may just be between two queries.
                await asyncio.to_thread(self._errand.end, reason)
                await asyncio.sleep(_INSIST_SECONDS)
        finally:
            gone.cancel()

    async def _gone(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
