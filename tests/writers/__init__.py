"""One fictional list, written in every format: what tests of readers read.

A document is a sequence of blocks. Each module here writes blocks in one format, as the office programs write it, so that
the same list can be read from all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphkb.records import Section


@dataclass(frozen=True)
class Paragraph:
    """A line of text outside tables."""

    text: str


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its text with line breaks, and over how many rows and columns it reaches."""

    text: str
    down: int = 1
    across: int = 1


@dataclass(frozen=True)
class Table:
    """A table by its rows; a row has no cell where one from above or from the left reaches into it."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Paragraph | Table


def row(*texts: str) -> tuple[Cell, ...]:
    """Return a row of plain cells."""
    return tuple(map(Cell, texts))


COOPERATIVE = row("序号", "事项名称", "对应上级部门", "上级部门职责", "镇配合职责")


def fictional_list() -> Sequence[Block]:
    """Return a list of 青禾县石桥镇: all three sections, merged cells, line breaks in cells, a row on two pages."""
    return (
        Paragraph("云岭省南屏市青禾县石桥镇履行职责事项清单（2025年版）"),
        Paragraph("基本履职事项清单"),
        Table(
            (
                row("序号", "事项名称"),
                (Cell("一、党的建设（2项）", across=2),),
                row("1", "★组织党员学习，开好“三会一课”。"),
                row("2", "做好发展党员工作，教育、管理、监督党员。"),
                (Cell("二、生态环保（1项）", across=2),),
                row("3", "落实河长制，依据《中华人民共和国水法》第三十七条巡查河道。"),
            )
        ),
        Paragraph("配合履职事项清单"),
        Table(
            (
                COOPERATIVE,
                (Cell("一、生态环保（4项）", across=5),),
                row(
                    "1",
                    "河道采砂管理",
                    "县水利局（县河长办）\n县公安局",
                    "县水利局：\n1.制定采砂规划；\n2.查处非法采砂。\n县公安局：\n1.打击阻碍执法的行为。\n履职保障：配备巡河车辆。",
                    "1.每月巡河一次。\n2.发现非法采砂及时上报。",
                ),
                (
                    Cell("2"),
                    Cell("水库管护"),
                    Cell("县水利局", down=2),
                    Cell("1.检查水库大坝。\n2.组织除险加固。"),
                    Cell("1.落实巡查值守人员。"),
                ),
                row("3", "防汛演练", "1.编制演练方案。", "1.组织群众参加演练。"),
                (
                    Cell("4", down=2),
                    Cell("秸秆禁烧", down=2),
                    Cell("县农业农村局"),
                    Cell("县农业农村局：\n1.推广秸秆还田。"),
                    Cell("1.开展宣传。\n2.劝阻露天焚烧。", down=2),
                ),
                row("市生态环境局青禾分局", "市生态环境局青禾分局：\n1.查处焚烧行为。"),
            )
        ),
        Paragraph("上级部门收回事项清单"),
        Table(
            (
                row("序号", "事项名称", "承接部门及工作方式"),
                (Cell("一、城乡建设（2项）", across=3),),
                row("1", "对擅自占用道路的处罚", "承接部门：县城管局\n工作方式：加强巡查，依法处罚。"),
                row("2", "对占用林地的处罚", "法律法规条款已失效，不再开展此项工作。"),
            )
        ),
    )


FICTIONAL_ROWS = [
    (Section.BASIC, "1", "组织党员学习，开好“三会一课”。"),
    (Section.BASIC, "2", "做好发展党员工作，教育、管理、监督党员。"),
    (Section.BASIC, "3", "落实河长制，依据《中华人民共和国水法》第三十七条巡查河道。"),
    (Section.COOPERATIVE, "1", "河道采砂管理"),
    (Section.COOPERATIVE, "2", "水库管护"),
    (Section.COOPERATIVE, "3", "防汛演练"),
    (Section.COOPERATIVE, "4", "秸秆禁烧"),
    (Section.RECLAIMED, "1", "对擅自占用道路的处罚"),
    (Section.RECLAIMED, "2", "对占用林地的处罚"),
]
"""Section, number and name of each row that every reader must give of the fictional list."""
FICTIONAL_DEPARTMENTS = [
    ["县水利局", "县公安局"],
    ["县水利局"],
    ["县水利局"],
    ["县农业农村局", "市生态环境局青禾分局"],
]
"""The departments of its cooperative rows."""
