"""What a person decides about a doubt: accepted, changed, rejected, and taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from onrecord.errors import InputError, NotFoundError, SettledError
from onrecord.model import Reading, Span
from onrecord.model.rulings import Doubt, Matter, Ruling, RulingKind
from onrecord.overlay import turn_at
from onrecord.reviewing.looking import look_at
from onrecord.reviewing.splits import spot_behind
from onrecord.stores import Store

LONGEST = 300
"""Code points that a name or a note may have."""
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person puts in the place of what was proposed.

    `speaker` is who says it, "" nobody; of a split who says the first half, and `other` the second;
    of two names that are one `speaker` is the one that stands. `at` is where a split's second half
    begins. None leaves what was proposed.
    """

    speaker: str | None = None
    other: str | None = None
    at: int | None = None


def accept(store: Store, ref: str, *, by: str = "", note: str = "") -> Ruling:
    """Settle a doubt as it proposes: the speaker is right, the turn is two, the names are one.

    Raises `SettledError` where somebody settled it meanwhile, `NotFoundError` where none is open.
    """
    return _decided(store, ref, _accepted, (by, note))


def change(store: Store, ref: str, answer: Answer, *, by: str = "", note: str = "") -> Ruling:
    """Settle a doubt otherwise than it proposes; see `accept` for errors.

    `InputError` where nothing can be changed, or not so.
    """
    return _decided(store, ref, lambda s, doubt: _changed(s, doubt, answer), (by, note))


def reject(store: Store, ref: str, *, by: str = "", note: str = "") -> Ruling:
    """Settle a doubt by a no: no statement, one turn, two people, another utterance.

    See `accept` for errors. `InputError` where there is nothing to reject: a turn is a turn.
    """
    return _decided(store, ref, _rejected, (by, note))


def undo(store: Store, ref: str) -> Ruling:
    """Take a ruling back, by its id or a beginning of it; what it settled is open again."""
    with store.together():
        ruling = store.take_back_ruling(ref)
        _look_again(store, ruling)
    return ruling


def _decided(
    store: Store, ref: str, decide: Callable[[Store, Doubt], Ruling], hand: tuple[str, str]
) -> Ruling:
    by, note = (_plain(words, what) for words, what in zip(hand, ("by", "note"), strict=True))
    with store.together():
        doubt = still_open(store, ref)
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        ruling = _signed(replace(decide(store, doubt), doubt=doubt.id, by=by, note=note, at=at))
        store.rule(ruling)
        _look_again(store, ruling)
    return ruling


def still_open(store: Store, ref: str) -> Doubt:
    """The open doubt of this id or a beginning of it; see `accept` for errors."""
    try:
        return store.doubt(ref)
    except NotFoundError:
        one = settled_by(store, ref)
        if one is None:
            raise
    day = f"{one.at[:10]} at {one.at[11:16]} UTC"
    raise SettledError(f"settled meanwhile by {one.by or 'somebody'} on {day}: {told(one)}")


def settled_by(store: Store, ref: str) -> Ruling | None:
    """The last ruling that stands and settled the doubt of this id, None where there is none."""
    found = (one for one in reversed(store.rulings()) if ref and one.doubt.startswith(ref))
    return next((one for one in found if not one.taken_back), None)


def _look_again(store: Store, ruling: Ruling) -> None:
    if ruling.matter in (Matter.STATEMENT, Matter.TURN):
        document = store.held_as(ruling.spot.document, ruling.spot.sha256)
        if document:
            look_at(store, document)


def _accepted(_: Store, doubt: Doubt) -> Ruling:
    kinds = {
        Matter.STATEMENT: RulingKind.STANDS,
        Matter.TURN: RulingKind.STANDS if doubt.cut is None else RulingKind.SPLIT,
        Matter.PEOPLE: RulingKind.ONE_PERSON,
        Matter.MATCH: RulingKind.STANDS,
    }
    return _ruling(doubt, kinds[doubt.matter])


def _rejected(_: Store, doubt: Doubt) -> Ruling:
    if doubt.matter is Matter.TURN and doubt.cut is None:
        raise InputError("who speaks a turn can be accepted or changed; a turn cannot be rejected")
    kinds = {
        Matter.STATEMENT: RulingKind.NO_STATEMENT,
        Matter.TURN: RulingKind.STANDS,
        Matter.PEOPLE: RulingKind.TWO_PEOPLE,
        Matter.MATCH: RulingKind.ANOTHER_UTTERANCE,
    }
    return _ruling(doubt, kinds[doubt.matter])


def _changed(store: Store, doubt: Doubt, answer: Answer) -> Ruling:
    if doubt.matter is Matter.MATCH:
        raise InputError("a match can be accepted or rejected; there is nothing to change in it")
    speaker = doubt.speaker if answer.speaker is None else _plain(answer.speaker, "speaker")
    other = doubt.other if answer.other is None else _plain(answer.other, "speaker")
    made = replace(doubt, speaker=speaker, other=other)
    if doubt.matter is Matter.PEOPLE:
        return _ruling(_named(doubt, speaker), RulingKind.ONE_PERSON)
    if doubt.cut is None:
        return _ruling(made, RulingKind.SPEAKER)
    if answer.at is not None and answer.at != doubt.cut.end:
        made = _cut_at(store.load(doubt.spot.document), made, answer.at)
    return _ruling(made, RulingKind.SPLIT)


def _named(doubt: Doubt, stands: str) -> Doubt:
    """The doubt with the name first that is to stand, which is one of the two."""
    if stands not in (doubt.speaker, doubt.other):
        raise InputError(f"{stands or '(empty)'}: not {doubt.speaker}, nor {doubt.other}")
    other = doubt.other if stands == doubt.speaker else doubt.speaker
    return replace(doubt, speaker=stands, other=other)


def _cut_at(reading: Reading, doubt: Doubt, at: int) -> Doubt:
    place, why = turn_at(reading, doubt.spot)
    if place is None:
        raise InputError(why)
    spans = reading.structure.turns[place].spans
    if not spans[0].start < at < spans[-1].end:
        inside = f"{spans[0].start} and {spans[-1].end}"
        raise InputError(f"{at}: a split lies inside its turn, between {inside}")
    cut = Span(at, at)
    return replace(doubt, cut=cut, second=spot_behind(reading, cut))


def _ruling(doubt: Doubt, kind: RulingKind) -> Ruling:
    return Ruling(
        "",
        kind,
        doubt.matter,
        doubt.spot,
        doubt.speaker,
        doubt.other,
        cut=doubt.cut,
        second=doubt.second,
    )


def _signed(ruling: Ruling) -> Ruling:
    told = repr((ruling.kind, ruling.spot, ruling.doubt, ruling.by, ruling.at))
    digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(ruling, id=digest[:_DIGITS])


def _plain(words: str, what: str) -> str:
    """Words on one line; `InputError` where they are too long or hold what cannot be shown."""
    plain = " ".join(words.split())
    if len(plain) > LONGEST:
        raise InputError(f"{what}: longer than {LONGEST} characters")
    if not all(c.isprintable() for c in plain):
        raise InputError(f"{what}: holds a character that cannot be shown")
    return plain


def told(ruling: Ruling) -> str:
    """What was ruled, as a person reads it."""
    speaker = ruling.speaker or "nobody"
    said = {
        RulingKind.STANDS: "it is right as it was read",
        RulingKind.SPEAKER: f"the speaker is {speaker}",
        RulingKind.NO_STATEMENT: "nobody makes a statement there",
        RulingKind.SPLIT: f"the turn is two, of {speaker} and of {ruling.other or 'nobody'}",
        RulingKind.ONE_PERSON: f"{ruling.other} is {speaker}",
        RulingKind.TWO_PEOPLE: f"{speaker} and {ruling.other} are two people",
        RulingKind.ANOTHER_UTTERANCE: "the quotation is another utterance",
    }
    if ruling.kind is RulingKind.STANDS and ruling.second is not None:
        return "it is the same utterance" if ruling.matter is Matter.MATCH else "it is one turn"
    return said[ruling.kind]
