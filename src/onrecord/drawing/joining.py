"""Which places of a document speak of one and the same occasion."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.drawing.days import breadth
from onrecord.drawing.occasions import Occasion
from onrecord.languages import language
from onrecord.model import Dating, Status

_ALIKE = frozenset({"meeting", "talks", "round", "session", "consultations", "summit"})
_NAMED = frozenset({"congress", "conference", "forum"})
_ORDER = (Status.PUT_OFF, Status.HELD, Status.ANNOUNCED, Status.SPOKEN_OF)
_GROUPS = 100
"""Occasions of a document, the latest told of, that another place is compared with."""
_PLACES = 20
"""Places of one occasion, the latest, that another place is compared with."""
_TELLING = ("summit", "round", "congress", "forum", "conference", "session", "call", "visit")


@dataclass(slots=True)
class Joined:
    """All places that speak of one occasion."""

    places: list[Occasion] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The most telling word that the document has for it."""
        kinds = {one.kind for one in self.places}
        return next((kind for kind in _TELLING if kind in kinds), self.places[0].kind)

    @property
    def finest(self) -> Dating | None:
        """The day that is narrowest."""
        return min((one.dating for one in self.places if one.dating), key=breadth, default=None)

    @property
    def chosen(self) -> Occasion:
        """The place that names it most fully: by name or number, else by a noun."""
        full = [one for one in self.places if one.titled or one.ordinal is not None]
        nouns = [one for one in self.places if one.basis != "verb"]
        return max(full, key=lambda one: len(one.names)) if full else (nouns or self.places)[0]

    @property
    def status(self) -> Status:
        """What the places say together: put off before held, held before announced."""
        said = {one.status for one in self.places}
        if Status.PUT_OFF not in said and any(one.coming for one in self.places):
            return Status.ANNOUNCED
        return next(status for status in _ORDER if status in said)


def join(
    own: Occasion | None,
    kept: Iterable[Occasion],
    spoken: Sequence[Occasion],
    code: str = "en",
) -> list[Joined]:
    """The occasions of a document: its own first, then each other where it is first told of.

    A place is compared with the document's own occasion and the last hundred told of before it, so
    that the work grows with the document and not with its square.
    """
    found = [Joined([own])] if own else []
    for one in kept:
        near = found[:1] + found[max(1, len(found) - _GROUPS) :]
        same = next((other for other in near if _joins(one, other, code)), None)
        if same:
            same.places.append(one)
        else:
            found.append(Joined([one]))
    _refer(own, found, spoken, code)
    return found


def _joins(one: Occasion, joined: Joined, code: str) -> bool:
    places = joined.places[:1] + joined.places[1:][-_PLACES:]
    fits = all(_fits(one, place) for place in places)
    return fits and any(_same(one, place, code) for place in places)


def _refer(
    own: Occasion | None, found: list[Joined], spoken: Sequence[Occasion], code: str
) -> None:
    """Bare words for an occasion ("the talks", "this forum") are evidence of it."""
    held = {id(place) for joined in found for place in joined.places}
    held |= {id(one) for one in spoken if own and one.span == own.span and one.clause == own.clause}
    for one in spoken:
        if id(one) in held or one.plural or one.names or one.parties or one.ordinal is not None:
            continue
        target = _meant(one, own, found, code)
        if target and all(_days_meet(one.dating, p.dating) for p in target.places[:_PLACES]):
            target.places.append(one)


def _meant(one: Occasion, own: Occasion | None, found: list[Joined], code: str) -> Joined | None:
    words = language(code).process.meetings
    referring = not one.determiner or one.determiner in words.pointing | words.ours - words.mine
    if one.place or not referring or one.latest or one.coming:
        return None
    owned = bool(own and one.own and _loosely(one, own, words.loose))
    if owned and one.determiner not in words.pointing & words.ours:
        return found[0]
    if one.determiner in words.pointing and (told := _told_before(one, found)):
        return told
    return found[0] if owned else None


def _told_before(one: Occasion, found: Sequence[Joined]) -> Joined | None:
    """The last occasion told of before a place by the same noun, of the last hundred."""
    at = bisect_left(found, one.spanned, lo=1, key=lambda j: j.places[0].spanned)
    near = [*found[:1], *found[max(1, at - _GROUPS) : at]]
    earlier = (j for j in reversed(near) if j.places[0].spanned < one.spanned)
    return next((j for j in earlier if any(p.noun == one.noun for p in j.places[:_PLACES])), None)


def _loosely(one: Occasion, own: Occasion, loose: frozenset[str]) -> bool:
    return one.noun == own.noun or {one.noun, own.noun} <= loose


def _same(one: Occasion, other: Occasion, code: str) -> bool:
    """Whether two places speak of one occasion: a number, a name or day and place in common."""
    if one.ordinal is not None and one.ordinal == other.ordinal:
        return True
    if other.basis == "own":
        return _same_as_own(one, other, code)
    if _share_a_name(one, other):
        return True
    if one.noun != other.noun:
        return False
    if one.dating and other.dating:
        return True
    return _alike(one, other) and bool(_keys(one) & _keys(other) or one.coming or other.coming)


def _share_a_name(one: Occasion, other: Occasion) -> bool:
    """Whether the name of one has that of the other; of gatherings the nouns may differ."""
    shared = one.names & other.names
    if not shared or not (one.names <= other.names or other.names <= one.names):
        return False
    return one.noun == other.noun or ({one.kind, other.kind} <= _NAMED and len(shared) > 1)


def _keys(one: Occasion) -> frozenset[str]:
    """The words that tell an occasion apart: its names and its place."""
    return one.names | ({one.place.casefold()} if one.place else frozenset())


def _alike(one: Occasion, other: Occasion) -> bool:
    """Whether both are to come, or both past: what "the next" and "the last" go by."""
    statuses = {one.status, other.status} - {Status.SPOKEN_OF}
    return len(statuses) < 2 and (
        one.coming or other.coming or one.latest or other.latest or bool(statuses)
    )


def _same_as_own(one: Occasion, own: Occasion, code: str) -> bool:
    if one.latest or one.coming or one.kind == "visit" != own.kind:
        return False
    if one.names and one.names & own.names and one.noun == own.noun:
        return True
    if one.ordinal is not None and (
        one.body or one.determiner not in language(code).process.meetings.ours
    ):
        return False
    if one.own and one.noun == own.noun:
        return True
    to_come = one.status is Status.ANNOUNCED and own.status is not Status.ANNOUNCED
    return not to_come and _same_people(one, own)


def _same_people(one: Occasion, own: Occasion) -> bool:
    """Whether those who meet are those of the document's own occasion, or some of its many."""
    met = set(one.parties) & set(own.parties)
    fewer = 1 < len(one.parties) < len(own.parties)
    if one.noun != own.noun and len(own.parties) < 2:
        return False  # that the host was there says nothing
    return bool(met) and not fewer and (len(met) > 1 or set(one.parties) <= set(own.parties))


def _fits(one: Occasion, other: Occasion) -> bool:
    """Whether nothing that two places say speaks against their being of one occasion."""
    if one.kind != other.kind and not _kinds_meet(one, other):
        return False
    if one.plural != other.plural:
        return False
    if None not in (one.ordinal, other.ordinal) and one.ordinal != other.ordinal:
        return False
    if one.place and other.place and not _places_meet(one.place, other.place):
        return False
    if one.parties and other.parties and not set(one.parties) & set(other.parties):
        return False
    return _times_meet(one, other) and _days_meet(one.dating, other.dating)


def _times_meet(one: Occasion, other: Occasion) -> bool:
    """Whether not one is the next of its kind and the other past."""
    coming, held = one.coming or other.coming, Status.HELD in (one.status, other.status)
    return not (coming and held)


def _kinds_meet(one: Occasion, other: Occasion) -> bool:
    kinds = {one.kind, other.kind}
    if other.basis == "own" and "call" in kinds:
        return kinds <= {"call", "talks", "meeting"} and one.basis == "noun"
    return kinds <= _ALIKE or kinds <= _NAMED


def _places_meet(one: str, other: str) -> bool:
    return one in other or other in one


def _days_meet(one: Dating | None, other: Dating | None) -> bool:
    if one is None or other is None:
        return True
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return one.edtf == other.edtf
    return one.earliest <= other.latest and other.earliest <= one.latest
