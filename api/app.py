"""The application: settings in, FastAPI application out."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware.cors import CORSMiddleware
from starlette.staticfiles import StaticFiles

import graphkb
from api import agents, openapi, problems, tracing
from api.access import Access
from api.asking import Asker
from api.connection import Connection
from api.documents import Documents
from api.exchange import Exchanges
from api.freshness import Freshness
from api.guard import SECURITY_HEADERS, Guard
from api.intake import Intake
from api.metrics import Metrics
from api.routes import (
    browser,
    catalog,
    departments,
    divisions,
    duties,
    exports,
    graph,
    health,
    laws,
    lists,
    matters,
    pages,
    queries,
    search,
    tasks,
    townships,
)
from api.routes import documents as documents_routes
from graphkb.errors import StoreUnavailable
from graphkb.search.searcher import Searcher
from graphkb.settings import Settings

_log = logging.getLogger("graphkb.api")


MODULES = (
    catalog,
    search,
    tasks,
    departments,
    divisions,
    duties,
    townships,
    exports,
    matters,
    laws,
    lists,
    graph,
    documents_routes,
    queries,
    health,
    pages,
    browser,
)
"""The modules of routes."""


class Api(FastAPI):
    """FastAPI with our OpenAPI document."""

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI document, made once."""
        if self.openapi_schema is None:
            self.openapi_schema = openapi.describe(self)
        return self.openapi_schema


def create_app(settings: Settings | None = None, intake: Intake | None = None) -> FastAPI:
    """Return the application that answers from the store of ``settings`` (default: from the environment).

    Documents are taken by ``intake``; without one, none are taken.

    The store is opened when the application starts; one that is not reached is tried again by later requests, which
    get a 503 until then. Clients may call this server localhost, ``settings.host``, one of ``settings.allowed_hosts``, or
    any IP address. Raises UsageError for a store address that is not understood.
    """
    settings = settings or Settings()
    connection = Connection(settings)
    documents = Documents(intake, connection, settings.max_pending_documents) if intake is not None else None

    tools: Callable[[], AbstractAsyncContextManager[Any]] | None = None

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        try:
            await run_in_threadpool(connection.store)
        except StoreUnavailable as error:
            _log.warning("%s Until it is there, requests are answered with 503.", error)
        try:
            async with AsyncExitStack() as running:
                if tools is not None:
                    await running.enter_async_context(tools())
                yield
        finally:
            if documents is not None:
                await run_in_threadpool(documents.close)
            await run_in_threadpool(connection.close)

    app = Api(
        title="乡镇履行职责事项清单知识图谱 · graph of township duty lists",
        version=graphkb.__version__,
        description=(
            "Who hands what to whom, as published in township duty lists (乡镇履行职责事项清单): each row with its "
            "departments, clauses, the township's role, and the lines where it is printed."
        ),
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        swagger_ui_oauth2_redirect_url=None,
    )
    metrics = Metrics()
    app.state.asker = Asker(connection, settings.max_answer_rows, metrics)
    app.state.metrics = metrics
    searcher = app.state.searcher = Searcher(connection.store)
    app.state.documents = documents
    app.state.most_bytes = settings.max_upload_mb * 1024 * 1024
    # The last one added is the first to see a request.
    app.add_middleware(
        Freshness,
        connection=connection,
        router=app.router,
        answers=str(settings.max_answer_rows),
        cache_bytes=settings.answer_cache_mb * 1024 * 1024,
    )
    app.add_middleware(Access, path=Path(settings.keys), read_key_required=settings.read_key_required)
    if origins := _parted(settings.cors_origins):
        app.add_middleware(CORSMiddleware, allow_origins=origins, **_CORS)
    names = ("localhost", settings.host, *_parted(settings.allowed_hosts))
    app.add_middleware(Guard, names=names)
    app.add_middleware(Exchanges, seconds=settings.request_timeout_seconds, metrics=metrics)
    problems.install(app, SECURITY_HEADERS)
    tracing.install(app)
    for module in MODULES:
        app.include_router(module.router)
    if settings.mcp:
        tools = agents.install(app, searcher, names)
    app.mount("/static", StaticFiles(directory=pages.STATIC), name="static")
    return app


_CORS: dict[str, Any] = {
    "allow_methods": ["GET", "HEAD"],
    "allow_headers": ["Authorization", "If-None-Match", "X-Request-ID"],
    "expose_headers": ["ETag", "Link", "X-Request-ID"],
}


def _parted(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]
