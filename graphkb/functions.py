"""Lines of government work (water, civil affairs …) and which of them a body's name tells."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from pydantic import TypeAdapter

from graphkb.records import Record
from graphkb.resolution.names import written_out


class Function(Record):
    """A line of government work.

    ``stems`` are the parts of a body's name that tell it, ``alone`` those that tell it only where nothing but a word that
    joins stands before them (县综合行政执法局, but not 县农业综合行政执法大队); ``duties`` are words in the names of its
    duties; ``companies`` says whether companies do it, too.
    """

    name: str
    name_en: str
    stems: tuple[str, ...]
    alone: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    companies: bool = False


@cache
def functions() -> dict[str, Function]:
    """Return the vocabulary, slug → function, in the order of the file ``graphkb/functions.toml``."""
    text = files("graphkb").joinpath("functions.toml").read_text("utf-8")
    return TypeAdapter(dict[str, Function]).validate_python(tomllib.loads(text))


@lru_cache(maxsize=100_000)
def functions_of_duty(name: str) -> tuple[str, ...]:
    """Return the slugs that the name of a duty tells, sorted.

    >>> functions_of_duty("河道日常巡查")
    ('water',)
    """
    return tuple(sorted(slug for slug, one in functions().items() if any(word in name for word in one.duties)))


@cache
def _stems() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return stem → slugs, longest stem first."""
    slugs: dict[str, list[str]] = {}
    for slug, function in functions().items():
        for stem in function.stems:
            slugs.setdefault(stem, []).append(slug)
    return tuple(sorted(((stem, tuple(found)) for stem, found in slugs.items()), key=lambda s: (-len(s[0]), s[0])))


@cache
def functions_in_name(name: str) -> tuple[str, ...]:
    """Return the slugs that the name itself tells, as printed or written out, sorted; () for a name that tells none.

    >>> functions_in_name("县农牧水利和科技局")
    ('agriculture', 'science-technology', 'water')
    """
    return tuple(sorted(_told_by(name) | _told_by(written_out(name))))


def _told_by(name: str) -> set[str]:
    found: set[str] = set()
    for stem, slugs in _stems():
        if stem in name:
            found.update(slugs)
            name = name.replace(stem, "\x1f")
    return found | {slug for slug, one in functions().items() for stem in one.alone if _stands_alone(stem, name)}


def _stands_alone(stem: str, name: str) -> bool:
    """Tell whether no line of work stands right before the stem; ``\\x1f`` stands for each that was found."""
    before, found, _ = name.partition(stem)
    return bool(found) and not re.search(r"\x1f[^和与及、（(]*$", before)
