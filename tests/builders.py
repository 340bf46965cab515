"""Hand-made records of fictional places, for tests that need a graph and no document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graphkb.records import (
    DepartmentMention,
    DocumentRecord,
    DutyRecord,
    Item,
    LawCitation,
    ListRecord,
    Place,
    ResponsibilityGroup,
    Section,
    Source,
)

SHIQIAO = Place(province="云岭省", prefecture="南屏市", county="青禾县", township="石桥镇")
LIUPING = SHIQIAO.model_copy(update={"township": "柳坪乡"})

WATER = DepartmentMention(name="县水利局", aliases=("县河长办",))
OTHERS = DepartmentMention(name="其他相关单位", named=False)


def document(letter: str = "a", name: str = "list.txt") -> DocumentRecord:
    """Return a document whose digest is 64 times ``letter``."""
    return DocumentRecord(sha256=letter * 64, name=name, size=1, format="text", encoding="utf-8", title="清单")


def duty(place: Place, section: str, position: int, name: str, **fields: Any) -> DutyRecord:
    """Return a row at lines 10 × position to 10 × position + 1, in 生态环保 where no category is given."""
    return DutyRecord(
        place=place,
        section=Section(section),
        number=str(position),
        position=position,
        category=fields.pop("category", "生态环保"),
        name=name,
        source=Source(document="list.txt", first_line=10 * position, last_line=10 * position + 1),
        printed=fields.pop("printed", {"name": name}),
        **fields,
    )


def river_patrol(place: Place, position: int = 1, name: str = "河道日常巡查", role: str = "每月巡河一次") -> DutyRecord:
    """Return a cooperative row that the water bureau leads: two clauses, a safeguard, one role item, one law."""
    return duty(
        place,
        "cooperative",
        position,
        name,
        departments=(WATER, OTHERS),
        responsibilities=(
            ResponsibilityGroup(
                departments=("县水利局",),
                items=(Item(number="1", text="制定巡河方案"), Item(number="2", text="查处违法行为")),
            ),
        ),
        role=(Item(number="1", text=role),),
        safeguards=(Item(number="", text="提供巡河装备"),),
        laws=(LawCitation(title="中华人民共和国水法", articles=("第三十七条",)),),
    )


def duty_list(place: Place, duties: Sequence[DutyRecord], edition: str = "") -> ListRecord:
    """Return a list of these rows."""
    return ListRecord(
        place=place,
        title=f"{place.township}清单",
        edition=edition,
        duties=tuple(duties),
        declared=(),
        first_line=1,
        last_line=99,
    )


def small_list(place: Place = SHIQIAO, edition: str = "", **changes: str) -> ListRecord:
    """Return a list of two basic rows, a cooperative one and a reclaimed one; ``changes`` go to :func:`river_patrol`."""
    return duty_list(
        place,
        [
            duty(place, "basic", 1, "落实河长制"),
            duty(place, "basic", 2, "管护村道", category="城乡建设"),
            river_patrol(place, **changes),
            duty(
                place,
                "reclaimed",
                1,
                "对非法采砂的处罚",
                departments=(DepartmentMention(name="县水利局"),),
                method=(Item(number="", text="立案查处"),),
            ),
        ],
        edition,
    )
