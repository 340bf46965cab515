"""Lists in the tab-separated layout, and what the reader of that layout makes of them; the places are fictional."""

from __future__ import annotations

from loaders.lines import text_lines
from loaders.raw import Column, LaidOut, RawRow
from loaders.tables import read_tables

BASIC = "序号\t事项名称"
COOPERATIVE = "序号\t事项名称\t对应上级部门\t上级部门职责\t镇配合职责"
RECLAIMED = "序号\t事项名称\t承接部门及工作方式"

SMALL = f"""\
云岭省澜川市青禾县
白杨镇履行职责事项清单

目 录

1. 基本履职事项清单……\t1
2. 配合履职事项清单……\t2
3. 上级部门收回事项清单……\t5

基本履职事项清单

{BASIC}
一、党的建设（2项）\t
1\t组织党员学习。
2\t★做好发展党员工作。

{BASIC}
二、生态环保（1项）\t
3\t落实河长制。

配合履职事项清单

{COOPERATIVE}
一、生态环保（2项）\t\t\t\t
1\t河道巡查\t县水利局\t<p>1.制定方案。</p>\t1.每月巡河一次。
2\t秸秆禁烧\t县生态环境局\t查处焚烧行为。\t劝阻焚烧。

上级部门收回事项清单

{RECLAIMED}
一、城乡建设（1项）\t\t
1\t燃气检查\t县住建局：每季度检查。"""


def laid_out(text: str) -> LaidOut:
    return read_tables(text_lines(text.split("\n")))


def rows(text: str) -> list[RawRow]:
    return [row for raw in laid_out(text).lists for row in raw.rows]


def cell(row: RawRow, column: Column) -> list[str]:
    return [piece.text for piece in row.cells.get(column, ())]


def visible(text: str) -> int:
    return sum(not character.isspace() for character in text)


def accounted(out: LaidOut) -> int:
    return out.in_rows + out.furniture + sum(visible(leftover.text) for leftover in out.leftovers)


def cooperative(*lines: str) -> str:
    return "\n".join(["青禾县白杨镇履行职责事项清单", "", "配合履职事项清单", "", COOPERATIVE, *lines])


def basic(*lines: str) -> str:
    return "\n".join(["青禾县白杨镇基本履职事项清单", "", BASIC, *lines])


def reclaimed(header: str, *lines: str) -> str:
    return "\n".join(["青禾县白杨镇上级部门收回事项清单", "", f"序号\t事项名称\t{header}", *lines])
