"""Which places of a document speak of one and the same occasion."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.drawing.occasions import Occasion
from onrecord.languages import language
from onrecord.model import Dating, Status

_ALIKE = frozenset({"meeting", "talks", "round", "session", "consultations", "summit", "call"})
_ORDER = (Status.PUT_OFF, Status.HELD, Status.ANNOUNCED, Status.SPOKEN_OF)


@dataclass(slots=True)
class Joined:
    """All places that speak of one occasion."""

    places: list[Occasion] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The kind that says most: a numbered meeting of a format is a round of it."""
        if any(one.own for one in self.places):
            return self.places[0].kind
        telling = [one.kind for one in self.places if one.kind != "meeting"]
        return telling[0] if telling else self.places[0].kind

    def finest(self) -> list[Occasion]:
        """The places, those with the finest day first."""
        return sorted(self.places, key=lambda one: _width(one.dating))

    def name(self) -> str:
        """The fullest of its phrases that is a name or has a number; else the first."""
        full = [one for one in self.places if one.titled or one.ordinal is not None]
        chosen = max(full, key=lambda one: len(one.names)) if full else self.places[0]
        return " ".join(chosen.span.of(chosen.clause.text).split())

    def status(self) -> Status:
        """What the places say together: put off before held, held before announced."""
        said = {one.status for one in self.places}
        return next(status for status in _ORDER if status in said)


def _width(dating: Dating | None) -> int:
    if dating is None:
        return 1_000_000
    if dating.earliest is None or dating.latest is None:
        return 100_000
    return (dating.latest - dating.earliest).days


def join(
    own: Occasion | None, kept: Iterable[Occasion], spoken: Sequence[Occasion]
) -> list[Joined]:
    """The occasions of a document: its own first, then each other where it is first told of."""
    found = [Joined([own])] if own else []
    for one in kept:
        same = [other for other in found if any(_same(one, place) for place in other.places)]
        if same and all(_fits(one, place) for place in same[0].places):
            same[0].places.append(one)
        else:
            found.append(Joined([one]))
    _refer(own, found, spoken)
    return found


def _refer(own: Occasion | None, found: list[Joined], spoken: Sequence[Occasion]) -> None:
    """Bare words for an occasion ("the talks", "this forum") are evidence of it."""
    held = {id(place) for joined in found for place in joined.places}
    for one in spoken:
        if id(one) in held or one.plural or one.names or one.parties or one.ordinal is not None:
            continue
        target = _meant(one, own, found)
        if target:
            target.places.append(one)


def _meant(one: Occasion, own: Occasion | None, found: list[Joined]) -> Joined | None:
    if one.place or one.dating or one.determiner not in ("the", "this", "our", "") or one.latest:
        return None
    loose = language("en").process.meetings.loose
    if own and one.own and (one.noun == own.noun or {one.noun, own.noun} <= loose):
        return found[0]
    earlier = [j for j in found if j.places[0].spanned < one.spanned]
    same = [j for j in earlier if any(place.noun == one.noun for place in j.places)]
    if same and one.determiner in ("the", "this"):
        return same[-1]
    return None


def _same(one: Occasion, other: Occasion) -> bool:
    """Whether two places speak of one occasion: a number, a name or day and place in common."""
    if not _fits(one, other):
        return False
    if one.ordinal is not None and one.ordinal == other.ordinal:
        return True
    shared = one.names & other.names
    if one.noun == other.noun and shared and (one.names <= other.names or other.names <= one.names):
        return True
    if one.dating and other.dating and one.noun == other.noun:
        return True
    if (
        one.kind == other.kind
        and one.status == other.status
        and (shared or one.coming or other.coming)
    ):
        return True
    return (
        other.basis == "own" and bool(set(one.parties) & set(other.parties)) and one.dating is None
    )


def _fits(one: Occasion, other: Occasion) -> bool:
    """Whether nothing that two places say speaks against their being of one occasion."""
    if one.kind != other.kind and not {one.kind, other.kind} <= _ALIKE:
        return False
    if one.plural != other.plural or ("call" in (one.kind, other.kind) and one.kind != other.kind):
        return False
    if None not in (one.ordinal, other.ordinal) and one.ordinal != other.ordinal:
        return False
    if one.place and other.place and one.place != other.place:
        return False
    if one.parties and other.parties and not set(one.parties) & set(other.parties):
        return False
    return _days_meet(one.dating, other.dating)


def _days_meet(one: Dating | None, other: Dating | None) -> bool:
    if one is None or other is None:
        return True
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return one.edtf == other.edtf
    return one.earliest <= other.latest and other.earliest <= one.latest
