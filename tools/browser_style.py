"""Colours and captions of labels and relations: the Neo4j Browser's style sheet, and those of the schema picture.

The style sheet (GraSS) uses caption, color, diameter and shaft-width only: what both the classic Browser and the newer one
(Neo4j Browser Manual, "Styling") let a user choose.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphkb.vocabulary import NODES, RELATIONS


@dataclass(frozen=True)
class NodeStyle:
    """How nodes of a label look; ``caption`` is the property that is written on them."""

    color: str
    name: str
    caption: str = "name"
    diameter: int = 60


# Dark enough for the Browser's white captions. The three sections of a list have one colour each, everywhere.
NODE_STYLES = {
    "Province": NodeStyle("#4a3f73", "省级", diameter=80),
    "Prefecture": NodeStyle("#5b4f8c", "地级", diameter=75),
    "County": NodeStyle("#6d60a6", "县级", diameter=75),
    "Township": NodeStyle("#8173bf", "乡级", diameter=75),
    "Department": NodeStyle("#b5541c", "部门", diameter=95),
    "BasicDuty": NodeStyle("#3d7d45", "基本履职", diameter=90),
    "CooperativeDuty": NodeStyle("#2f6fab", "配合履职", diameter=90),
    "ReclaimedDuty": NodeStyle("#a8404a", "上级收回", diameter=90),
    "Responsibility": NodeStyle("#8a6d3b", "部门职责", caption="text", diameter=80),
    "RoleItem": NodeStyle("#57808f", "乡镇职责", caption="text", diameter=80),
    "DutyList": NodeStyle("#5c6670", "清单", caption="edition"),
    "Document": NodeStyle("#7d8790", "文件"),
    "Category": NodeStyle("#00796b", "类别"),
    "Law": NodeStyle("#7a5195", "法律法规", caption="title"),
    "Function": NodeStyle("#96620b", "职能"),
    "Matter": NodeStyle("#93427c", "同类事项", caption="title", diameter=90),
    "Clue": NodeStyle("#b58aa9", "线索", caption="id", diameter=45),
    "FormerId": NodeStyle("#9a8f80", "曾用编号", caption="id", diameter=50),
    "Wording": NodeStyle("#a46a95", "表述", caption="text", diameter=50),
}
"""Style of each label that says most about a node; ``name`` is what it is called in Chinese."""

OTHER = NodeStyle("#6b6b6b", "", caption="id", diameter=50)

RELATION_NAMES = {
    "PART_OF": "属于",
    "READ_FROM": "读自",
    "LIST_OF": "清单属于",
    "LISTED_IN": "列于",
    "PERFORMS": "履行",
    "ASSISTS": "配合",
    "RELIEVED_OF": "不再承担",
    "DELEGATES": "交办",
    "TAKES_BACK": "收回",
    "REQUIRES": "要求",
    "BORNE_BY": "承担者",
    "HAS_ROLE_ITEM": "乡镇职责",
    "IN_CATEGORY": "类别",
    "CITES": "依据",
    "INSTANCE_OF": "同类",
    "MEANS": "意为",
    "WORKS_WITH": "往来",
    "EXERCISES": "职能",
    "FOUND_BY": "线索",
    "NOW": "今为",
}
"""What each relation is called on a line of a picture."""

_BROAD = {"DELEGATES", "TAKES_BACK", "ASSISTS", "WORKS_WITH"}


def specific_labels() -> list[str]:
    """Return the labels that relations join, each the most specific of its node, in the order of the vocabulary."""
    joined = {end for relation in RELATIONS for pair in relation.joins for end in pair}
    return [label for kind in NODES for label in kind.labels if label in joined]


def style_sheet() -> str:
    """Return the text of style.grass."""
    rules = [
        "node {\n  diameter: 60px;\n  color: #6b6b6b;\n}\n",
        "relationship {\n  shaft-width: 1px;\n  color: #a5abb6;\n}\n",
    ]
    for label in specific_labels():
        style = NODE_STYLES.get(label, OTHER)
        rules.append(
            f'node.{label} {{\n  caption: "{{{style.caption}}}";\n  color: {style.color};\n  diameter: {style.diameter}px;\n}}\n'
        )
    for relation in RELATIONS:
        caption = RELATION_NAMES.get(relation.name, "<type>")
        width = 3 if relation.name in _BROAD else 1
        rules.append(f'relationship.{relation.name} {{\n  caption: "{caption}";\n  shaft-width: {width}px;\n}}\n')
    return "".join(rules)
