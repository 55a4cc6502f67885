"""What a dossier was read from, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from onrecord.dossiers.choosing import Chosen
from onrecord.dossiers.joining.canonical import Names
from onrecord.model import Covered, Evidence, Meeting, MeetingKind, Missing, Profile, Status

_DAYS = 3  # how long after a meeting a document may still be its own


@dataclass(slots=True)
class Read:
    """The documents that were looked at so far."""

    documents: list[tuple[str, str]] = field(default_factory=list)
    passed_over: int = 0
    days: list[date] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)

    def add(self, chosen: Chosen) -> None:
        """Count one more document, which may belong to the process or not."""
        if not chosen.words:
            self.passed_over += 1
            return
        self.documents.append((chosen.listed.id, chosen.words))
        if chosen.day:
            self.days.append(chosen.day)
        if chosen.listed.language:
            self.languages.add(chosen.listed.language)


def cover(read: Read, meetings: Sequence[Meeting], profile: Profile, day: date | None) -> Covered:
    """What was read: the documents with the words by which they belong, days, languages, gaps.

    Missing are numbered meetings of the process that no document of their own days, or of the few
    after, was found to tell of as held. So are numbers that nothing speaks of though there are
    higher ones. A meeting whose time has not passed on `day` is not missing yet.
    """
    return Covered(
        documents=tuple(read.documents),
        passed_over=read.passed_over,
        earliest=min(read.days, default=None),
        latest=max(read.days, default=None),
        languages=tuple(sorted(read.languages)),
        missing=(*_undocumented(meetings, profile, day), *_gaps(meetings, profile)),
    )


def _undocumented(
    meetings: Sequence[Meeting], profile: Profile, day: date | None
) -> Iterator[Missing]:
    names = Names(profile)
    for one in meetings:
        if not one.belongs or not (one.ordinal and _series(one, names)):
            continue
        if _to_come(one, day) or any(_of_its_days(e, one) for e in one.evidence):
            continue
        many = len({e.document for e in one.evidence})
        spoken = f"{many} document{'' if many == 1 else 's'} {'speaks' if many == 1 else 'speak'}"
        yield Missing(
            what=_called(one, names),
            why=f"{spoken} of it; none was found that tells of it on its own days",
            evidence=one.evidence,
        )


def _gaps(meetings: Sequence[Meeting], profile: Profile) -> Iterator[Missing]:
    """Stretches of numbers below the highest of a series that nothing held speaks of."""
    names = Names(profile)
    series: dict[tuple[str, bool], list[Meeting]] = {}
    for one in meetings:
        if one.belongs and one.ordinal and _series(one, names):
            summit = one.kind is MeetingKind.SUMMIT
            series.setdefault((_series(one, names), summit), []).append(one)
    for (name, summit), held in series.items():
        highest = max(held, key=lambda one: one.ordinal or 0)
        known = {one.ordinal for one in held}
        for first, last in _stretches(known, highest.ordinal or 0):
            which = f"{nth(first)}" if first == last else f"{nth(first)} to {nth(last)}"
            yield Missing(
                what=f"{which}{' summit' if summit else ''} of {name}",
                why=f"the {nth(highest.ordinal or 0)} is spoken of; nothing found in what is"
                f" held names {'this one' if first == last else 'these'}",
                evidence=highest.evidence[:1],
            )


def _stretches(known: set[int | None], highest: int) -> Iterator[tuple[int, int]]:
    lacking = [number for number in range(1, highest) if number not in known]
    while lacking:
        many = 1
        while many < len(lacking) and lacking[many] == lacking[0] + many:
            many += 1
        yield lacking[0], lacking[many - 1]
        lacking = lacking[many:]


def _series(one: Meeting, names: Names) -> str:
    """Whose numbers a meeting's is of: the process, or a body of it; "" of anything else."""
    return names.whose(one.body) or names.whose(one.name)


def _called(one: Meeting, names: Names) -> str:
    return f"{nth(one.ordinal or 0)} {one.kind} of {_series(one, names)}"


def _of_its_days(evidence: Evidence, meeting: Meeting) -> bool:
    """Whether words are of the days on which the meeting was held, and do not only announce it."""
    dating, said = meeting.dating, evidence.said
    ahead = evidence.status in (Status.ANNOUNCED, Status.PUT_OFF)
    if ahead or meeting.status is not Status.HELD or dating is None or said is None:
        return False
    if dating.earliest is None or dating.latest is None or said.earliest is None:
        return False
    return dating.earliest <= said.earliest <= dating.latest + timedelta(_DAYS)


def _to_come(one: Meeting, day: date | None) -> bool:
    latest = one.dating.latest if one.dating else None
    return one.status is not Status.HELD and bool(day and latest and latest >= day)


def nth(number: int) -> str:
    """A number as an ordinal: 1st, 12th, 23rd."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"
