"""How names sound: their syllables, in each reading that a name may have."""

from __future__ import annotations

import itertools
from functools import lru_cache

from pypinyin import Style, lazy_pinyin, pinyin

_SEVERAL = frozenset(
    "重长乐行调传藏降朝都差参曾单盛厦宿尉蔚陂铅六荥涡洞句莘繁解仇车盖缪召便校系着教更种量处数间应为占背当得切石大巷泊扁番"
)
"""Characters of names of places, bodies and work that are read in several ways; readings of others are too rare to be typed."""
_MOST_READINGS = 4


def readings(name: str) -> list[tuple[str, ...]]:
    """Return the name's readings, each a syllable a character, the likeliest first; what is no Chinese stands as it is."""
    several = [at for at, character in enumerate(name) if character in _SEVERAL]
    first = [_usual(character) for character in name]
    if several:
        # Phrases tell which reading is meant (重庆, 长葛). pypinyin takes a list for what is no Chinese: a piece a character.
        by_phrase = lazy_pinyin(name, errors=list)  # type: ignore[arg-type]
        first = by_phrase if len(by_phrase) == len(name) else first
    choices = [[syllable] for syllable in first]
    for at in several[:2]:
        choices[at] += [reading for reading in _all(name[at]) if reading != first[at]]
    return list(itertools.islice(itertools.product(*choices), _MOST_READINGS))


@lru_cache(maxsize=65_536)
def _usual(character: str) -> str:
    return lazy_pinyin(character, errors="default")[0]


@lru_cache(maxsize=1_024)
def _all(character: str) -> list[str]:
    return pinyin(character, style=Style.NORMAL, heteronym=True)[0]
