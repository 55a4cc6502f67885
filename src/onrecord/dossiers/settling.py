"""What became of promises and announcements, as later documents show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.dossiers.identity import identify
from onrecord.dossiers.joining import agree, apart, finer
from onrecord.model import (
    Agreement,
    Dating,
    Evidence,
    Meeting,
    Promise,
    PromiseState,
    Status,
)

S = PromiseState
_SLACK = 3  # days that a date given in passing may be off


def announced(meetings: Sequence[Meeting], promises: Sequence[Promise]) -> tuple[Promise, ...]:
    """The announcements of meetings that no promise stands for yet, each time one of its own.

    Who announces is whoever is to meet; where that is not said, whoever says it. Who asks about a
    meeting announces none.
    """
    known = {meeting.id: meeting for meeting in meetings}
    held: dict[str, list[Promise]] = {}
    for promise in promises:
        meeting = _meeting(promise, known)
        held.setdefault(meeting.id if meeting else "", []).append(promise)
    found: list[Promise] = []
    for meeting in meetings:
        said = [e for e in meeting.evidence if e.status is Status.ANNOUNCED and not _asked(e)]
        made = [_announcement(meeting, group) for group in _by_time(said)]
        standing = held.get(meeting.id, [])
        found += [one for one in made if not any(agree(one.due, p.due) for p in standing)]
    return tuple(found)


def _asked(evidence: Evidence) -> bool:
    return "question" in evidence.flags


def settle(
    promises: Sequence[Promise],
    *,
    meetings: Sequence[Meeting],
    agreements: Sequence[Agreement],
    day: date | None,
) -> tuple[Promise, ...]:
    """The promises with their state on `day`, what it rests on, and a sentence that says why.

    Only what a document says later than the promise counts: that the meeting was held, put off or
    announced for another time, that the agreement was signed. Nothing of the kind is found for
    most: their state is open until their time has passed, then unknown. It is never concluded from
    silence that a promise was broken.
    """
    known = {meeting.id: meeting for meeting in meetings}
    return tuple(_settled(one, _meeting(one, known), agreements, day) for one in promises)


def _settled(
    promise: Promise, meeting: Meeting | None, agreements: Sequence[Agreement], day: date | None
) -> Promise:
    if meeting is not None:
        promise = replace(promise, meeting=meeting.id)
    found = (meeting and _of_meeting(promise, meeting)) or _of_agreement(promise, agreements)
    state, why, outcome = found or (*_by_time_alone(promise, day), ())
    return replace(promise, state=state, why=why, outcome=outcome)


Settled = tuple[PromiseState, str, tuple[Evidence, ...]]


def _of_meeting(promise: Promise, meeting: Meeting) -> Settled | None:
    """What later words say of the meeting that was announced: that it was held says most."""
    later = [e for e in meeting.evidence if _later(e, promise)]
    held = tuple(e for e in later if e.status is Status.HELD)
    if held:
        state, why = _held(promise, finer(e.dating for e in held) or meeting.dating)
        return state, why, held
    off = tuple(e for e in later if e.status is Status.PUT_OFF)
    if off:
        return S.PUT_OFF, f"put off, as was said {_when(off[-1].said)}", off
    other = tuple(
        e for e in later if e.status is Status.ANNOUNCED and not agree(e.dating, promise.due)
    )
    if other and promise.due:
        when = f"{_when(other[-1].said)} it was announced for {_edtf(other[-1].dating)}"
        return S.SUPERSEDED, when, other
    return None


def _held(promise: Promise, when: Dating | None) -> tuple[PromiseState, str]:
    if when is None or promise.due is None:
        return S.HELD, "a later document says that it was held"
    if agree(when, promise.due, slack=_SLACK):
        return S.HELD, f"held {_on(when)}, announced for {_edtf(promise.due)}"
    days = apart(when, promise.due)
    if promise.due.latest and when.earliest and when.earliest > promise.due.latest:
        return S.HELD_LATE, f"held {_on(when)}, {_days(days)} after {_edtf(promise.due)}"
    return S.HELD, f"held {_on(when)}, {_days(days)} before {_edtf(promise.due)}"


def _of_agreement(promise: Promise, agreements: Sequence[Agreement]) -> Settled | None:
    """A later document that dates an agreement which the promise names by all of its words."""
    made = _made(promise)
    if made is None:
        return None
    what = promise.what.casefold()
    for one in agreements:
        dated = one.dating is not None and one.dating.earliest is not None
        if not dated or len(one.name.split()) < 2 or one.name.casefold() not in what:
            continue
        later = tuple(e for e in one.evidence if _later(e, promise))
        if later and one.dating and one.dating.earliest and one.dating.earliest >= made:
            state, _ = _held(promise, one.dating)
            return state, f"{one.name} is dated {one.dating.edtf}", later
    return None


def _by_time_alone(promise: Promise, day: date | None) -> tuple[PromiseState, str]:
    due = promise.due.latest if promise.due else None
    if due is None:
        return (
            S.UNKNOWN,
            "no time was given, and nothing found in what is held says what became of it",
        )
    if day is not None and due >= day:
        return S.OPEN, f"its time, {_edtf(promise.due)}, had not passed on {day.isoformat()}"
    passed = f"its time, {_edtf(promise.due)}, has passed"
    return S.UNKNOWN, f"{passed}; nothing found in what is held says what became of it"


def _meeting(promise: Promise, known: Mapping[str, Meeting]) -> Meeting | None:
    """The meeting that a promise announces: by its id, else the one that most of its words name."""
    if promise.meeting:
        return known.get(promise.meeting)
    best, most = None, 0
    for meeting in known.values():
        shared = max((_shared(e, promise) for e in meeting.evidence), default=0)
        if shared > most:
            best, most = meeting, shared
    return best


def _shared(evidence: Evidence, promise: Promise) -> int:
    """How many code points words on a meeting to come or put off share with a promise's."""
    if evidence.status not in (Status.ANNOUNCED, Status.PUT_OFF):
        return 0
    spans = [
        span for one in promise.evidence if one.document == evidence.document for span in one.spans
    ]
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in spans for b in evidence.spans
    )


def _by_time(evidence: Sequence[Evidence]) -> Iterator[list[Evidence]]:
    """Announcements in groups that can mean one time; those of no time go with the first."""
    groups: list[list[Evidence]] = []
    for one in sorted(evidence, key=lambda e: e.dating is None):
        fitting = (group for group in groups if agree(one.dating, group[0].dating))
        group = next(fitting, None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    yield from groups


def _announcement(meeting: Meeting, said: Sequence[Evidence]) -> Promise:
    first = said[0]
    due = finer(e.dating for e in said)
    return Promise(
        actor=", ".join(meeting.parties) or first.speaker or first.publisher,
        what=max((e.words for e in said), key=len),
        made=first.said,
        due=due,
        meeting=meeting.id,
        evidence=tuple(said),
        belongs=meeting.belongs,
        id=identify("promise", meeting.id, due.edtf if due else ""),
    )


def _made(promise: Promise) -> date | None:
    if promise.made and promise.made.latest:
        return promise.made.latest
    return max((e.said.latest for e in promise.evidence if e.said and e.said.latest), default=None)


def _later(evidence: Evidence, promise: Promise) -> bool:
    """Whether words were said on a later day than the promise; unknown days say nothing."""
    made, said = _made(promise), evidence.said
    return bool(made and said and said.earliest and said.earliest > made)


def _when(said: Dating | None) -> str:
    return f"on {said.edtf}" if said else "on a day not known"


def _on(when: Dating) -> str:
    return f"on {when.edtf}" if when.earliest == when.latest else f"in {when.edtf}"


def _edtf(dating: Dating | None) -> str:
    return dating.edtf if dating else "no date"


def _days(many: int) -> str:
    return f"{many} day{'' if many == 1 else 's'}"
