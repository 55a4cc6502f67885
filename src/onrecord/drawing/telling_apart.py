"""Whether what a phrase says tells an occasion apart from others of its kind."""

from __future__ import annotations

from onrecord.drawing.occasions import Occasion
from onrecord.languages import language
from onrecord.model import Status

_INDEFINITE = frozenset({"a", "an", "another", "any", "some", "each", "every", "no", "such"})


def told_apart(one: Occasion, code: str = "en") -> bool:
    """Whether an occasion can be found again, by its number, name, day, place or parties."""
    if one.basis != "noun":
        return True
    if one.plural:
        return _counted(one)
    if one.ordinal is not None:
        return _numbered(one)
    gathering = one.noun in language(code).process.meetings.gatherings
    if gathering and one.names and _definite(one):
        return True
    if one.dating:
        return bool(one.place or one.parties or one.names or one.body or gathering) or one.coming
    return _by_parts(one)


def _definite(one: Occasion) -> bool:
    told = one.dating or one.place or one.status is Status.ANNOUNCED
    return one.determiner not in _INDEFINITE or bool(told)


def _counted(one: Occasion) -> bool:
    """ "two sessions", "11 meetings": so many, held."""
    return bool(one.count) and one.status is Status.HELD and one.noun != "rounds"


def _numbered(one: Occasion) -> bool:
    if one.determiner in ("our", "my", "their", "his", "her") and not one.names:
        return False
    return bool(one.names or one.body or one.place or one.dating or one.parties)


def _by_parts(one: Occasion) -> bool:
    """Without number and day: the next or last one of a named kind, or those who meet and where."""
    if one.kind == "visit":
        return bool(one.possessed or one.parties) and bool(one.names)
    if (one.coming or one.latest) and (one.names or one.body or one.parties):
        return True
    if one.kind in ("talks", "consultations"):
        return len(one.parties) > 1 and one.status is not Status.SPOKEN_OF
    if one.place and one.status is not Status.SPOKEN_OF:
        return bool(one.parties or one.names)
    return bool(one.parties) and one.status is not Status.SPOKEN_OF
