"""What is kept in memory belongs to one state of the dataset."""

from __future__ import annotations

from graphkb.stores.errand import ERRAND
from graphkb.stores.publication import State


def same_dataset(one: State, other: State) -> bool:
    """Tell whether nothing was loaded between two states."""
    return (one.version, one.loaded_at) == (other.version, other.loaded_at)


def note_state(state: State) -> None:
    """Note that an answer from memory is of this state, as a store does for what it reads."""
    errand = ERRAND.get()
    if errand is not None:
        errand.states.add(state)
