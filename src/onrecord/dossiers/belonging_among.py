"""Which of some documents belong to a process: those with hits of a search, say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.drawing import belonging
from onrecord.model import Profile
from onrecord.stores import Store

MOST = 300
"""Documents that are read for one search, those with most hits."""
_REMEMBERED = 50_000
_BELONGS: dict[tuple[str, str, str], bool] = {}


@dataclass(frozen=True, slots=True)
class Among:
    """The documents that belong to a process, of `read` ones; `more` says that others were not."""

    documents: frozenset[str]
    read: int
    more: bool


def choose_among(hits: Mapping[str, int], store: Store, profile: Profile) -> Among:
    """Which documents of these ids belong to the process, as `choose` has it.

    `hits` says how many hits are in each. At most 300 documents are read, those with most hits;
    what was found is kept in memory until something is written, under the name of the profile.
    """
    stamp = store.stamp()
    ordered = sorted(hits, key=lambda ref: (-hits[ref], ref))
    read = ordered[:MOST]
    chosen = frozenset(ref for ref in read if _belongs(ref, (stamp, profile), store))
    return Among(chosen, len(read), len(ordered) > len(read))


def _belongs(ref: str, how: tuple[str, Profile], store: Store) -> bool:
    stamp, profile = how
    key = stamp, profile.name, ref
    known = _BELONGS.get(key)
    if known is None:
        if len(_BELONGS) >= _REMEMBERED:
            _BELONGS.clear()
        known = _BELONGS[key] = bool(belonging(store.load(ref), profile))
    return known
