"""After a list's rows are written: which matters they are instances of.

What rows print is a :Wording, shared by all rows that differ in place, filler or punctuation only. A wording that the store
has not seen, or that no row prints any more, is judged together with those that hang on it (:mod:`matter_groups`); it finds
others by :Clue nodes that it shares with them. So a load reads no more than what its new wordings may be like, and comes to
the same matters as :func:`regroup`, which judges all wordings anew, and needs to only when words or rules have changed.

That holds up to MOST_JUDGED wordings. In a larger store new wordings find a place beside those that stand
(:mod:`matter_newcomers`), the lock of loads says so (``matters_provisional``), and regroup comes to what all wordings make.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from graphkb.ids import make_id
from graphkb.ingest.rows import Row, wording_id
from graphkb.ingest.runner import Runner
from graphkb.resolution.decisions import MatterDecision
from graphkb.resolution.matter_groups import Changes, Groups, Part, Placed
from graphkb.resolution.matter_links import Link, Words, copy_clues, rank, work_clues
from graphkb.resolution.matter_newcomers import Newcomers
from graphkb.resolution.wordings import Wording, read_wording, wording_key

MOST_JUDGED = 2_000
"""Wordings of a store up to which what hangs on new ones is judged anew: some ten counties', one province's words. The time
that it takes grows with them: at so many a list in other words takes about twice what it takes in an empty store
(python -m bench.growth)."""


def matter_id(leader: str) -> str:
    """Return the id of the matter that the wording with this key leads."""
    return make_id("matter", leader)


def link_rows(
    run: Runner, rows: Sequence[Row], before: Collection[str], at: str, decisions: Iterable[MatterDecision]
) -> None:
    """Link rows {duty, wording, text} to their matters; ``before`` are ids of wordings that they printed before.

    What the store has not seen finds or founds a matter; what no row prints any more goes, with what it led.
    """
    texts: dict[str, str] = {}
    for row in rows:
        text = texts.setdefault(row["wording"], row["text"])
        texts[row["wording"]] = _first(row["text"], text)
    known: dict[str, str] = {r["id"]: r["text"] for r in run.over("known_wordings", "ids", sorted(texts))}
    other = {key for key, text in known.items() if _first(text, texts[key]) != text}
    unused = run.over("unused_wordings", "ids", sorted(before))
    new = [read_wording(text) for key, text in texts.items() if key not in known or key in other]
    store, words = _Wordings(run), Words(decisions)
    if _is_provisional(run):
        gone = {row["id"] for row in unused if not row["leads_others"]}
        newcomers = Newcomers(words, store)
        changes = newcomers.update(new, store.with_ids(sorted(gone | other)))
        found_by = {one.key: newcomers.clues(one) for one in _read_anew(changes)}
    else:
        gone = {row["id"] for row in unused}
        changes = Groups(words, store).update(new, store.with_ids(sorted(gone | other)))
        found_by = {one.key: _clues(one) for one in _read_anew(changes)}
    written = _write(run, changes, found_by, at)
    links = [{"duty": r["duty"], "wording": r["wording"]} for r in rows if r["wording"] not in written]
    run.over("instances", "rows", links)


def regroup(run: Runner, decisions: Iterable[MatterDecision], at: str) -> int:
    """Judge all wordings of the store anew, as people decided; return how many came to another place."""
    rows = run("all_wordings")
    stored = {placed.wording.key: placed for placed in map(_placed, rows)}
    used = [placed.wording for placed, row in zip(stored.values(), rows, strict=True) if row["used"]]
    wanted = Groups(Words(decisions)).update(used).after
    moved = [key for key, placed in stored.items() if (one := wanted.get(key)) is None or one.says != placed.says]
    found_by: dict[str, frozenset[str]] = {}
    if _is_provisional(run):
        found_by = _clues_again(run, [one for one in wanted.values() if one], moved)
    _write(run, Changes({key: stored[key] for key in moved}, {key: wanted.get(key) for key in moved}), found_by, at)
    return len(moved)


def _is_provisional(run: Runner) -> bool:
    """Tell whether wordings are too many to judge anew what hangs on new ones, or were so since they were last regrouped."""
    if any(row["provisional"] for row in run("matters_state")):
        return True
    provisional = run("count_wordings")[0]["wordings"] > MOST_JUDGED
    if provisional:
        run("mark_matters", provisional=True)
    return bool(provisional)


def _clues_again(run: Runner, wanted: Sequence[Placed], moved: Collection[str]) -> dict[str, frozenset[str]]:
    """Return what wordings are found by after they were regrouped: all by all, where they are few again."""
    if len(wanted) <= MOST_JUDGED:
        run("mark_matters", provisional=False)
        return {one.wording.key: _clues(one.wording) for one in wanted}
    newcomers, again = Newcomers(), set(moved)
    for one in sorted(wanted, key=lambda one: rank(one.wording)):
        newcomers.stand(one)
    return {one.wording.key: newcomers.clues(one.wording) for one in wanted if one.wording.key in again}


class _Wordings:
    """The wordings of the store, as the memory of :class:`Groups`."""

    def __init__(self, run: Runner) -> None:
        self._run = run

    def found(self, part: Part, clues: Collection[str]) -> Iterator[Placed]:
        """Yield the wordings of this part that have one of these clues."""
        return map(_placed, self._run.over("wordings_found", "clues", sorted(clues), part=part))

    def named(self, keys: Collection[str]) -> Iterator[Placed]:
        """Yield the wordings with these keys."""
        return iter(self.with_ids(sorted(map(wording_id, keys))))

    def with_ids(self, ids: Sequence[str]) -> list[Placed]:
        """Return the wordings with these ids."""
        return [_placed(row) for row in self._run.over("wordings_named", "ids", ids)]


def _first(one: str, other: str) -> str:
    """Return the text that a wording goes by, of two that differ in filler or punctuation."""
    return min(one, other, key=lambda text: (len(text), text))


def _placed(row: Row) -> Placed:
    """Return a stored wording; its links in the order in which they were made."""
    links = [Link(wording_key(one["title"]), one["link"] == "same", one["score"]) for one in row["links"]]
    links.sort(key=lambda one: (not one.same, -one.score, len(one.matter), one.matter))
    return Placed(read_wording(row["text"]), tuple(links), row["copy_of"])


# --- writing -----------------------------------------------------------------------------------------------------------


def _write(run: Runner, changes: Changes, found_by: Mapping[str, Collection[str]], at: str) -> set[str]:
    """Bring the store's wordings, matters and rows up to date, in an order in which each finds what it needs.

    ``found_by`` are clues by the wordings' keys. Returns the ids of the wordings whose rows were linked.
    """
    now = {key: placed for key, placed in changes.after.items() if placed}
    relinked = {key: placed for key, placed in now.items() if _links(changes.before[key]) != placed.links}
    ids = sorted(map(wording_id, relinked))
    run.over("wordings", "rows", [_wording(placed) for placed in now.values()])
    run.over("clues", "rows", [{"id": wording_id(key), "clues": sorted(clues)} for key, clues in found_by.items()])
    leaders = [placed.wording for placed in now.values() if placed.leads]
    run.over("matters", "rows", [{"id": matter_id(one.key), "title": one.text} for one in leaders])
    run.over("unlink_wordings", "ids", ids)
    run.over("wording_links", "rows", list(_link_rows(relinked)))
    run.over("instances_again", "ids", ids)
    ended = [key for key, one in changes.before.items() if one and one.leads and not _leads(now.get(key))]
    heirs = {key: heir for key in ended if (heir := _heir(key, changes))}
    run.over(
        "former_matters", "rows", [{"id": matter_id(k), "now": matter_id(heir)} for k, heir in heirs.items()], at=at
    )
    run.over("delete_matters", "ids", [matter_id(key) for key in ended])
    run.over("delete_wordings", "ids", [wording_id(key) for key, one in changes.after.items() if one is None])
    return set(ids)


def _heir(key: str, changes: Changes) -> str | None:
    """Return the matter in which the shortest wording is now that was in the matter of this key; None where all went."""
    left = [
        one
        for other, one in changes.after.items()
        if one and (was := changes.before[other]) and was.links[0].matter == key
    ]
    return min(left, key=lambda one: rank(one.wording)).links[0].matter if left else None


def _leads(placed: Placed | None) -> bool:
    return placed is not None and placed.leads


def _links(placed: Placed | None) -> tuple[Link, ...]:
    return placed.links if placed else ()


def _read_anew(changes: Changes) -> Iterator[Wording]:
    """Yield the wordings that are new or have another text."""
    for key, placed in changes.after.items():
        before = changes.before[key]
        if placed and (before is None or before.wording.text != placed.wording.text):
            yield placed.wording


def _wording(placed: Placed) -> Row:
    wording = placed.wording
    return {"id": wording_id(wording.key), "text": wording.text, "copy_of": placed.original, "leads": placed.leads}


def _clues(wording: Wording) -> frozenset[str]:
    return copy_clues(wording) | work_clues(wording)


def _link_rows(placed: Mapping[str, Placed]) -> Iterator[Row]:
    for key, one in placed.items():
        yield from ({"wording": wording_id(key), **_row(link, key)} for link in one.links)


def _row(one: Link, key: str) -> Row:
    alike = "same wording" if one.matter == key else "similar wording"
    method = alike if one.same else "part of the wording"
    return {
        "matter": matter_id(one.matter),
        "properties": {"link": "same" if one.same else "overlap", "score": one.score, "method": method},
    }
