"""``python -m bench.matters``: matters of generated townships, 1, 10 and 100 times as many, without a store.

Ten townships make a county, which rewords the rows of the bundled samples by exchanging words, and gives two of
five a clause of another row; its townships copy each other but for a few rows. All names of places are new.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterable, Sequence

from graphkb.records import DutyRecord
from graphkb.resolution.matter_groups import group
from graphkb.resolution.wordings import place_words, plain_text, read_wording, wording_key
from tools.samples import sample_readings

ROWS = 340
TOWNSHIPS = 10
_SYLLABLES = "青石柳莲北塔汀渡坪沙岭泉溪湖原桥滩林"
_EXCHANGES = (
    (("做好", "开展", "负责", "组织", "落实", "抓好"), 0.5),
    (("排查", "巡查", "检查"), 0.3),
    (("农户", "农民", "群众"), 0.3),
    (("管理", "管控", "治理"), 0.3),
    (("及时", "按时", "定期"), 0.4),
    (("宣传", "宣讲"), 0.3),
    (("工程", "项目"), 0.2),
)


def sample_duties() -> list[DutyRecord]:
    """Return all rows of the bundled samples, one of each name."""
    duties = {duty.name: duty for reading in sample_readings() for record in reading.lists for duty in record.duties}
    return [duties[name] for name in sorted(duties)]


def reworded(name: str, chance: random.Random) -> str:
    """Return the name with some of its words exchanged, and its last clauses dropped or turned round now and then."""
    for words, share in _EXCHANGES:
        for word in words:
            if word in name and chance.random() < share:
                name = name.replace(word, chance.choice(words), 1)
    clauses = name.split("，")
    if len(clauses) > 2 and chance.random() < 0.2:
        clauses = [clauses[0], *chance.sample(clauses[1:], chance.randint(1, len(clauses) - 1))]
    return "，".join(clauses)


def names_of_rows() -> list[str]:
    """Return the names of all rows of the bundled samples."""
    return [duty.name for duty in sample_duties()]


def county(duties: Sequence[DutyRecord], chance: random.Random) -> list[DutyRecord]:
    """Return the rows of one county's lists."""
    rows = [_named(duty, reworded(duty.name, chance)) for duty in chance.choices(duties, k=ROWS)]
    for row in chance.sample(range(ROWS), ROWS * 2 // 5):
        rows[row] = _named(rows[row], f"{rows[row].name}，{chance.choice(duties).name.split('，')[0]}")
    return rows


def township(rows: Iterable[DutyRecord], chance: random.Random) -> list[DutyRecord]:
    """Return the rows of a township of that county, a few of them in other words."""
    return [_named(row, reworded(row.name, chance)) if chance.random() < 0.03 else row for row in rows]


def _named(duty: DutyRecord, name: str) -> DutyRecord:
    return duty.model_copy(update={"name": name})


def townships(number: int) -> list[list[str]]:
    """Return plain texts of the rows of so many generated townships."""
    chance = random.Random(20260601)
    duties = sample_duties()
    lists = []
    for start in range(0, number, TOWNSHIPS):
        rows = county(duties, chance)
        for _ in range(min(TOWNSHIPS, number - start)):
            place = "".join(chance.choices(_SYLLABLES, k=3))
            names = [f"{place}镇{row.name}" for row in township(rows, chance)]
            lists.append([plain_text(name, place_words([f"{place}镇"])) for name in names])
    return lists


def main() -> None:
    """Measure and print; see the module."""
    parser = argparse.ArgumentParser(prog="python -m bench.matters", description=__doc__)
    parser.add_argument("--townships", default="10,100,1000", help="numbers of townships, by comma")
    options = parser.parse_args()
    print("| townships | rows | wordings | matters | CPU s | rows/s | ms a wording |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for number in map(int, options.townships.split(",")):
        lists = townships(number)
        read_wording.cache_clear()
        start = time.process_time()
        texts: dict[str, str] = {}
        for row in (row for rows in lists for row in rows):
            texts.setdefault(wording_key(row), row)
        links = group(map(read_wording, texts.values()))
        seconds = time.process_time() - start
        rows = sum(map(len, lists))
        matters = len({found[0].matter for found in links.values()})
        print(
            f"| {number} | {rows} | {len(links)} | {matters} | {seconds:.1f} | {rows / seconds:,.0f} "
            f"| {1000 * seconds / len(links):.2f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
