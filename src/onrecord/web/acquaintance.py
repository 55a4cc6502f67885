"""The speakers and the roster of a store, worked out once for each state of it."""

from __future__ import annotations

from fastapi import Request

from onrecord.enrolling import enrolled
from onrecord.model import Profile, Roster
from onrecord.portraits import Portrait, Speaker, Whom, gather, portray
from onrecord.stores import Store
from onrecord.web.keeping import Keeper


def speakers_of(request: Request, store: Store) -> tuple[Speaker, ...]:
    """Everybody whom words are given to; a while is needed after each change of many documents."""
    kept: Keeper = request.app.state.kept
    return kept.of(("speakers", store.stamp()), lambda: gather(store.voices()))


def roster_of(request: Request, store: Store) -> Roster:
    """Who held which post; joining imported rosters takes seconds, once."""
    kept: Keeper = request.app.state.kept
    state = (tuple(store.kept_rosters()), tuple(store.verdicts()))
    return kept.of(("roster", state), lambda: enrolled(store))


def portrait_of(
    request: Request, store: Store, meant: Whom, profiles: tuple[Profile, ...]
) -> Portrait:
    """What is held of whoever is meant."""
    kept: Keeper = request.app.state.kept
    names = meant.speaker.names if meant.speaker else ()
    if not names:
        return Portrait(())
    key = ("portrait", store.stamp(), names, profiles)
    return kept.of(key, lambda: portray(store, names, profiles=profiles))
