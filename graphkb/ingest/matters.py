"""After a list's rows are written: which matters they are instances of.

What rows print is a :Wording, shared by all rows that differ in place, filler or punctuation only. A wording that the store
has not seen is compared with those of its county, which it may copy, and with the matters that it shares a key with, and
joins the best or leads a new one; wordings that are known cost nothing. What the order of loading has decided by that,
:func:`regroup` puts right for all wordings at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphkb.ids import make_id
from graphkb.ingest.rows import Row, wording_id
from graphkb.ingest.runner import Runner
from graphkb.resolution.decisions import MatterDecision
from graphkb.resolution.matter_groups import Index, Link, Words, block_keys, copy_keys, group, link, original_of, rank
from graphkb.resolution.matters import compare
from graphkb.resolution.wordings import Wording, read_wording


def matter_id(leader: str) -> str:
    """Return the id of the matter that the wording with this key leads."""
    return make_id("matter", leader)


def link_rows(run: Runner, rows: Sequence[Row], township: str) -> None:
    """Link rows {duty, wording, text} of a township to their matters; what the store has not seen finds or founds one."""
    texts: dict[str, str] = {}
    for row in rows:
        texts[row["wording"]] = min(row["text"], texts.get(row["wording"], row["text"]))
    known = {row["id"] for row in run.over("known_wordings", "ids", sorted(texts))}
    new = {key: text for key, text in texts.items() if key not in known}
    if new:
        _add(run, new, township)
    run.over("instances", "rows", [{"duty": row["duty"], "wording": row["wording"]} for row in rows])


def regroup(run: Runner, decisions: Iterable[MatterDecision]) -> int:
    """Group all wordings of the store anew, whatever order they came in, as people decided; return how many were moved."""
    stored = run("all_wordings")
    links = group((read_wording(row["text"]) for row in stored), Words(decisions))
    titles = {read_wording(row["text"]).key: row["text"] for row in stored}
    wanted = {wording_id(key): sorted(map(_plain, found)) for key, found in links.items()}
    moved = [row for row in stored if sorted(map(_stored, row["links"])) != wanted[row["id"]]]
    leaders = sorted({one.matter for found in links.values() for one in found})
    run.over("matters", "rows", [{"id": matter_id(key), "title": titles[key]} for key in leaders])
    ids = [row["id"] for row in moved]
    run.over("unlink_wordings", "ids", ids)
    changed = {read_wording(row["text"]).key for row in moved}
    run.over("wording_links", "rows", list(_link_rows({key: links[key] for key in sorted(changed)})))
    run.over("instances_again", "ids", ids)
    run("delete_empty_matters")
    return len(moved)


def _add(run: Runner, texts: Mapping[str, str], township: str) -> None:
    """Give each new wording its links, and older wordings what they bundle of it."""
    copied = {row["text"]: row["title"] for row in run("county_wordings", township=township)}
    leader_of = {read_wording(text).key: read_wording(title).key for text, title in copied.items()}
    originals = Index(copy_keys, map(read_wording, copied))
    leaders = Index(block_keys, (read_wording(row["title"]) for row in run("matter_titles")))
    links: dict[str, tuple[Link, ...]] = {}
    bundles: list[Row] = []
    for wording in sorted(map(read_wording, texts.values()), key=rank):
        found = leaders.near(wording)
        own = link(wording, found)
        if original := original_of(wording, originals.near(wording)):
            own = Link(leader_of[original.key], True, compare(wording, original).score), *own[1:]
        elif own[0].matter == wording.key:
            leaders.add(wording)
            bundles += _bundles(wording, (leader for leader in found if rank(leader) > rank(wording)))
        originals.add(wording)
        leader_of[wording.key] = own[0].matter
        links[wording.key] = own
    by_key = {read_wording(text).key: text for text in texts.values()}
    founded = [key for key, found in links.items() if found[0].matter == key]
    run.over("matters", "rows", [{"id": matter_id(key), "title": by_key[key]} for key in founded])
    run.over("wordings", "rows", [{"id": wording_id(key), "text": by_key[key]} for key in links])
    run.over("wording_links", "rows", list(_link_rows(links)))
    run.over("bundles", "rows", bundles)


def _bundles(wording: Wording, longer: Iterable[Wording]) -> Iterator[Row]:
    """Yield the leaders that bundle what this wording leads from now on."""
    for leader in longer:
        found = compare(wording, leader)
        if found.kind == "overlap":
            yield {"wording": wording_id(leader.key), **_row(Link(wording.key, False, found.score), leader.key)}


def _link_rows(links: Mapping[str, Iterable[Link]]) -> Iterator[Row]:
    for key, found in links.items():
        yield from ({"wording": wording_id(key), **_row(one, key)} for one in found)


def _row(one: Link, key: str) -> Row:
    alike = "same wording" if one.matter == key else "similar wording"
    method = alike if one.same else "part of the wording"
    return {
        "matter": matter_id(one.matter),
        "properties": {"link": "same" if one.same else "overlap", "score": one.score, "method": method},
    }


def _plain(one: Link) -> tuple[str, str, float]:
    return matter_id(one.matter), "same" if one.same else "overlap", one.score


def _stored(row: Row) -> tuple[str, str, float]:
    return row["matter"], row["link"], row["score"]
