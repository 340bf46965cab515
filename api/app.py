"""The application: settings in, FastAPI application out."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.staticfiles import StaticFiles

import graphkb
from api import openapi, problems
from api.asking import Asker
from api.connection import Connection
from api.guard import SECURITY_HEADERS, Guard
from api.routes import catalog, departments, duties, graph, health, pages, queries, search, tasks, townships
from api.searching import Searcher
from graphkb.errors import StoreUnavailable
from graphkb.settings import Settings

_log = logging.getLogger("graphkb.api")


class Api(FastAPI):
    """FastAPI with our OpenAPI document."""

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI document, made once."""
        if self.openapi_schema is None:
            self.openapi_schema = openapi.describe(self)
        return self.openapi_schema


def create_app(settings: Settings | None = None) -> FastAPI:
    """Return the application that answers from the store of ``settings`` (default: from the environment).

    The store is opened when the application starts; one that is not reached is tried again by later requests, which
    get a 503 until then. Clients may call this server localhost, ``settings.host``, one of ``settings.allowed_hosts``, or
    any IP address. Raises UsageError for a store address that is not understood.
    """
    settings = settings or Settings()
    connection = Connection(settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        try:
            await run_in_threadpool(connection.store)
        except StoreUnavailable as error:
            _log.warning("%s Until it is there, requests are answered with 503.", error)
        try:
            yield
        finally:
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
    app.state.asker = Asker(connection, settings.max_answer_rows)
    allowed = [name.strip() for name in settings.allowed_hosts.split(",") if name.strip()]
    app.state.searcher = Searcher(connection)
    app.add_middleware(Guard, names=("localhost", settings.host, *allowed))
    problems.install(app, SECURITY_HEADERS)
    for module in (catalog, search, tasks, departments, duties, townships, graph, queries, health, pages):
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=pages.STATIC), name="static")
    return app
