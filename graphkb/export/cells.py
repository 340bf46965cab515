"""What officials read in a cell, for a value that the program writes in English."""

from __future__ import annotations

import json
import re
from typing import Any

from graphkb.catalogue.titles import column_title

_UNDATED = {"undated": "未注明日期"}
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(\.\d+)?)?(Z|\+00:00)")
_VALUES: dict[str, dict[str, str]] = {
    "section": {"basic": "基本履职", "cooperative": "配合履职", "reclaimed": "上级部门收回"},
    "status": {"active": "有效", "abolished": "取消"},
    "link": {"same": "就是这件事", "overlap": "与其他事项合并列出", "alike": "只是字面相似，需核实"},
    "edition": _UNDATED,
    "reclaimed_edition": _UNDATED,
    "level": {"central": "中央", "province": "省级", "prefecture": "市级", "county": "县级", "branch": "派驻机构"},
}


def value_in_chinese(column: str, value: Any) -> Any:
    """Return a value as a cell for officials: a text, a number, or None.

    Lists stand in lines, maps as 县：…；乡镇：… without ids; shares (0-1) are rounded to hundredths, times are said to be UTC.
    """
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str):
        if told := _TIME.fullmatch(value):
            return f"{told[1]} {told[2]} UTC"
        return _VALUES.get(column, {}).get(value, value)
    if isinstance(value, list):
        return "\n".join(str(value_in_chinese(column, inner)) for inner in value) or None
    if isinstance(value, dict):
        parts = (
            (column_title(key)[0], value_in_chinese(key, inner)) for key, inner in value.items() if not names_an_id(key)
        )
        return "；".join(f"{title}：{text}" for title, text in parts if text is not None)
    if isinstance(value, float):
        return round(value, 2)
    if value is None or isinstance(value, int):
        return value
    return json.dumps(value, ensure_ascii=False)


def names_an_id(column: str) -> bool:
    """Return whether a column or key holds what only programs read: an id, a checksum."""
    return column in ("id", "sha256") or column.endswith("_id")
