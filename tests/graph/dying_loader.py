"""``python -m tests.graph.dying_loader STATEMENT PID``: load a list, and kill process PID (0: itself) at a statement of it.

Run by ``test_kill.py`` in a process of its own. SIGKILL leaves no time to clean up, as a power cut would not.
"""

from __future__ import annotations

import os
import signal
import sys

from graphkb.cypher_files import CypherFile, read_file
from graphkb.errors import StoreFailure, StoreUnavailable
from graphkb.ingest import load_list, runner
from graphkb.records import ListRecord
from graphkb.settings import Settings
from graphkb.stores import open_store
from tests.builders import SHIQIAO, document, duty_list, river_patrol

ROWS = {"a": 60, "b": 90}


def long_list(letter: str) -> ListRecord:
    """Return edition ``letter`` of a long list; every row, role item and name of it tells the letter."""
    rows = [river_patrol(SHIQIAO, n, f"{letter}河道巡查{n}", f"{letter}巡河") for n in range(1, ROWS[letter] + 1)]
    return duty_list(SHIQIAO, rows)


def main() -> None:
    """See the module. Exits with 5 where the store is gone."""
    statement, victim = sys.argv[1], int(sys.argv[2]) or os.getpid()
    killed = False

    def deadly(folder: str, name: str) -> CypherFile:
        nonlocal killed
        if name == statement and not killed:
            killed = True
            os.kill(victim, signal.SIGKILL)
        return read_file(folder, name)

    runner.read_file = deadly
    try:
        with open_store(Settings()) as store:
            load_list(store, document("b"), long_list("b"))
    except (StoreUnavailable, StoreFailure) as error:
        print(error, file=sys.stderr)
        sys.exit(5)


if __name__ == "__main__":
    main()
