"""Which pairs of bodies a person is asked about."""

from __future__ import annotations

from graphkb.resolution.review import NamedBody, doubtful_pairs

DIVISION = "云岭省/南屏市/青禾县"


def body(name: str, *variants: tuple[str, str, float], mentions: int = 1, division: str = DIVISION) -> NamedBody:
    return NamedBody(division=division, name=name, variants=variants, mentions=mentions)


def asked(*bodies: NamedBody) -> list[tuple[tuple[str, str], str, str]]:
    return [(pair.names, pair.now, pair.why) for pair in doubtful_pairs(bodies)]


def test_names_joined_on_weak_evidence_are_asked_about() -> None:
    """A part of a combined name may be a bureau of its own; a full form never is."""
    found = body(
        "县教育和科技局",
        ("县教育局", "part of name", 0.85),
        ("县教科局", "same words", 0.99),
        ("县体育局", "decision", 1.0),
    )
    assert asked(found) == [(("县教育和科技局", "县教育局"), "same body", "part of name")]


def test_near_misses_are_asked_about() -> None:
    """Two bodies that share words, or a line of work, or all but a character."""
    bodies = [body("县自然资源局"), body("县自然资源和林业草原局"), body("县审计局"), body("县妇联")]
    assert asked(*bodies) == [(("县自然资源局", "县自然资源和林业草原局"), "not same body", "shared words")]


def test_bodies_of_two_counties_and_unnamed_ones_are_not_compared() -> None:
    """Every county has a water bureau; other units are other units."""
    assert asked(body("县水利局"), body("县水务局", division="云岭省/南屏市/白水县")) == []
    assert asked(body("其他相关单位"), body("其他相关部门")) == []


def test_the_most_doubtful_come_first() -> None:
    """A person's time is short."""
    pairs = doubtful_pairs(
        [
            body("县住建局", ("县城管局", "second plate", 0.95), ("县规划局", "part of name", 0.85), mentions=9),
            body("县水利局", ("县水利水电局", "slip", 0.9), mentions=3),
        ]
    )
    assert [pair.score for pair in pairs] == [0.85, 0.9, 0.95]
