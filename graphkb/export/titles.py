"""What officials read over a column, and for a value that the program writes in English."""

from __future__ import annotations

import json
from typing import Any

TITLES: dict[str, str] = {
    "aliases": "其他名称",
    "articles": "条款",
    "basic": "基本履职事项数",
    "basis": "依据",
    "categories": "类别",
    "category": "类别",
    "cells": "各乡镇",
    "clauses": "职责条目",
    "cooperative": "配合履职事项数",
    "count": "数量",
    "counties": "涉及县",
    "county": "县",
    "current": "现行",
    "delegated": "交办事项数",
    "department": "部门",
    "department_id": "部门编号",
    "departments": "对应上级部门",
    "direction": "方向",
    "division": "所属区划",
    "document": "来源文件",
    "doubts": "疑点",
    "duties": "事项",
    "duty_id": "事项编号",
    "edition": "清单版本",
    "elsewhere": "其他乡镇同类事项",
    "elsewhere_count": "其他乡镇同类事项数",
    "end_count": "终点事项数",
    "end_relations": "终点关系",
    "end_rows": "终点事项",
    "evidence": "依据事项",
    "first_line": "起始行",
    "first_seen": "首次载入",
    "from_id": "起点",
    "functions": "职能",
    "id": "编号",
    "kind": "类型",
    "labels": "标签",
    "last_line": "结束行",
    "last_seen": "最近载入",
    "laws": "法律法规",
    "lead": "牵头",
    "level": "层级",
    "link": "关联",
    "list_id": "清单编号",
    "list_title": "清单标题",
    "lists": "清单数",
    "loaded_at": "载入时间",
    "matches": "命中内容",
    "matter": "同类事项",
    "mentions": "出现次数",
    "method": "判定方法",
    "name": "名称",
    "named": "有具体名称",
    "number": "序号",
    "page": "页码",
    "path": "路径",
    "place": "所在地",
    "plates": "加挂牌子",
    "position": "位次",
    "prefecture": "市",
    "printed": "原文",
    "properties": "属性",
    "province": "省",
    "reached": "可达",
    "reclaimed": "上级部门收回事项",
    "reclaimed_edition": "收回清单版本",
    "reclaimed_id": "收回事项编号",
    "relation": "关系",
    "responsibilities": "上级部门职责",
    "role": "乡镇配合职责",
    "rows": "各乡镇事项",
    "score": "可信度",
    "section": "清单部分",
    "sha256": "文件校验值",
    "slug": "职能代码",
    "starred": "标★",
    "start": "起点",
    "start_count": "起点事项数",
    "start_relations": "起点关系",
    "start_rows": "起点事项",
    "status": "状态",
    "taken_back": "收回事项数",
    "text": "内容",
    "title": "标题",
    "to_id": "终点",
    "township": "乡镇",
    "township_id": "乡镇编号",
    "townships": "乡镇数",
    "variants": "其他印刷名称",
    "version": "数据版本",
    "wordings": "用语",
}
"""Column of a question, or key of a map in one → its Chinese title."""

_VALUES: dict[str, dict[str, str]] = {
    "section": {"basic": "基本履职", "cooperative": "配合履职", "reclaimed": "上级部门收回"},
    "status": {"active": "有效", "abolished": "取消"},
    "link": {"same": "相同", "overlap": "部分重合"},
    "level": {"central": "中央", "province": "省级", "prefecture": "市级", "county": "县级", "branch": "派驻机构"},
}


def title_of(column: str) -> str:
    """Return the Chinese title of a column; the name itself where there is none."""
    return TITLES.get(column, column)


def value_in_chinese(column: str, value: Any) -> Any:
    """Return a value as a cell for officials: a text, a number, or None; lists stand in lines, maps as 县：…；乡镇：…."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str):
        return _VALUES.get(column, {}).get(value, value)
    if isinstance(value, list):
        return "\n".join(str(value_in_chinese(column, inner)) for inner in value) or None
    if isinstance(value, dict):
        parts = ((title_of(key), value_in_chinese(key, inner)) for key, inner in value.items())
        return "；".join(f"{title}：{text}" for title, text in parts if text is not None)
    if value is None or isinstance(value, int | float):
        return value
    return json.dumps(value, ensure_ascii=False)
