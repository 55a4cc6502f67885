"""The roster that ships with Onrecord."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from onrecord.languages import STATES
from onrecord.model import BodyKind, Roster
from onrecord.rosters.joining import join
from onrecord.rosters.own_csv import read_own_csv

_CODES = {name: code for code, name in STATES.items()}
_FILES = ("bodies.csv", "places.csv", "names.csv", "wikidata.csv", "tenures.csv")


@lru_cache(maxsize=1)
def shipped() -> Roster:
    """States and organisations, places with dated names, and who led them, about 2010 to 2025.

    Heads of state, heads of government, foreign ministers, secretaries-general and envoys; no
    claim to be whole. Each line says according to whom it is.
    """
    folder = files("onrecord.rosters") / "data"
    bodies: Roster = Roster()
    for name in _FILES:
        found = read_own_csv((folder / name).read_bytes(), known=bodies)
        bodies = join(bodies, _with_codes(found.roster))
    return bodies


def _with_codes(roster: Roster) -> Roster:
    """States with their codes, whose one home is the table of the language."""
    bodies = (
        replace(body, code=_CODES.get(body.name, "")) if body.kind is BodyKind.STATE else body
        for body in roster.bodies
    )
    return replace(roster, bodies=tuple(bodies))
