"""What officials read in a cell, for a value that the program writes in English."""

from __future__ import annotations

import json
from typing import Any

from graphkb.catalogue.titles import column_title

_VALUES: dict[str, dict[str, str]] = {
    "section": {"basic": "基本履职", "cooperative": "配合履职", "reclaimed": "上级部门收回"},
    "status": {"active": "有效", "abolished": "取消"},
    "link": {"same": "相同", "overlap": "部分重合"},
    "level": {"central": "中央", "province": "省级", "prefecture": "市级", "county": "县级", "branch": "派驻机构"},
}


def value_in_chinese(column: str, value: Any) -> Any:
    """Return a value as a cell for officials: a text, a number, or None; lists stand in lines, maps as 县：…；乡镇：…."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str):
        return _VALUES.get(column, {}).get(value, value)
    if isinstance(value, list):
        return "\n".join(str(value_in_chinese(column, inner)) for inner in value) or None
    if isinstance(value, dict):
        parts = ((column_title(key)[0], value_in_chinese(key, inner)) for key, inner in value.items())
        return "；".join(f"{title}：{text}" for title, text in parts if text is not None)
    if value is None or isinstance(value, int | float):
        return value
    return json.dumps(value, ensure_ascii=False)
