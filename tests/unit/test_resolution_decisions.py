"""Files of decisions: kept as people write them, and refused with the entry and the fault where they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkb.errors import UsageError
from graphkb.resolution.decisions import add_decision, read_decisions, to_decision

GOOD = """\
- decision: same body
  division: 云岭省/南屏市/青禾县
  names: [县水利局, 县水旱灾害防御中心]
  who: 李四
  when: 2026-11-22
  why: 两块牌子，一套人马
"""


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    """The later word counts, so the order must be the same on every machine."""
    (tmp_path / "b.yaml").write_text(GOOD.replace("same body", "not same body"), "utf-8")
    (tmp_path / "a.yaml").write_text(GOOD, "utf-8")
    assert [one.decision for one in read_decisions(tmp_path).bodies] == ["same body", "not same body"]
    assert read_decisions(tmp_path / "none").bodies == ()


def test_what_is_decided_on_the_command_line_is_read_again(tmp_path: Path) -> None:
    """graphkb decide appends to the file; a person may edit it afterwards."""
    first = read_decisions(tmp_path).bodies
    (tmp_path / "decisions.yaml").write_text(GOOD, "utf-8")
    (entry,) = read_decisions(tmp_path).bodies
    add_decision(tmp_path, entry)
    assert (first, read_decisions(tmp_path).bodies) == ((), (entry, entry))
    assert "县水利局" in (tmp_path / "decisions.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (GOOD + "- nonsense", "entry 2"),
        (GOOD.replace("same body", "perhaps"), "entry 1"),
        (GOOD.replace(", 县水旱灾害防御中心", ""), "names"),
        (GOOD.replace("  who: 李四\n", ""), "who: Field required"),
        (GOOD.replace("2026-11-22", "gestern"), "when: "),
        ("decision: same body", "are a list"),
        ("- [", "cannot be read"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, text: str, fault: str) -> None:
    """One sentence: the file, the entry, what is wrong."""
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=r"a\.yaml") as caught:
        read_decisions(tmp_path)
    assert fault in str(caught.value)


def test_a_decision_about_matters_has_no_division(tmp_path: Path) -> None:
    """The same work is the same in every county."""
    text = GOOD.replace("same body", "same matter").replace("  division: 云岭省/南屏市/青禾县\n", "")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    decisions = read_decisions(tmp_path)
    assert (decisions.count, decisions.matters[0].names) == (1, ("县水利局", "县水旱灾害防御中心"))
    (tmp_path / "a.yaml").write_text(GOOD.replace("same body", "same matter"), "utf-8")
    with pytest.raises(UsageError, match="division: Extra inputs"):
        read_decisions(tmp_path)


def test_a_line_of_work_must_exist() -> None:
    """A mistyped slug would be a decision about nothing."""
    plain = {"division": "青禾县", "names": ["县水利局"], "who": "李四", "when": "2026-11-22", "why": "文件"}
    with pytest.raises(UsageError, match="waters is no line of work"):
        to_decision({"decision": "function", "function": "waters", **plain}, "decide")
