"""What a sentence speaks of, in words of administration: the table ``everyday_words.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graphkb.records import Record

_PATTERN = re.compile(r"[.\[(|?]")
_GENERAL = "general"
_ELSEWHERE = "elsewhere"
_NOISE = "noise"


class _Entry(Record):
    said: tuple[str, ...]
    hints: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    under: tuple[str, ...] = ()


@dataclass(frozen=True)
class Concept:
    """A thing that people speak of. A term is several texts that must all occur.

    ``names`` are what a row's name calls it, ``under`` the wider work that includes it; a ``general`` one points to no row.
    """

    key: str
    names: tuple[tuple[str, ...], ...]
    under: tuple[tuple[str, ...], ...]
    general: bool
    elsewhere: bool


@dataclass(frozen=True)
class Heard:
    """A concept, and where in the text it was said first; a ``hint`` tells it in a roundabout way."""

    concept: Concept
    start: int
    end: int
    plain: bool
    hint: bool = False


def without_noise(text: str) -> str:
    """Return the text with what is said around the matter (courtesies, who is in charge, addresses) replaced by blanks."""
    return _noise().sub(" ", text)


def hear(text: str) -> list[Heard]:
    """Return the concepts that a normalised text speaks of, in its order; one said inside a longer one is not heard."""
    spans = sorted(_spans(text), key=lambda heard: (heard.start, -heard.end, heard.concept.key))
    found: dict[str, Heard] = {}
    for heard in spans:
        inside = any(
            (other.plain or other.concept.elsewhere)
            and other.start <= heard.start
            and heard.end <= other.end
            and other.end - other.start > heard.end - heard.start
            for other in spans
        )
        if not inside:
            known = found.get(heard.concept.key)
            if known is None or (known.hint and not heard.hint):
                found[heard.concept.key] = heard
    return list(found.values())


def _spans(text: str) -> Iterator[Heard]:
    for concept, plain, pattern, hint in _concepts():
        for match in plain.finditer(text):
            yield Heard(concept, match.start(), match.end(), plain=True)
        if pattern:
            for match in pattern.finditer(text):
                yield Heard(concept, match.start(), match.end(), plain=False)
        if hint:
            for match in hint.finditer(text):
                yield Heard(concept, match.start(), match.end(), plain=False, hint=True)


@cache
def _table() -> dict[str, dict[str, _Entry]]:
    text = (files("graphkb.search") / "everyday_words.toml").read_text("utf-8")
    sections = tomllib.loads(text)
    sections.pop(_NOISE)
    return {name: {key: _Entry.model_validate(entry) for key, entry in part.items()} for name, part in sections.items()}


@cache
def _concepts() -> tuple[tuple[Concept, re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    return tuple(
        (_concept(key, entry, section), *_said(key, entry.said), _hints(entry.hints))
        for section, part in _table().items()
        for key, entry in part.items()
    )


def _concept(key: str, entry: _Entry, section: str) -> Concept:
    elsewhere = section == _ELSEWHERE
    names = dict.fromkeys(entry.names if elsewhere else (key, *entry.names))
    return Concept(key, tuple(map(_term, names)), tuple(map(_term, entry.under)), section == _GENERAL, elsewhere)


def _term(text: str) -> tuple[str, ...]:
    return tuple(text.lower().split("+"))


def _said(key: str, said: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    forms = [form.lower() for form in dict.fromkeys((*said, key))]
    texts = sorted((form for form in forms if not _PATTERN.search(form)), key=len, reverse=True)
    patterns = [form for form in forms if _PATTERN.search(form)]
    return re.compile("|".join(map(re.escape, texts))), re.compile("|".join(patterns)) if patterns else None


def _hints(hints: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(hint.lower() for hint in hints)) if hints else None


@cache
def _noise() -> re.Pattern[str]:
    text = (files("graphkb.search") / "everyday_words.toml").read_text("utf-8")
    return re.compile("|".join(tomllib.loads(text)[_NOISE]["phrases"]))
