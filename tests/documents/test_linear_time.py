"""Reading takes time linear in a document's size, whatever a hostile or broken one repeats."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from loaders import read_bytes

BASIC = "青禾县石桥镇基本履职事项清单\n序号\t事项名称\n"
COOPERATIVE = "青禾县石桥镇配合履职事项清单\n序号\t事项名称\t对应上级部门\t上级部门职责\t镇配合职责\n"
RECLAIMED = "青禾县石桥镇上级部门收回事项清单\n序号\t事项名称\t承接部门及工作方式\n"
FLOW = "青禾县石桥镇配合履职事项清单\n序号 事项类别 事项名称 对应上级部门 上级部门职责 镇配合职责\n1 党的建设 甲\n"
ROW = "1\t甲\t县水利局\t1.做好。\t1.配合。\n"

REPEATING: dict[str, tuple[Callable[[int], str], int]] = {
    "brackets behind a body": (lambda n: f"{COOPERATIVE}1\t甲\t{'（一）' * n}\t1.做。\t1.配。", 4000),
    "lines of a row without number": (lambda n: COOPERATIVE + ROW + "\t乙\t县局\t2.做\t2.配\n" * n, 600),
    "unclosed tags": (lambda n: f"{COOPERATIVE}1\t甲\t县水利局\t{'<p>1.做好。' * n}\t1.配。", 4000),
    "broken tags": (lambda n: f"{COOPERATIVE}1\t甲\t县水利局\t{'<p a=' * n}\t1.配。", 8000),
    "nested tags": (lambda n: f"{COOPERATIVE}1\t甲\t县局\t{'<div>' * n}做{'</div>' * n}\t1.配。", 8000),
    "columns": (lambda n: BASIC + "1\t" + "甲\t" * n, 8000),
    "bodies that take a duty back": (
        lambda n: RECLAIMED + "1\t甲\t" + "".join(f"县{i}局：1.做。<br>" for i in range(n)),
        800,
    ),
    "a word that may precede a subject": (lambda n: f"{RECLAIMED}1\t甲\t{'由甲' * n}", 20_000),
    "open titles of laws": (lambda n: f"{BASIC}1\t{'《水法' * n}{'》' * n}", 20_000),
    "short lines in column flow": (lambda n: FLOW + "县水利局\n" * n, 1500),
    "headings": (lambda n: BASIC + "1\t甲\n" + "二、党建（3项）\n" * n, 3000),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", REPEATING)
def test_four_times_as_much_takes_no_eight_times_as_long(case: str) -> None:
    """Quadratic reading takes sixteen times as long; a machine's noise is kept out by the best of a few runs."""
    write, count = REPEATING[case]
    once, fourfold = (write(size).encode() for size in (count, 4 * count))
    ratios = []
    for _ in range(4):
        ratios.append(seconds(fourfold) / seconds(once))
        if ratios[-1] < 8:
            break
    assert min(ratios) < 8


def seconds(data: bytes) -> float:
    """Return the processor's seconds that reading takes, the better of two runs."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        read_bytes("repeating.txt", data)
        taken.append(time.process_time() - start)
    return min(taken)
