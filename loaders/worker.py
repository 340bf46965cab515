"""The process that reads documents for another: ``python -m loaders.worker``, started by :mod:`loaders.pool`.

Requests come by stdin and answers go by stdout, in frames (``frames``). A request is two: a JSON object (label,
completing, seconds), and the document. An answer is one: ``R`` and a reading as JSON, or ``E`` and the sentence why there
is none. JSON and no pickle: a document that takes a worker over by a fault of a C library must not get into the process
that asked.
"""

from __future__ import annotations

import faulthandler
import json
import os
import queue
import sys
import threading

from graphkb.errors import UnreadableInput
from graphkb.records import Place
from loaders import try_bytes
from loaders.frames import READY, read_frame, write_frame


def main() -> None:
    """Answer requests until stdin ends."""
    # Libraries that print by themselves must not get between the frames, nor onto the user's screen.
    answers = os.fdopen(os.dup(1), "wb")
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    requests: queue.SimpleQueue[tuple[bytes, bytes]] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(requests,), daemon=True).start()
    write_frame(answers, READY)
    while True:
        head, data = requests.get()
        request = json.loads(head)
        # Who asked may be gone, and a library that does not let go of the interpreter keeps ``_receive`` from noticing:
        # this watch is a thread of C and ends the process nevertheless.
        faulthandler.dump_traceback_later(request["seconds"], exit=True, file=silence)
        result = try_bytes(request["label"], data, Place(**request["completing"]))
        faulthandler.cancel_dump_traceback_later()
        if isinstance(result, UnreadableInput):
            answer = f"{type(result).__name__}\n{result}"
            write_frame(answers, b"E" + answer.encode("utf-8", "backslashreplace"))
        else:
            write_frame(answers, b"R" + result.model_dump_json().encode())


def _receive(requests: queue.SimpleQueue[tuple[bytes, bytes]]) -> None:
    """Queue what comes by stdin; its end means that the process which asks has ended, in whatever way."""
    try:
        while True:
            head = read_frame(sys.stdin.buffer)
            requests.put((head, read_frame(sys.stdin.buffer)))
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
