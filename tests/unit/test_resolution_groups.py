"""Wordings that come and go one list after the other against all of them at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkb.resolution.decisions import MatterDecision
from graphkb.resolution.matter_groups import Changes, Groups, Part, Placed, group
from graphkb.resolution.matter_links import NO_WORDS, Link, Words, copy_clues, work_clues
from graphkb.resolution.matter_newcomers import MOST_FOUND, Newcomers
from graphkb.resolution.wordings import Wording, plain_text, read_wording
from tools.samples import sample_readings


class Shelf:
    """A memory that keeps what updates say, as a store does."""

    def __init__(self) -> None:
        self.placed: dict[str, Placed] = {}

    def found(self, part: Part, clues: Collection[str]) -> Iterator[Placed]:
        for placed in self.placed.values():
            known = copy_clues(placed.wording) if part in ("copies", "originals") else work_clues(placed.wording)
            wanted = part == "copies" or (
                placed.original is None and (part == "originals" or placed.leads == (part == "leaders"))
            )
            if wanted and not known.isdisjoint(clues):
                yield placed

    def named(self, keys: Collection[str]) -> Iterator[Placed]:
        return (self.placed[key] for key in keys if key in self.placed)

    def update(
        self, new: Iterable[Wording] = (), gone: Iterable[str] = (), words: Words = NO_WORDS, large: bool = False
    ) -> Changes:
        """Take in a list's wordings that are not known, let others go, and keep what comes of it."""
        unknown = [wording for wording in new if not large or wording.key not in self.placed]
        changes = (Newcomers if large else Groups)(words, self).update(unknown, [self.placed[key] for key in gone])
        for key, placed in changes.after.items():
            if placed:
                self.placed[key] = placed
            else:
                del self.placed[key]
        return changes

    @property
    def links(self) -> dict[str, tuple[Link, ...]]:
        """Return the links of all wordings by key."""
        return {key: placed.links for key, placed in self.placed.items()}


@pytest.fixture(scope="module")
def lists() -> list[list[Wording]]:
    """Return the wordings of the bundled samples, list by list."""
    records = [record for reading in sample_readings() for record in reading.lists]
    return [[read_wording(plain_text(duty.name)) for duty in record.duties] for record in records]


SHORT = ("养犬登记", "防溺水宣传", "高龄津贴发放", "河道巡查", "秸秆禁烧", "对遛犬不拴绳的处罚", "临时救助")
LONG = (
    "做好犬只登记备案工作", "开展养犬登记、高龄津贴发放和防溺水宣传", "落实河长制，开展河道巡查，制止河道内采砂",
    "开展防溺水知识宣传", "开展防溺水安全知识宣传", "受理高龄津贴申请，发放高龄津贴", "对遛犬未拴绳的处罚",
    "秸秆禁烧巡查，秸秆还田",
    "开展秸秆禁烧和综合利用", "临时救助、急难救助的受理", "负责河道日常巡查、保洁", "负责河道日常巡查和保洁",
)  # fmt: skip
WORDINGS = [read_wording(text) for text in (*SHORT, *LONG)]
WORDS = Words(
    [
        MatterDecision(decision=said, names=names, who="李四", when=date(2026, 3, 2), why="核对")
        for said, names in (
            ("same matter", ("临时救助", "防溺水宣传")),
            ("different matter", ("秸秆禁烧", "开展秸秆禁烧和综合利用")),
        )
    ]
)


@settings(max_examples=6, deadline=None)
@given(st.permutations(range(10)))
def test_the_order_of_the_lists_is_forgotten(lists: list[list[Wording]], order: list[int]) -> None:
    """Nobody knows in which order a province's lists come in."""
    assert len(lists) == 10
    shelf = Shelf()
    for number in order:
        shelf.update(lists[number])
    assert shelf.links == group(wording for one in lists for wording in one)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sets(st.sampled_from(range(len(WORDINGS))), min_size=1), min_size=1, max_size=6), st.booleans())
def test_wordings_that_went_leave_no_trace(steps: list[set[int]], decided: bool) -> None:
    """A corrected list drops rows that led matters, were copied, or stood in a bundle."""
    words = WORDS if decided else NO_WORDS
    shelf = Shelf()
    for step in steps:
        wanted = {WORDINGS[number].key: WORDINGS[number] for number in step}
        gone = sorted(shelf.placed.keys() - wanted.keys())
        shelf.update((wanted[key] for key in sorted(wanted)), gone, words)
        assert shelf.links == group(wanted.values(), words)


def test_what_is_known_is_not_judged_again() -> None:
    """A county's second list repeats the first: it must cost nothing."""
    shelf = Shelf()
    shelf.update(WORDINGS)
    assert shelf.update(WORDINGS[3:]).after == {}


def test_a_shorter_wording_takes_over_the_matter_of_a_longer_one() -> None:
    """The list of the first county says in a sentence what that of the second says in a title."""
    shelf = Shelf()
    shelf.update([read_wording("做好犬只登记备案工作")])
    changes = shelf.update([read_wording("养犬登记")])
    assert {key: one.links[0].matter for key, one in changes.after.items() if one} == {
        "养犬登记": "养犬登记",
        "犬只登记备案": "养犬登记",
    }


@settings(max_examples=6, deadline=None)
@given(st.permutations(range(10)))
def test_in_a_large_store_new_wordings_move_none(lists: list[list[Wording]], order: list[int]) -> None:
    """A list more must not cost more the more lists there are; each of its rows comes to a matter that is led all the same."""
    shelf = Shelf()
    for number in order:
        before = shelf.links
        shelf.update(lists[number], large=True)
        assert before.items() <= shelf.links.items()
    assert set(shelf.links) == {wording.key for one in lists for wording in one}
    assert all(shelf.placed[link.matter].leads for links in shelf.links.values() for link in links)


def test_in_a_large_store_a_shorter_wording_joins_the_matter_of_a_longer_one() -> None:
    """What stands keeps its place, its id and its rows until all is judged anew."""
    shelf = Shelf()
    for text in ("做好犬只登记备案工作", "养犬登记", "防溺水宣传"):
        shelf.update([read_wording(text)], large=True)
    assert {key: links[0].matter for key, links in shelf.links.items()} == {
        "犬只登记备案": "犬只登记备案",
        "养犬登记": "犬只登记备案",
        "防溺水宣传": "防溺水宣传",
    }


def test_a_clue_finds_so_many_wordings_at_most() -> None:
    """Every county has rows about 消防: a clue that finds them all would be read whole at each load."""
    newcomers = Newcomers()
    leaders = [read_wording(f"{one}{other}场所消防") for one in "甲乙丙丁戊己庚" for other in "山水火木土金石"]
    for leader in leaders:
        newcomers.stand(Placed(leader, (Link(leader.key, True, 1.0),)))
    assert sum("消防" in newcomers.clues(leader) for leader in leaders) == MOST_FOUND
