"""Documents read in worker processes, one a core, each within limits of time and memory; answers come in input order.

A document that takes too long, too much memory, or a C library with it into the abyss costs its worker and itself, and
no other document. What is ahead of the answer that is waited for is bounded, so memory does not grow with the number of
documents.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import BinaryIO, Self

import psutil

from graphkb.errors import UnreadableInput
from graphkb.records import Place, Reading
from loaders.formats.detection import Kind, kind_of
from loaders.frames import READY, read_frame, write_frame
from loaders.sources import MEGABYTE, InputFile

Result = Reading | UnreadableInput
_KINDS = {kind.__name__: kind for kind in UnreadableInput.__subclasses__()}
"""What becomes of a document."""

_LOOK_SECONDS = 0.05
_WINDOWS_NEW_GROUP = 0x00000200
"""CREATE_NEW_PROCESS_GROUP (Windows process creation flags)."""
_ORPHAN_SECONDS = 10  # after which a worker that nobody watches any more ends by itself, beyond its document's limit
_LEAST_MEMORY = 256 * MEGABYTE  # for the smallest document: what libraries take that are loaded for it
_TIMES_SIZE = 50
_RETAINED = 256 * MEGABYTE  # a worker that has kept more from its documents makes room for a new one
_SECONDS_A_MEGABYTE = 4
_SCANNED_SECONDS_A_MEGABYTE = 60  # recognising characters takes seconds a page
_SCANNED = (Kind.PDF, Kind.IMAGE)


@dataclass(frozen=True)
class Bounds:
    """What one document may take: ``seconds``, which grow with its size, and ``memory`` in bytes beyond a worker's own.

    Memory is 50 times the document's size, at least 256 MiB (libraries are loaded for it) and at most ``memory``; for
    PDF and images, which may need models for the recognition of characters, always ``memory``.
    """

    seconds: float = 120
    memory: int = 1024 * MEGABYTE

    def of(self, source: InputFile) -> Bounds:
        """Return the bounds for one document."""
        scanned = _may_be_scanned(source)
        memory = self.memory if scanned else max(_LEAST_MEMORY, _TIMES_SIZE * len(source.data))
        grown = len(source.data) / MEGABYTE * (_SCANNED_SECONDS_A_MEGABYTE if scanned else _SECONDS_A_MEGABYTE)
        return Bounds(self.seconds + grown, min(memory, self.memory))


def _cores() -> int:
    """Return how many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # Linux
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _may_be_scanned(source: InputFile) -> bool:
    try:
        return kind_of(source.label, source.data) in _SCANNED
    except UnreadableInput:
        return False


class Pool:
    """Worker processes; use it as a context, which ends them all.

    They are started when there is something to read. RLIMIT_AS is not used: libraries of numbers map much more than they
    use. Instead the resident memory of each worker is looked at twenty times a second.
    """

    def __init__(self, jobs: int = 0, bounds: Bounds | None = None) -> None:
        self.jobs = jobs or _cores()
        self._bounds = bounds or Bounds()
        self._workers = [_Worker() for _ in range(self.jobs)]
        self._idle: queue.LifoQueue[_Worker] = queue.LifoQueue()
        for worker in reversed(self._workers):
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(self.jobs)
        self._closed = threading.Event()

    def __enter__(self) -> Self:
        threading.Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._closed.set()
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.kill()
        self._threads.shutdown()
        for worker in self._workers:
            worker.discard()

    def read(self, source: InputFile, completing: Place) -> Future[Result]:
        """Return what will be the document's reading, or the reason why there is none."""
        return self._threads.submit(self._read, source, completing)

    def _read(self, source: InputFile, completing: Place) -> Result:
        worker = self._idle.get()
        try:
            return worker.read(source, completing, self._bounds.of(source))
        finally:
            self._idle.put(worker)

    def _watch(self) -> None:
        while not self._closed.wait(_LOOK_SECONDS):
            for worker in self._workers:
                worker.look()


def in_order(results: Iterable[Future[Result] | Result], ahead: int) -> Iterator[Result]:
    """Yield results in their order, while up to ``ahead`` later ones are being made."""
    waiting: deque[Future[Result] | Result] = deque()
    for result in results:
        waiting.append(result)
        while len(waiting) >= ahead or (waiting and not isinstance(waiting[0], Future)):
            yield _made(waiting.popleft())
    while waiting:
        yield _made(waiting.popleft())


def _made(result: Future[Result] | Result) -> Result:
    return result.result() if isinstance(result, Future) else result


class _Worker:
    """One worker process at a time, made anew when the last one had to be ended; used by one thread at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()  # of what follows: the watch looks at it from its own thread
        self._closed = False
        self._deadline: float | None = None  # None: no document is being read
        self._bounds = Bounds()
        self._before = 0  # bytes resident when the document came
        self._own = 0  # bytes resident at the process's start
        self._fault = ""

    def read(self, source: InputFile, completing: Place, bounds: Bounds) -> Result:
        """Return the document's reading, or why there is none, within the bounds."""
        process = self._running(source.label)
        if isinstance(process, UnreadableInput):
            return process
        requests, answers = _pipes(process)
        head = {
            "label": source.label,
            "completing": completing.model_dump(),
            "seconds": bounds.seconds + _ORPHAN_SECONDS,
        }
        self._begin(process, bounds)
        try:
            write_frame(requests, json.dumps(head).encode())
            write_frame(requests, source.data)
            answer = read_frame(answers)
        except (EOFError, OSError):
            fault = self._end() or f"the program that reads it broke down ({_ending(process)})"
            self.discard()
            return UnreadableInput(
                f"{source.label}: {fault}; check that it is a duty list, and give its parts as files."
            )
        if self._end() or _resident(process) > self._own + _RETAINED:
            self.discard()
        if answer[:1] == b"E":
            kind, _, says = answer[1:].decode().partition("\n")
            return _KINDS.get(kind, UnreadableInput)(says)
        return Reading.model_validate_json(answer[1:])

    def look(self) -> None:
        """End the process where the document that it reads exceeds its bounds."""
        with self._lock:
            if self._deadline is None or self._process is None:
                return
            if time.monotonic() > self._deadline:
                self._fault = f"reading it takes longer than {self._bounds.seconds:.0f} seconds"
            elif _resident(self._process) > self._before + self._bounds.memory:
                self._fault = f"reading it takes more than {self._bounds.memory // MEGABYTE} MiB of memory"
            if self._fault:
                self._process.kill()

    def kill(self) -> None:
        """End the process at once, whatever it reads, and start no other."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def _running(self, label: str) -> subprocess.Popen[bytes] | UnreadableInput:
        """Return the process, ready to read; a new one where there is none."""
        if self._process is not None:
            return self._process
        with self._lock:
            if self._closed:
                return UnreadableInput(f"{label}: not read, as the run was ended.")
            self._process = _start()
        try:
            if read_frame(_pipes(self._process)[1]) == READY:
                self._own = _resident(self._process)
                return self._process
        except (EOFError, OSError):
            pass
        ending = _ending(self._process)
        self.discard()
        return UnreadableInput(f"{label}: the program that reads it does not start ({ending}); install graphkb again.")

    def _begin(self, process: subprocess.Popen[bytes], bounds: Bounds) -> None:
        with self._lock:
            self._bounds, self._before, self._fault = bounds, _resident(process), ""
            self._deadline = time.monotonic() + bounds.seconds

    def _end(self) -> str:
        """Look no more; return the bound that was exceeded, "" where none was."""
        with self._lock:
            self._deadline = None
            return self._fault

    def discard(self) -> None:
        """End the process and wait for its end; the next document gets a new one."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in _pipes(process):
                with contextlib.suppress(OSError):
                    pipe.close()  # what was not sent yet goes nowhere


def _start() -> subprocess.Popen[bytes]:
    """Start a worker process, out of reach of the terminal's Ctrl-C: this process ends it."""
    path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "loaders.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
        start_new_session=os.name == "posix",
        creationflags=0 if os.name == "posix" else _WINDOWS_NEW_GROUP,
    )


def _pipes(process: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO]:
    if process.stdin is None or process.stdout is None:
        raise ValueError("the process was started without pipes")
    return process.stdin, process.stdout  # type: ignore[return-value]  # buffered binary streams


def _resident(process: subprocess.Popen[bytes]) -> int:
    try:
        return int(psutil.Process(process.pid).memory_info().rss)
    except psutil.Error:
        return 0  # it has just ended


def _ending(process: subprocess.Popen[bytes]) -> str:
    """Return how the process ended: the signal's name (SIGSEGV), or its exit code."""
    code = process.wait(timeout=None) if process.poll() is None else process.returncode
    try:
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"
    except ValueError:
        return f"signal {-code}"
