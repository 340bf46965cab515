"""How well sentences find their rows: not worse than what the decision page says.

The sentences and their labels are ours (``tests/search``); those about published lists need these beside the project.
"""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import pytest

from bench.match import SENTENCES, Figures, load, measure, read_sentences, townships_of
from graphkb.search.match import Matcher
from graphkb.stores import Store


def figures(store: Store, lists: Path, name: str, samples: bool) -> Figures:
    """Return the figures of a file of sentences about these lists."""
    load(store, lists)
    places = townships_of(
        store, lambda document, township, county: f"{township}@{county}" if samples else Path(document).stem
    )
    return measure(Matcher(store), places, read_sentences(SENTENCES / f"{name}.tsv"))


def test_sentences_about_the_samples_find_their_rows(store: Store) -> None:
    """The samples are in every installation: who tries the program tries it on them."""
    with as_file(files("graphkb") / "samples") as folder:
        found = figures(store, folder, "samples", samples=True)
    assert (found.on, found.off) == (37, 13)
    assert found.found >= 36
    assert found.told >= 12


@pytest.mark.slow
@pytest.mark.parametrize("name", ["published_tuning", "published_held_out"])
def test_sentences_about_published_lists_find_their_rows(store: Store, shared_lists: Path, name: str) -> None:
    """The target: 85 % among the first three, and 80 % of what is on no list told so."""
    found = figures(store, shared_lists, name, samples=False)
    assert found.on + found.off > 80
    assert found.found >= 0.85 * found.on
    assert found.told >= 0.8 * found.off
