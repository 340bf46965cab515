"""Which column a printed column title names: one table of synonyms for all layouts.

The titles are those of the national model form and the variants that counties print. A title is compared without white
space and brackets' width; what is not in the table is an unknown column, which readers report and never drop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from graphkb.records import Section
from loaders.outline import compact
from loaders.raw import Column

HeaderColumn = Column | Literal["number", "category"]
"""A column of a printed table: one of a row's cells, or the row's number, or its category (事项类别)."""

TITLES: dict[HeaderColumn, tuple[str, ...]] = {
    "number": ("序号", "编号", "序", "号"),
    "category": (
        "事项类别", "类别", "事项分类", "分类", "职责类别", "一级分类", "事项类型", "类型", "领域",
        "一级事项", "主项", "主项名称", "事项领域", "工作领域",
    ),
    "name": (
        "事项名称", "权责清单", "履职事项", "事项", "名称", "职责事项", "职责名称", "权责事项", "具体事项", "事项内容",
        "履职事项名称", "履职内容", "工作事项", "主要事项", "基本履职事项", "配合履职事项", "收回事项", "收回履职事项",
        "收回事项名称", "配合事项", "配合事项名称", "履行职责事项", "基本履职事项名称", "配合履职事项名称",
        "职责任务", "任务名称", "工作任务", "上级部门收回事项", "上级部门收回履职事项", "二级事项", "子项", "子项名称",
        "上收事项", "上收事项名称", "取消事项名称",
    ),
    "departments": (
        "对应上级部门", "上级部门", "对应部门", "对应上级单位", "责任部门", "主管部门", "牵头部门", "对应县级部门",
        "对应县直部门", "县级部门", "县直部门", "上级主管部门", "对应上级主管部门", "对应区级部门", "对应旗级部门",
        "对应市级部门", "上级责任部门", "对应上级部门名称", "上级部门名称", "对应上级职能部门",
    ),
    "responsibilities": (
        "上级部门职责", "上级部门职责(含提供的履职保障)", "上级部门职责及履职保障", "上级部门职责和履职保障",
        "部门职责", "上级部门履职职责", "上级部门主要职责", "对应上级部门职责", "主管部门职责", "县级部门职责",
        "县直部门职责",
        "上级部门职责任务", "上级部门工作职责", "上级部门职责及提供的履职保障", "上级部门职责(含履职保障)",
        "区级部门职责", "旗级部门职责", "市级部门职责", "上级部门责任",
    ),
    "safeguards": (
        "履职保障", "提供的履职保障", "提供履职保障", "上级部门履职保障", "上级部门提供的履职保障", "部门履职保障",
        "履职保障措施", "履职保障事项", "履职保障内容", "保障措施",
    ),
    "method": (
        "承接部门及工作方式", "承接部门及履职方式", "承接部门和工作方式", "承接部门及承接方式", "承接部门与工作方式",
        "承接部门工作方式", "承接部门及方式", "承接单位及工作方式", "承接部门及履责方式", "承接部门及工作措施",
        "承接部门及履责方式及工作措施", "承接部门及其工作方式", "收回部门及工作方式", "承接部门(单位)及工作方式",
        "承接部门及履职方式和工作措施", "承接部门、工作方式", "承接部门", "收回部门", "承接方式", "工作方式",
        "履职方式", "取消原因", "取消理由", "取消依据", "处理意见", "调整意见", "收回情况",
    ),
    "basis": (
        "设定依据", "法律依据", "依据", "法律法规依据", "政策依据", "法律法规及政策依据", "法律政策依据", "法定依据",
        "职责依据", "履职依据", "实施依据", "事项依据", "法律法规政策依据",
    ),
}  # fmt: skip
"""Known titles of each column; those of role and method also follow the patterns :data:`ROLE` and :data:`METHOD`."""

_TOWNSHIP_KIND = r"(?:(?:民族)?(?:乡|镇|苏木|街道|街)|农牧?场|管委会|办事处|本级|基层|[()、/及和或])*"
ROLE = re.compile(
    rf"^[各本]?{_TOWNSHIP_KIND}的?(?:配合|协助)(?:上级部门)?(?:履职|履行)?(?:职责|事项|内容|任务|责任|工作)?$"
)
"""乡配合职责, 镇街配合职责, 乡镇（街道）配合职责, 苏木镇配合履职职责 … (配合履职事项 alone is a name, see TITLES)."""

_WAY = r"(?:方式|措施|举措|方法|办法)"
_RECEIVER = (
    r"(?:承接|收回|接收|上收)(?:后)?的?(?:责任|主责|牵头)?(?:部门|单位|机构|主体)"
    r"(?:\((?:部门|单位|机构)\)|[/及和、](?:部门|单位))?(?:名称)?"
)
_METHOD_OF = r"(?:收回后|承接后)?的?(?:承接|收回|工作|履职|履责|落实|具体|管理|监管|实施|主要|处理|处置)"
RECEIVER = re.compile(rf"^{_RECEIVER}$")
"""承接部门, 收回单位 …: the receiving bodies alone, where the method has a column of its own."""
METHOD = re.compile(
    rf"^(?:{_RECEIVER}(?:(?:[及与和、/]其?)?(?:{_METHOD_OF})?(?:{_WAY}|职责))?|{_METHOD_OF}{_WAY})"
    rf"(?:[及与和、](?:{_METHOD_OF})?{_WAY})*$"
)
"""承接部门及履责方式和工作措施, 收回单位及工作方式, 收回后工作措施 …"""
_LEVEL = r"(?:对应|涉及)?(?:上级|省级|市级|县级|区级|旗级|盟级|州级|市直|县直|区直|旗直|驻县|驻区)?"
_PART = r"(?:主管|牵头|责任|职能|业务|行业|配合|参与|协助)*"
_BODIES = r"(?:部门|单位|机构)(?:[、/和及或](?:部门|单位|机构))?(?:\((?:部门|单位|机构)\))?"
DEPARTMENTS = re.compile(rf"^{_LEVEL}{_PART}{_BODIES}(?:名称)?$")
"""对应上级部门（单位）, 县直责任单位, 配合部门 …: titles of the department column beside those of TITLES."""
RESPONSIBILITIES = re.compile(
    rf"^{_LEVEL}{_PART}{_BODIES}(?:[及和与]其?|的)?(?:主要|工作|履职|监管|具体)*(?:职责|责任|任务)(?:任务|分工|内容|清单)?"
    r"(?:\(?(?:[及和与、]|包?含)?(?:所?提供的?)?履职保障(?:措施|事项)?\)?)?$"
)
"""县直部门（单位）职责, 上级部门主要职责及提供的履职保障, and 上级部门及职责, where one column holds both."""
TOWNSHIP = re.compile(
    rf"^[各本]?(?=.*[乡镇街]|.*苏木){_TOWNSHIP_KIND}的?(?:主要|工作|履职|属地|具体)*(?:职责|责任)(?:任务|内容)?$"
)
"""镇职责, 乡镇（街道）职责: the role's titles that do not say 配合."""

DEFAULTS: dict[Section, tuple[HeaderColumn, ...]] = {
    Section.BASIC: ("number", "name"),
    Section.COOPERATIVE: ("number", "name", "departments", "responsibilities", "role"),
    Section.RECLAIMED: ("number", "name", "method"),
}
"""The columns of the national model form, for a section whose header row is missing."""

_LONGEST = 60  # characters of a header cell, blanks included
_BRACKETS = str.maketrans("（）〔〕［］[]", "()()()()")
_BY_TITLE: dict[str, HeaderColumn] = {printed: column for column, titles in TITLES.items() for printed in titles}


def column_of(cell: str) -> HeaderColumn | None:
    """Return the column that a header cell names, ``None`` for a text that is no known column title."""
    return _column_of(cell) if len(cell) <= _LONGEST else None


@lru_cache(1024)  # cells: most are empty or asked about again
def _column_of(cell: str) -> HeaderColumn | None:
    printed = compact(cell).translate(_BRACKETS)
    known = _BY_TITLE.get(printed)
    if known is not None:
        return known
    if METHOD.match(printed):
        return "method"
    if ROLE.match(printed) or TOWNSHIP.match(printed):
        return "role"
    if DEPARTMENTS.match(printed):
        return "departments"
    return "responsibilities" if RESPONSIBILITIES.match(printed) else None


def columns_of(
    cells: Sequence[str], section: Section | None = None, below: Sequence[str] = ()
) -> list[HeaderColumn | None]:
    """Return the columns that the cells of a header row name, ``None`` for a text that is no known column title.

    Receiving bodies and method may be two columns (承接部门, 工作方式); then the first is that of the departments. Of two
    levels of categories the first is the category, the second unknown. In a ``section`` that is known to be the
    reclaimed one, what the department does (上级部门职责) is the method.
    ``below`` is the next line of the table: a title may go on in it (对应上级 | 部门), or it parts a common title in
    two (上级部门 | 部门职责).
    """
    columns = [column_of(cell) for cell in cells]
    if below:
        joined = [(above, under) for above, under in zip_longest(cells, below, fillvalue="")]
        whole = [column_of(above + under) or column_of(under) or column_of(above) for above, under in joined]
        more = sum(map(bool, whole)) > sum(map(bool, columns))
        columns, cells = (whole, [above + under for above, under in joined]) if more else (columns, cells)
    if columns.count("method") > 1:
        receivers = [bool(RECEIVER.match(compact(cell).translate(_BRACKETS))) for cell in cells]
        if not all(receiver for receiver, column in zip(receivers, columns, strict=True) if column == "method"):
            columns = ["departments" if r else c for r, c in zip(receivers, columns, strict=True)]
    first = columns.index("category") if "category" in columns else 0
    columns = [None if column == "category" and index > first else column for index, column in enumerate(columns)]
    if section is Section.RECLAIMED and "method" not in columns:
        columns = ["method" if column == "responsibilities" else column for column in columns]
    return columns


def section_of(columns: Sequence[HeaderColumn | None]) -> Section | None:
    """Return the section that a header row can only belong to; ``None`` where its titles leave it open."""
    if "method" in columns:
        return Section.RECLAIMED
    if {"departments", "responsibilities", "safeguards", "role"} & set(columns):
        return Section.COOPERATIVE
    return None


def may_be_of(section: Section | None, columns: Sequence[HeaderColumn | None]) -> bool:
    """Tell whether a header row without the method's column may stand in the section that a heading has named.

    Only the township's role is cooperative beyond doubt: a table of what is taken back may name departments alone.
    """
    return section is Section.RECLAIMED and "role" not in columns and "departments" in columns
