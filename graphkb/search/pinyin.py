"""How names sound: their syllables, in each reading that a name may have."""

from __future__ import annotations

import itertools
from functools import lru_cache

from pypinyin import Style, lazy_pinyin, pinyin

_SEVERAL = frozenset("重长乐行调传藏降朝都曾单盛厦宿尉蔚陂铅六荥涡句莘繁解仇车盖召校便泊巷番")
"""Characters of names of places, bodies and work that are read in several ways; readings of others are too rare to be typed."""
_MOST_READINGS = 4
_LONG = 12
"""Characters from which a text is no name of a body or place: nobody types all of its syllables, or asks for a rare reading."""
_HEARD = 24
"""Characters of a long text that are read."""


def readings(name: str) -> list[tuple[str, ...]]:
    """Return the name's readings, each a syllable a character, the likeliest first; what is no Chinese stands as it is.

    Of a long text, which is a duty's, there is one reading, and of its beginning only.
    """
    name = name[:_HEARD]
    several = [at for at, character in enumerate(name) if character in _SEVERAL]
    first = [_usual(character) for character in name]
    if several:
        # Phrases tell which reading is meant (重庆, 长葛). pypinyin takes a list for what is no Chinese: a piece a character.
        by_phrase = lazy_pinyin(name, errors=list)  # type: ignore[arg-type]
        first = by_phrase if len(by_phrase) == len(name) else first
    choices = [[syllable] for syllable in first]
    for at in several[:2] if len(name) <= _LONG else ():
        choices[at] += [reading for reading in _all(name[at]) if reading != first[at]]
    return list(itertools.islice(itertools.product(*choices), _MOST_READINGS))


@lru_cache(maxsize=65_536)
def _usual(character: str) -> str:
    return lazy_pinyin(character, errors="default")[0]


@lru_cache(maxsize=1_024)
def _all(character: str) -> list[str]:
    return pinyin(character, style=Style.NORMAL, heteronym=True)[0]
