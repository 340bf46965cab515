"""``python -m bench.growth``: what one list more costs in a store that has few, and in one that has many.

Generated lists of ten townships a county (:mod:`bench.matters`) with the rows' bodies and clauses of the bundled samples
go into one store after the other. CPU time of this process and of the embedded store's is told, with what was fetched; and,
where ``--asked`` says so, how long questions take with so many lists (:mod:`bench.asking`).
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import psutil

from bench import asking
from bench.__main__ import STORES, running
from bench.matters import TOWNSHIPS, county, sample_duties, township
from graphkb import stores
from graphkb.ingest import load_list
from graphkb.ingest.rows import Row
from graphkb.ingest.runner import Runner
from graphkb.records import DocumentRecord, DutyRecord, ListRecord, Place
from graphkb.settings import Settings
from graphkb.stores import Store, status


def lists(number: int, townships: int) -> Iterator[tuple[DocumentRecord, ListRecord]]:
    """Yield so many generated lists, county by county; ``townships`` a county."""
    chance = random.Random(20260601)
    duties = sample_duties()
    for start in range(0, number, townships):
        rows = county(duties, chance)
        for place in range(start, min(start + townships, number)):
            yield _list(place, place // townships, township(rows, chance))


def _list(number: int, county_number: int, rows: list[DutyRecord]) -> tuple[DocumentRecord, ListRecord]:
    place = Place(
        province="甲省",
        prefecture=f"乙{county_number // 10}地区",
        county=f"丙{county_number}县",
        township=f"丁{number}镇",
    )
    placed = tuple(
        row.model_copy(update={"place": place, "position": position}) for position, row in enumerate(rows, 1)
    )
    digest = f"{number:064x}"
    document = DocumentRecord(
        sha256=digest, name=f"{number}.txt", size=1, format="txt", encoding="utf-8", title=str(number)
    )
    return document, ListRecord(
        place=place, title=str(number), edition="2025-08", duties=placed, declared=(), first_line=1, last_line=1
    )


class Counts:
    """Statements, rows fetched and seconds waited, by statement, since the last look."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.rows: Counter[str] = Counter()
        self.seconds: Counter[str] = Counter()
        plain = Runner.__call__

        def counted(run: Runner, name: str, **parameters: Any) -> list[Row]:
            start = time.perf_counter()
            found = plain(run, name, **parameters)
            self.seconds[name] += time.perf_counter() - start
            self.calls[name] += 1
            self.rows[name] += len(found)
            return found

        Runner.__call__ = counted  # type: ignore[method-assign]

    def clear(self) -> None:
        for counter in (self.calls, self.rows, self.seconds):
            counter.clear()


def _store_cpu(settings: Settings) -> float:
    pid = status(settings).pid
    return sum(psutil.Process(pid).cpu_times()[:2]) if pid else 0.0


def measure(
    store: Store,
    settings: Settings,
    generated: Iterator[tuple[DocumentRecord, ListRecord]],
    shown: set[int],
    most: int,
    after: Callable[[int], None],
) -> None:
    """Load and print a line for each list that is to be shown, with the statements that took longest.

    ``after`` is called with the number of lists that are there, after each.
    """
    counts = Counts()
    begun = time.perf_counter()
    for position, (document, record) in enumerate(generated, 1):
        counts.clear()
        wall, cpu, there = time.perf_counter(), time.process_time(), _store_cpu(settings)
        load_list(store, document, record)
        wall, cpu, there = time.perf_counter() - wall, time.process_time() - cpu, _store_cpu(settings) - there
        if position in shown:
            slow = ", ".join(
                f"{name} {seconds:.2f} s ({counts.calls[name]}×, {counts.rows[name]} rows)"
                for name, seconds in counts.seconds.most_common(most)
            )
            print(
                f"| {position} | {cpu:.2f} | {there:.2f} | {wall:.2f} | {counts.calls.total()} "
                f"| {counts.rows.total()} | {time.perf_counter() - begun:.0f} | {slow} |",
                flush=True,
            )
        after(position)


def main() -> None:
    """Measure and print; see the module."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("--lists", type=int, default=200, help="how many lists are loaded")
    parser.add_argument("--townships", type=int, default=TOWNSHIPS, help="lists a county; its first one costs most")
    parser.add_argument(
        "--shown", default="1,2,10,11,15,30,31,50,51,55,100,101,105,200,201,205,300,301,305,500,501,505"
    )
    parser.add_argument("--store", default="embedded", choices=STORES)
    parser.add_argument("--slow", type=int, default=4, help="how many of the slowest statements are told")
    parser.add_argument("--asked", default="", help="with how many lists questions are asked, by comma: 5,500")
    parser.add_argument("--requests", type=int, default=100, help="requests a question, door and client")
    options = parser.parse_args()
    asked_at = _numbers(options.asked)
    print("| list | CPU s | CPU of the store, s | s | statements | rows fetched | s in all | slowest |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    with running(options.store) as (settings, http_port), stores.open_store(settings) as store:
        stores.apply_schema(store)
        generated = lists(options.lists, options.townships)
        answers: list[str] = []

        def ask(there: int) -> None:
            if there in asked_at:
                answers.extend(
                    f"| {there} lists | {row}" for row in asking.measure(settings, options.requests, http_port)
                )

        measure(store, settings, generated, _numbers(options.shown), options.slow, ask)
        if answers:
            print("\n".join(["", *asking.HEAD, *answers]))


def _numbers(text: str) -> set[int]:
    return {int(number) for number in text.split(",") if number}


if __name__ == "__main__":
    main()
