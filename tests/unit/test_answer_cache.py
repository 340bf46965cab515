"""The cache of answers stays within its bound, whatever is asked for."""

from __future__ import annotations

from api.cache import AnswerCache, CachedAnswer, Key

MOST = 160_000


def key(number: int) -> Key:
    """Return the key of an address of 22 bytes."""
    return ("/v1/catalog", b"?page=%02d&xx" % number, False)


def answer(size: int) -> CachedAnswer:
    """Return an answer with a body of so many bytes."""
    return CachedAnswer('W/"1-0"', {}, b"x" * size, None)


def held(cache: AnswerCache) -> list[int]:
    """Return the numbers of the keys that have an answer."""
    return [number for number in range(20) if cache.get(key(number))]


def test_what_nobody_asked_for_longest_goes_first() -> None:
    """Somebody walks through ten thousand duties while others open the start page: sixteen of 10,000 bytes fit."""
    cache = AnswerCache(MOST)
    for number in range(20):
        cache.keep(key(number), answer(7_978))
        cache.get(key(0))
    assert held(cache) == [0, *range(5, 20)]


def test_the_same_address_takes_its_room_once() -> None:
    """After each load the same pages are asked for again."""
    cache = AnswerCache(MOST)
    cache.keep(key(1), answer(100))
    for _ in range(50):
        cache.keep(key(0), answer(7_978))
    assert held(cache) == [0, 1]


def test_an_answer_that_takes_too_much_is_not_kept() -> None:
    """An export must not drive out all pages; what was kept under its address is old by now."""
    cache = AnswerCache(MOST)
    cache.keep(key(0), answer(10))
    cache.keep(key(1), answer(10))
    cache.keep(key(0), answer(7_979))
    assert held(cache) == [1]
