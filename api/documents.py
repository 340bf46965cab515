"""Documents between their check and their loading: kept in memory for an hour, loaded one at a time."""

from __future__ import annotations

import logging
import secrets
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field

from api.connection import Connection
from api.intake import Intake, ListReport
from graphkb.check import CheckReport, Tally, reconcile
from graphkb.check.page import open_pages
from graphkb.errors import Conflict, GraphkbError, IncompletePlace, NotFound, TooMany
from graphkb.records import Place, Reading

KEPT_SECONDS = 3600.0
READING_AT_ONCE = 2
"""Documents that are received and read side by side: each may take as much memory as the settings allow."""

_log = logging.getLogger("graphkb.api")

State = Literal["read", "loading", "loaded", "failed"]


class LoadProgress(BaseModel):
    """How far the loading is; a list is loaded as a whole, so duties are counted list by list."""

    lists: int
    lists_done: int
    duties: int
    duties_done: int


class DocumentInfo(BaseModel):
    """A document that was sent: what was read, what loading it would do or has done, and how far it is."""

    id: str = Field(description="nobody can guess it: whoever has it may open the report")
    name: str = Field(description="file name, as sent")
    sha256: str
    size: int = Field(description="bytes")
    state: State = Field(description="read: checked, and waits for its loading")
    sent_at: str
    kept_until: str = Field(description="after this time it is forgotten, unless it is being loaded")
    loadable: bool = Field(description="whether loading it is possible; where not, `fault` tells why")
    fault: str | None = Field(description="why it cannot be loaded, or why its loading failed")
    plan: tuple[ListReport, ...] = Field(description="what loading it would do, as the store is now")
    loaded: tuple[ListReport, ...] = Field(description="what loading it did")
    progress: LoadProgress
    report: CheckReport = Field(description="what `graphkb check --json` says of the document")


class _Document:
    """One document; ``info`` is replaced and never changed, so that threads may read it."""

    def __init__(self, info: DocumentInfo, reading: Reading) -> None:
        self.info = info
        self.reading = reading
        self.until = time.monotonic() + KEPT_SECONDS

    def update(self, **changes: object) -> None:
        self.info = self.info.model_copy(update=changes)


class Documents:
    """All documents that were sent to one application."""

    def __init__(self, intake: Intake, connection: Connection, most: int) -> None:
        self._intake = intake
        self._connection = connection
        self._most = most
        self._lock = threading.Lock()
        self._documents: dict[str, _Document] = {}
        self._receiving = 0
        self._loader = ThreadPoolExecutor(1, "loader")

    @contextmanager
    def receiving(self) -> Iterator[None]:
        """Take a place for a document while it is received and read. Raises TooMany where all are taken."""
        with self._lock:
            self._forget_old()
            if self._receiving >= READING_AT_ONCE or len(self._documents) + self._receiving >= self._most:
                raise TooMany(
                    f"{len(self._documents)} documents wait here and {self._receiving} are being read; load or delete those, "
                    "or send this one again later."
                )
            self._receiving += 1
        try:
            yield
        finally:
            with self._lock:
                self._receiving -= 1

    def add(self, name: str, data: bytes, completing: Place, edition: str | None) -> DocumentInfo:
        """Read and check a document, and keep it. Raises UnreadableInput, UsageError, and the store's errors."""
        reading = self._intake.read(name, data, completing, edition)
        store = self._connection.store()
        plan: tuple[ListReport, ...] = ()
        fault = None
        try:
            plan = tuple(self._intake.plan(store, reading))
        except IncompletePlace as error:
            fault = str(error)
        now = datetime.now(UTC)
        info = DocumentInfo(
            id=secrets.token_urlsafe(18),
            name=reading.document.name,
            sha256=reading.document.sha256,
            size=reading.document.size,
            state="read",
            sent_at=_written(now),
            kept_until=_written(now + timedelta(seconds=KEPT_SECONDS)),
            loadable=fault is None,
            fault=fault,
            plan=plan,
            loaded=(),
            progress=LoadProgress(
                lists=len(reading.lists),
                lists_done=0,
                duties=sum(len(record.duties) for record in reading.lists),
                duties_done=0,
            ),
            report=reconcile(reading),
        )
        with self._lock:
            self._documents[info.id] = _Document(info, reading)
        return info

    def info(self, id: str) -> DocumentInfo:
        """Return what is known of the document. Raises NotFound."""
        return self._known(id).info

    def load(self, id: str) -> DocumentInfo:
        """Have the document loaded, after those before it; again has no effect. Raises NotFound; Conflict where it cannot be."""
        document = self._known(id)
        with self._lock:
            if not document.info.loadable:
                raise Conflict(f"{document.info.fault} Send the document again with what it lacks.")
            if document.info.state in ("read", "failed"):
                document.update(state="loading", fault=None)
                self._loader.submit(self._load, document)
        return document.info

    def delete(self, id: str) -> None:
        """Forget a document. Raises NotFound; Conflict while it is being loaded."""
        document = self._known(id)
        with self._lock:
            if document.info.state == "loading":
                raise Conflict("The document is being loaded; what is loaded stays.")
            self._documents.pop(id, None)

    def page(self, id: str) -> bytes:
        """Return the check report as a page (``graphkb check --html``). Raises NotFound."""
        document = self._known(id)
        tally = Tally()
        tally.add(document.info.report)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "report.html"
            with open_pages(path) as pages:
                pages.add(document.reading, document.info.report)
                pages.finish(tally.totals(failed=0), ())
            return path.read_bytes()

    def close(self) -> None:
        """Wait for the list that is being loaded, and load no further ones."""
        self._loader.shutdown(cancel_futures=True)

    def _known(self, id: str) -> _Document:
        with self._lock:
            self._forget_old()
            document = self._documents.get(id)
        if document is None:
            raise NotFound(f"There is no document {id}; documents are kept for an hour after they were sent.")
        return document

    def _forget_old(self) -> None:
        now = time.monotonic()
        for id, document in list(self._documents.items()):
            if document.until < now and document.info.state != "loading":
                del self._documents[id]

    def _load(self, document: _Document) -> None:
        def progress(lists: int, duties: int) -> None:
            done = {"lists_done": lists, "duties_done": duties}
            document.update(progress=document.info.progress.model_copy(update=done))

        try:
            loaded = self._intake.load(self._connection.store(), document.reading, progress)
        except GraphkbError as error:
            _log.error("loading %s: %s", document.info.name, error)
            document.update(
                state="failed", fault=f"The store did not take it; what it holds is as before. {type(error).__name__}"
            )
        except Exception:
            _log.exception("loading %s", document.info.name)
            document.update(state="failed", fault="The program failed; the server's log has the particulars.")
        else:
            document.update(state="loaded", loaded=tuple(loaded))


def _written(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
