"""Format codes of spreadsheets: whatever a file spells out, its number is read."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from loaders.formats.number_formats import plain, shown

PARTS = st.sampled_from(
    ["0", "#", "?", ",", ".", "%", ";", '"第"', "\\年", "_)", "* ", "[Red]", "[$-804]", "[$¥-804]", "[h]", "[DBNum1]", "General",
     "yyyy", "yy", "mm", "m", "dd", "d", "aaaa", "h", "ss.00", "AM/PM", "上午/下午", "E+00", "/", "@", '"', "\\"]
)  # fmt: skip
NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-10, 60000)


@given(NUMBERS, st.lists(PARTS, max_size=6).map("".join))
def test_no_code_makes_a_number_unreadable(value: float, code: str) -> None:
    """Codes are typed by people and copied between programs; a broken one must not cost the whole file."""
    assert isinstance(shown(value, code), str)


@given(st.integers(-(10**15), 10**15))
def test_a_whole_number_keeps_all_its_digits(value: int) -> None:
    """Numbers of documents and telephones have more digits than Excel's cells show."""
    assert plain(float(value)) == str(value)


@given(st.decimals(-9999, 9999, places=3))
def test_a_fraction_has_no_trace_of_its_binary_form(value: object) -> None:
    """1.1 is stored as 1.1000000000000001."""
    assert float(plain(float(str(value)))) == float(str(value))
    assert re.fullmatch(r"-?\d+(\.\d{1,3})?", plain(float(str(value))))
