"""Column titles as counties print them."""

from __future__ import annotations

import pytest

from loaders.headers import column_of


@pytest.mark.parametrize(
    ("column", "titles"),
    [
        ("departments", "对应上级部门 对应县级部门（单位） 责任单位 牵头部门 配合部门 县直责任单位 部门和单位"),
        ("responsibilities", "上级部门职责 县直部门（单位）职责 牵头部门主要职责 部门职责任务 上级部门及其职责"),
        ("responsibilities", "上级部门职责（含提供的履职保障） 上级部门主要职责及提供的履职保障 单位职责、履职保障"),
        ("safeguards", "履职保障 提供的履职保障"),
        ("role", "乡镇配合职责 乡镇（街道）职责 镇主要职责 苏木镇职责 街道属地责任 镇街协助事项"),
        (None, "相关部门 职责 备注 工作机构设置 部门简介"),
    ],
)
def test_titles_name_their_columns(column: str | None, titles: str) -> None:
    """The model form's titles vary with the level, the kind of township and the county's habits."""
    assert {title: column_of(title) for title in titles.split()} == dict.fromkeys(titles.split(), column)
