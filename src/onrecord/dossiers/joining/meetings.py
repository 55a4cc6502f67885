"""Meetings that several documents, or several places of one, speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from onrecord.dossiers.identity import identify
from onrecord.dossiers.joining.canonical import Names, place_name, plain_name
from onrecord.dossiers.joining.clusters import grouped
from onrecord.dossiers.joining.evidence import belongs, documents, merged, said_order
from onrecord.dossiers.joining.times import agree, apart, finer, width
from onrecord.model import Dating, Evidence, Meeting, MeetingKind, Status

K = MeetingKind
# Words for one and the same: what one document calls a summit is a meeting, or talks, to another.
_LOOSE = frozenset({K.MEETING, K.TALKS, K.CONSULTATIONS})
_SPECIAL = frozenset({K.SUMMIT, K.ROUND, K.SESSION})
_GREAT = frozenset({K.CONGRESS, K.FORUM, K.CONFERENCE})
_FEW_DAYS, _WEEKS, _YEAR = 4, 62, 400
_SURE = {Status.HELD: 3, Status.ANNOUNCED: 2, Status.PUT_OFF: 2, Status.SPOKEN_OF: 0}


def join_meetings(lines: Sequence[Meeting], names: Names) -> tuple[Meeting, ...]:
    """Each meeting once, with all that is said of it.

    Two lines are one meeting where body and number are the same; where they are of the same few
    days and the same parties, body or place; where their names are the same; and, in one document,
    where nothing tells them apart. Other numbers, dates, bodies, or kinds of occasion do; a later
    date does not where the number is the same: the meeting was put off. The finer date is kept.
    """
    joiner = _Joiner(names)
    groups = grouped(lines, sureness=_sureness, keys=joiner.keys, fit=joiner.fit)
    return tuple(joiner.merge(group) for group in groups)


class _Joiner:
    def __init__(self, names: Names) -> None:
        self._names = names

    def keys(self, line: Meeting) -> Iterable[Hashable]:
        """What two lines of one meeting share at least one of."""
        body = self._body(line)
        if body:
            yield "body", body
        yield from (("word", word) for word in self._telling(line))
        if line.ordinal is not None:
            yield "ordinal", line.ordinal
        if line.dating and line.dating.earliest and width(line.dating) <= _WEEKS:
            yield from (("month", m) for m in _months(line.dating))
        for one in line.evidence:
            yield "document", one.document

    def fit(self, line: Meeting, group: Sequence[Meeting]) -> int:
        """How surely a line is of the meeting of a group; 0 where something tells them apart."""
        fits = [self._pair(line, other) for other in group]
        return 0 if min(fits) < 0 else max(fits)

    def _pair(self, a: Meeting, b: Meeting) -> int:
        """How surely two lines are one meeting; below 0 where something tells them apart."""
        numbered = a.ordinal is not None and a.ordinal == b.ordinal and self._one_body(a, b)
        if self._told_apart(a, b, numbered=numbered):
            return -1
        body = self._body(a) == self._body(b) != ""
        if numbered:
            named = 100 if body else 80 if self._somehow(a, b) else 0
            return named or (60 if self._round_of_the_process(a, b) else 0)
        return self._by_day(a, b) or self._by_name(a, b, body=body)

    def _by_day(self, a: Meeting, b: Meeting) -> int:
        widest = max(width(a.dating), width(b.dating))
        return 70 if widest <= _FEW_DAYS and self._somehow(a, b) else 0

    def _by_name(self, a: Meeting, b: Meeting, *, body: bool) -> int:
        dated = a.dating is not None and b.dating is not None
        if self._same_name(a, b):
            return 60
        if dated and self._nearly_one_name(a, b):
            return 55
        if dated and body and min(width(a.dating), width(b.dating)) <= _WEEKS:
            return 50
        return 40 if self._in_one_document(a, b) else 0

    def _told_apart(self, a: Meeting, b: Meeting, *, numbered: bool) -> bool:
        if not (_one_kind(a.kind, b.kind) and self._one_body(a, b)):
            return True
        if None not in (a.ordinal, b.ordinal) and a.ordinal != b.ordinal:
            return True
        if numbered:  # the fifth summit is not the fifth meeting
            summits = {line.kind is K.SUMMIT for line in (a, b)}
            return len(summits) > 1 or apart(a.dating, b.dating) > _YEAR
        if not agree(a.dating, b.dating):
            return True
        places = {place_name(place) for place in (a.place, b.place) if place}
        return len(places) > 1 or _strangers(self._parties(a), self._parties(b))

    def _somehow(self, a: Meeting, b: Meeting) -> bool:
        """Whether two lines that may be one share who met, whose meeting it was, or where."""
        parties = self._parties(a) & self._parties(b)
        return (
            len(parties) > 1
            or self._same_name(a, b)
            or bool(self._body(a) and self._body(a) == self._body(b))
            or bool(a.place and b.place and place_name(a.place) == place_name(b.place))
        )

    def _round_of_the_process(self, a: Meeting, b: Meeting) -> bool:
        """Whether one is a round of the process, and the other a round that belongs to it."""
        rounds = a.kind is b.kind is K.ROUND and bool(a.belongs and b.belongs)
        bodies = {self._body(a), self._body(b)} == {"", self._names.process}
        return rounds and bodies and agree(a.dating, b.dating)

    def _in_one_document(self, a: Meeting, b: Meeting) -> bool:
        if not documents(a) & documents(b):
            return False
        same_body = self._body(a) == self._body(b) != ""
        same_parties = len(self._parties(a) & self._parties(b)) > 1
        return a.status == b.status and a.kind == b.kind and (same_body or same_parties)

    def _same_name(self, a: Meeting, b: Meeting) -> bool:
        one, two = self._telling(a), self._telling(b)
        return one == two and len(one) > 1

    def _nearly_one_name(self, a: Meeting, b: Meeting) -> bool:
        """Whether one word of the two names differs, as where one of them has it wrong."""
        one, two = self._names.telling(a.name), self._names.telling(b.name)
        return len(one & two) > 1 and len(one) == len(two) and len(one - two) == 1

    def _telling(self, line: Meeting) -> frozenset[str]:
        """The words of a name that tell it apart; where it was is no part of that."""
        body = self._names.whose(line.name) if line.kind in _GREAT else ""
        return self._names.telling(body or line.name) - self._names.telling(line.place)

    def _one_body(self, a: Meeting, b: Meeting) -> bool:
        return not (self._body(a) and self._body(b)) or self._body(a) == self._body(b)

    def _body(self, line: Meeting) -> str:
        return self._names.thing(line.body) if line.body else self._names.whose(line.name)

    def _parties(self, line: Meeting) -> frozenset[str]:
        return frozenset(map(self._names.actor, line.parties))

    def merge(self, group: Sequence[Meeting]) -> Meeting:
        """The lines of a group as one."""
        status = _status([e for line in group for e in line.evidence] or [], group)
        first = max(group, key=_sureness)
        names = [line.name for line in group if line.name]
        places = [line.place for line in group if line.place]
        dating = finer(_datings(group, status))
        whole = replace(
            first,
            kind=_kind(group),
            name=max(names, key=len, default=""),
            body=next((line.body for line in group if line.body), ""),
            ordinal=next((line.ordinal for line in group if line.ordinal is not None), None),
            dating=dating,
            place=Counter(places).most_common(1)[0][0] if places else "",
            parties=tuple(self._union(group)),
            status=status,
            evidence=merged(group),
            belongs=belongs(group),
        )
        return replace(whole, id=self._id(whole))

    def _union(self, group: Sequence[Meeting]) -> dict[str, None]:
        seen: dict[str, str] = {}
        for line in group:
            for party in line.parties:
                seen.setdefault(self._names.actor(party), party)
        return dict.fromkeys(seen.values())

    def _id(self, line: Meeting) -> str:
        body = self._body(line)
        if body and line.ordinal is not None:
            summit = [K.SUMMIT.value] if line.kind is K.SUMMIT else []
            return identify("meeting", body, str(line.ordinal), *summit)
        if line.dating and width(line.dating) <= _FEW_DAYS:
            who = sorted(self._parties(line))
            return identify("meeting", line.dating.edtf, _family(line.kind), body, *who)
        if line.name:
            return identify("meeting", plain_name(line.name), body)
        first = line.evidence[0]
        return identify("meeting", first.document, str(first.spans[0].start))


def _sureness(line: Meeting) -> int:
    return (
        (8 if line.ordinal is not None else 0)
        + (4 if line.dating and width(line.dating) <= _FEW_DAYS else 2 if line.dating else 0)
        + bool(line.body or line.name)
        + (len(line.parties) > 1)
    )


def _datings(group: Sequence[Meeting], status: Status) -> list[Dating | None]:
    """The dates to choose from: those of a meeting that was held say more than those announced.

    Of those that say neither, the ones that agree with what was held.
    """
    held = [line.dating for line in group if line.status is Status.HELD and line.dating]
    if status is not Status.HELD or not held:
        return [line.dating for line in group]
    spoken = [line.dating for line in group if line.status is Status.SPOKEN_OF]
    return [*held, *(one for one in spoken if all(agree(one, other) for other in held))]


def _status(evidence: Iterable[Evidence], group: Sequence[Meeting]) -> Status:
    """Held where anything says so; else what was said last."""
    said = [line.status for line in group]
    if Status.HELD in said:
        return Status.HELD
    last = [e.status for e in sorted(evidence, key=said_order) if _SURE[e.status]]
    return last[-1] if last else max(said, key=_SURE.__getitem__)


def _kind(group: Sequence[Meeting]) -> MeetingKind:
    """The kind that says most; of several the one that is said most often."""
    counted = Counter(line.kind for line in group)
    special = {kind: many for kind, many in counted.items() if kind not in _LOOSE}
    return max(special or counted, key=counted.__getitem__)


def _one_kind(a: MeetingKind, b: MeetingKind) -> bool:
    if a == b:
        return True
    pair = {a, b}
    return bool(pair & _LOOSE) and pair <= _LOOSE | _SPECIAL


def _family(kind: MeetingKind) -> str:
    """The kind, one for those that are words for one another."""
    return "meeting" if kind in _LOOSE | _SPECIAL else kind.value


def _strangers(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether none of those who met here is said to have met there."""
    return bool(a) and bool(b) and not a & b


def _months(dating: Dating) -> list[tuple[int, int]]:
    """The months that a date of known ends can lie in."""
    first, last = dating.earliest, dating.latest
    if first is None or last is None:
        return []
    many = (last.year - first.year) * 12 + last.month - first.month
    return [divmod(first.year * 12 + first.month - 1 + step, 12) for step in range(many + 1)]
