"""``python -m bench.match``: how well sentences find their rows, and how long that and typeahead take.

Sentences and labels are ours (``tests/search/*.tsv``); the published ones need the lists beside the project. Typeahead is
measured with the generated names of a thousand townships.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import loaders
from bench.__main__ import ROOT, WHERE_NOT_PRINTED, running
from bench.matters import names_of_rows, reworded
from graphkb import stores
from graphkb.catalogue import LIST_CATALOGUE
from graphkb.catalogue.rows import ListCatalogueParams, NameRow
from graphkb.ingest import load_reading
from graphkb.records import Reading
from graphkb.search.match import Matcher, MatchParams
from graphkb.search.names import KINDS, NameIndex
from graphkb.stores.publication import State

SENTENCES = ROOT / "tests" / "search"
FIRST = 3
"""A row is found where it is among the first so many."""
_TYPED = ("水利局", "shuiliju", "slj", "shuilj", "shui利局", "水力局", "水利锅", "shiuliju", "河道", "石桥", "管理")
_PLACES = "青石柳莲北塔汀渡坪沙岭泉溪湖原桥滩林"
_WORK = (
    "水利",
    "农业农村",
    "民政",
    "教育",
    "公安",
    "司法",
    "财政",
    "自然资源",
    "生态环境",
    "交通运输",
    "应急管理",
    "审计",
)


@dataclass(frozen=True)
class Labelled:
    """A sentence, the list that it is asked of, and the rows that are right (b12: the twelfth of basic), if any."""

    place: str
    labels: frozenset[str]
    text: str


@dataclass(frozen=True)
class Figures:
    """How many sentences find a right row first, or among the first three; how many of the others are told to be on no list."""

    on: int
    first: int
    found: int
    off: int
    told: int
    milliseconds: float

    def row(self, name: str) -> str:
        """Return the figures as a row of a table."""
        return (
            f"| {name} | {self.on} | {self.first / self.on:.1%} | {self.found / self.on:.1%} | {self.off} "
            f"| {self.told / self.off:.1%} | {self.milliseconds:.1f} |"
        )


def read_sentences(file: Path) -> list[Labelled]:
    """Return the labelled sentences of a file."""
    lines = [line.split("\t") for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [Labelled(place, frozenset(labels.split()) - {"-"}, text) for place, labels, text in lines]


def measure(matcher: Matcher, townships: dict[str, str], sentences: Iterable[Labelled]) -> Figures:
    """Return the figures of these sentences; ``townships`` has the id of the township of each place."""
    on = first = found = off = told = 0
    seconds: list[float] = []
    for one in sentences:
        asked = MatchParams(text=one.text, township=townships[one.place], limit=FIRST)
        matcher.match(asked)  # the words of a township are read at the first question
        start = time.perf_counter()
        answer = matcher.match(asked)
        seconds.append(time.perf_counter() - start)
        hits = [f"{hit.section[0]}{hit.position}" for hit in answer.hits]
        if one.labels:
            on += 1
            first += bool(hits) and hits[0] in one.labels
            found += answer.on_list and not one.labels.isdisjoint(hits)
        else:
            off += 1
            told += not answer.on_list
    return Figures(on, first, found, off, told, statistics.median(seconds) * 1000)


def townships_of(store: stores.Store, key: Callable[[str, str, str], str]) -> dict[str, str]:
    """Return place → id of its township; ``key`` makes the place of document, township and county."""
    lists = LIST_CATALOGUE.every(store, ListCatalogueParams())
    return {key(row.document, row.township, row.county or ""): row.township_id for row in lists}


def load(store: stores.Store, folder: Path) -> None:
    """Load the lists of a folder."""
    stores.apply_schema(store)
    for reading in loaders.read_inputs([folder], WHERE_NOT_PRINTED):
        if isinstance(reading, Reading):
            list(load_reading(store, reading))


def generated_names(townships: int) -> list[NameRow]:
    """Return names of so many townships, of the bodies of their counties, and of their matters."""
    chance = random.Random(20260601)
    rows: list[NameRow] = []

    def add(kind: str, name: str, place: str | None) -> None:
        weight = chance.randrange(1, 400)
        rows.append(NameRow(kind=kind, id=f"{kind}-{len(rows)}", name=name, others=[], place=place, weight=weight))

    for number in range(townships):
        county = "".join(chance.choices(_PLACES, k=2)) + "县"
        add("township", "".join(chance.choices(_PLACES, k=2)) + "镇", f"云岭省/澜川市/{county}")
        if number % 10 == 0:
            for work in _WORK:
                add("department", f"县{work}局", f"云岭省/澜川市/{county}")
    names = names_of_rows()
    for wording in sorted({reworded(name, chance) for _ in range(townships // 5) for name in names}):
        add("matter", wording, None)
    return rows


def typeahead(rows: Sequence[NameRow]) -> str:
    """Return how long it takes to make the index and to answer, as a row of a table."""
    start = time.perf_counter()
    index = NameIndex(rows, State(1, None, None))
    made = time.perf_counter() - start
    taken = [_fastest(lambda typed=typed: index.suggest(typed, KINDS, 10)) for typed in _TYPED]  # type: ignore[misc]
    return f"| {len(rows)} | {made:.1f} | {statistics.median(taken):.1f} | {max(taken):.1f} |"


def _fastest(work: Callable[[], object]) -> float:
    """Return the milliseconds of the fastest of five runs: what the work takes, without the machine's other work."""
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return min(taken)


def main() -> None:
    """Measure and print; see the module."""
    parser = argparse.ArgumentParser(prog="python -m bench.match", description=__doc__)
    parser.add_argument("--lists", type=Path, default=ROOT.parent / "shared" / "lists", help="folder of lists")
    options = parser.parse_args()
    print("| sentences | on a list | first | among three | on none | told so | ms a match |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with running("embedded") as settings, stores.open_store(settings) as store:
        with as_file(files("graphkb") / "samples") as folder:
            load(store, folder)
        places = townships_of(store, lambda _, township, county: f"{township}@{county}")
        print(measure(Matcher(store), places, read_sentences(SENTENCES / "samples.tsv")).row("samples"), flush=True)
        if options.lists.is_dir():
            load(store, options.lists)
            places |= townships_of(store, lambda document, *_: Path(document).stem)
            places |= townships_of(store, lambda _, township, county: f"{township}@{county}")
            for name in ("published_tuning", "published_held_out", "strangers_tuning", "strangers_held_out"):
                print(measure(Matcher(store), places, read_sentences(SENTENCES / f"{name}.tsv")).row(name), flush=True)
    print()
    print("| names | index, s | median, ms | slowest, ms |")
    print("| --- | --- | --- | --- |")
    print(typeahead(generated_names(1_000)))


if __name__ == "__main__":
    main()
