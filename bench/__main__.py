"""``python -m bench``: read the published lists, load them into each store, ask through the API; print times and ratios.

Machines are noisy: only ratios within one run mean something. ``--write`` puts the table into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import contextlib
import platform
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import psutil
from pydantic import SecretStr

import loaders
from bench import asking, bare, reading
from graphkb import stores
from graphkb.ingest import load_list
from graphkb.ingest.rows import ListRows, list_to_rows
from graphkb.records import Place, Reading
from graphkb.settings import Settings
from tools.neo4j import neo4j_local
from tools.wipe import wipe

ROOT = Path(__file__).resolve().parents[1]
STORES = ("embedded", "neo4j-5.26", "neo4j-2026")
_SERVERS = {"neo4j-5.26": neo4j_local.LTS, "neo4j-2026": neo4j_local.CURRENT}
WHERE_NOT_PRINTED = Place(province="甲省", prefecture="乙地区", county="丙县", township="丁乡")


@contextlib.contextmanager
def running(kind: str) -> Iterator[tuple[Settings, int | None]]:
    """A store of this kind with empty data of its own, as long as the block runs; and the port of Neo4j's HTTP connector."""
    with tempfile.TemporaryDirectory() as folder:
        if kind == "embedded":
            settings = Settings(store=f"embedded:{folder}/store")
            try:
                yield settings, None
            finally:
                stores.stop(settings)
            return
        server = neo4j_local.start(_SERVERS[kind], Path(folder), http_port=0)
        try:
            yield Settings(store=server.uri, password=SecretStr(server.password)), server.http_port
        finally:
            server.stop()


def read_lists(folder: Path) -> tuple[list[Reading], float]:
    """Return the readings of a folder and the seconds of the fastest of three runs."""
    seconds, readings = [], []
    for _ in range(3):
        start = time.perf_counter()
        readings = [r for r in loaders.read_inputs([folder], WHERE_NOT_PRINTED) if isinstance(r, Reading)]
        seconds.append(time.perf_counter() - start)
    return readings, min(seconds)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure_loading(settings: Settings, readings: list[Reading], rounds: int) -> tuple[float, float, float]:
    """Return median seconds of ours, of the bare driver, and of loading again what is there; each into an empty store."""
    pairs = [(r.document, record) for r in readings for record in r.lists]
    rows: list[ListRows] = [list_to_rows(document, record) for document, record in pairs]
    ours, yardstick, again = [], [], []
    with stores.open_store(settings) as store:
        stores.apply_schema(store)

        def load_all() -> None:
            for document, record in pairs:
                load_list(store, document, record)

        def load_bare() -> None:
            with asking.bare_driver(store, settings) as (driver, database):
                bare.load(driver, database, rows)

        load_all()  # warms up what compiles statements and code at first use
        for _ in range(rounds):
            wipe(store)
            yardstick.append(timed(load_bare))
            wipe(store)
            ours.append(timed(load_all))
            again.append(timed(load_all))
    return statistics.median(ours), statistics.median(yardstick), statistics.median(again)


def main() -> None:
    """Measure and print; see the module."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--lists", type=Path, default=ROOT.parent / "shared" / "lists", help="folder of lists")
    parser.add_argument("--stores", default=",".join(STORES), help='which stores, by comma; "" measures reading alone')
    parser.add_argument("--rounds", type=int, default=3, help="rounds of loading; the median counts")
    parser.add_argument("--requests", type=int, default=100, help="requests a question, door and client")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    options = parser.parse_args()
    folder = options.lists if options.lists.is_dir() else ROOT / "graphkb" / "samples"
    readings, seconds = read_lists(folder)
    duties = sum(len(record.duties) for r in readings for record in r.lists)
    size = sum(r.document.size for r in readings) / 1e6
    lines = [
        f"{date.today()}, {platform.system()} {platform.machine()}, {psutil.cpu_count()} cores, Python "
        f"{platform.python_version()}; {len(readings)} documents of {folder.name}, {size:.2f} MB, {duties} duties.",
        "",
        "## Reading",
        "",
        f"{seconds:.2f} s: {duties / seconds:,.0f} duties/s, {size / seconds:.2f} MB/s.",
        "",
        *reading.measure(folder, options.rounds),
        "",
        "## Loading",
        "",
        "| store | ours, s | duties/s | bare driver, s | ratio | the same again, s |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    answers = []
    memory = []
    for kind in filter(None, options.stores.split(",")):
        with running(kind) as (settings, http_port):
            ours, yardstick, again = measure_loading(settings, readings, options.rounds)
            lines.append(
                f"| {kind} | {ours:.2f} | {duties / ours:,.0f} | {yardstick:.2f} | {ours / yardstick:.2f} | {again:.3f} |"
            )
            print(lines[-1], flush=True)
            answers += [f"| {kind} | {line}" for line in asking.measure(settings, options.requests, http_port)]
            state = stores.status(settings)
            if state.rss_bytes:
                memory.append(f"{kind}: store process {state.rss_bytes / 2**20:,.0f} MiB after loading and asking.")
    lines += [
        "",
        "## Asking",
        "",
        "Medians and p99 of answers of up to 100 rows, in turns of 10: the same Cypher by the bare driver; through the API (HTTP)",
        "when nobody has asked before (its cache turned off), and when somebody has; by Neo4j's own HTTP Query API.",
        "",
        *asking.HEAD,
        *answers,
        "",
        "## Memory",
        "",
        *memory,
        "",
        f"This process (reading, loading, asking): at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB.",
    ]
    print("\n".join(lines))
    if options.write:
        head = "# Benchmarks\n\nThe latest run of `make bench`. Machines are noisy: the ratios within the run are what counts.\n\n"
        (ROOT / "docs" / "benchmarks.md").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
