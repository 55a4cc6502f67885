"""The drawings of a report, each with the table that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.exports.charts import Bar, Mark, draw_bars, draw_timeline
from onrecord.exports.days import day_in_words, first_day, in_order
from onrecord.exports.dossiers.blocks import Figure, Table
from onrecord.exports.dossiers.entries import announced_days, day_of
from onrecord.exports.dossiers.naming import counted, plain, post_in_words, role_in_words, title_of
from onrecord.exports.dossiers.tables import posts_table, roles_table, timeline_table
from onrecord.model import (
    Agreement,
    Dating,
    Dossier,
    Evidence,
    Line,
    Meeting,
    PostHeld,
    Promise,
    PromiseState,
    RoleHeld,
    Status,
)

_KEPT = frozenset({PromiseState.HELD, PromiseState.HELD_LATE})
_VOID = frozenset({PromiseState.PUT_OFF, PromiseState.SUPERSEDED})

Days = tuple[date, date]


def timeline_figure(dossier: Dossier) -> Figure | None:
    """Meetings, agreements and promises of the process in time; None where there are none."""
    lines: list[Line] = [*dossier.meetings, *dossier.agreements, *dossier.promises]
    shown = [line for line in lines if line.belongs]
    if not shown:
        return None
    dated = [line for line in shown if _bounds(day_of(line))]
    marks = [mark for line in dated for mark in _marks(line)]
    undated = len(shown) - len(dated)
    lanes = ", ".join(dict.fromkeys(mark.lane.lower() for mark in marks))
    drawing = draw_timeline(
        marks,
        title=f"Timeline of {dossier.profile.title or dossier.profile.name}",
        described=f"{counted(len(marks), 'mark')}: {lanes}. The table below says the same.",
    )
    left_out = f" {counted(undated, 'line')} with no known day stand in their sections alone."
    caption = (
        "A bar is all the days that are possible where the day itself is not known; a broken line "
        f"ties the day announced to the day held.{left_out if undated else ''}"
    )
    return Figure(drawing, caption, timeline_table(dated))


def roles_figure(dossier: Dossier, roles: Sequence[RoleHeld]) -> Figure:
    """Actors by their roles in time."""
    ordered = sorted(roles, key=lambda role: (role.actor.casefold(), role.role, role.of))
    bars = [
        _bar(role.actor, role_in_words(role), role.evidence)
        for role in ordered
        if _days_of(role.evidence)
    ]
    return _bars_figure(dossier, bars, "Roles in", roles_table(dossier, roles))


def posts_figure(dossier: Dossier, posts: Sequence[PostHeld]) -> Figure:
    """Posts by who held them in time."""
    ordered = sorted(
        posts,
        key=lambda post: (post_in_words(post).casefold(), first_day(day_of(post)), post.person),
    )
    bars = [
        _bar(post_in_words(post), post.person, post.evidence)
        for post in ordered
        if _days_of(post.evidence)
    ]
    return _bars_figure(dossier, bars, "People and posts in", posts_table(dossier, posts))


def _bars_figure(dossier: Dossier, bars: Sequence[Bar], what: str, twin: Table) -> Figure:
    drawing = draw_bars(
        bars,
        title=f"{what} {dossier.profile.title or dossier.profile.name}",
        described=f"{counted(len(bars), 'bar')} from the first to the last evidence. "
        "The table below says the same.",
    )
    return Figure(drawing, "", twin)


def _bar(group: str, label: str, evidence: Sequence[Evidence]) -> Bar:
    days = _days_of(evidence)
    datings = [one.dating for one in evidence if one.dating]
    first = day_in_words(_day_of(in_order(evidence)[0]))
    return Bar(
        group=group,
        label=label,
        days=tuple(days),
        begins=any(_begins(dating) for dating in datings),
        ends=any(_ends(dating) for dating in datings),
        told=f"{group}: {label}, {counted(len(evidence), 'piece')} of evidence, first {first}",
    )


def _days_of(evidence: Sequence[Evidence]) -> list[Days]:
    return [days for one in evidence if (days := _bounds(_day_of(one)))]


def _day_of(evidence: Evidence) -> Dating | None:
    return evidence.dating or evidence.said


def _begins(dating: Dating) -> bool:
    """Whether a dating is a time that begins on a day: "2004-03-09/..", "2019-01/2019-12"."""
    start, _, rest = dating.edtf.partition("/")
    return bool(rest) and _firm(start)


def _ends(dating: Dating) -> bool:
    return _firm(dating.edtf.partition("/")[2])


def _firm(end: str) -> bool:
    """Whether an end of an interval is told, and not as being about right."""
    return end not in ("", "..") and not any(mark in end for mark in "~%?")


def _marks(line: Line) -> Iterator[Mark]:
    days = _bounds(day_of(line))
    if days is None:
        return
    told = f"{title_of(line)}, {day_in_words(day_of(line))}"
    match line:
        case Meeting():
            before = [_bounds(day) for day in announced_days(line)]
            yield Mark(
                "Meetings",
                title_of(line),
                days,
                sure=line.status is Status.HELD,
                void=line.status is Status.PUT_OFF,
                before=tuple(one for one in before if one and one != days),
                told=f"{told}: {plain(line.status)}",
            )
        case Agreement():
            yield Mark("Agreements and instruments", title_of(line), days, told=told)
        case Promise():
            yield Mark(
                "Promises, by the day when they are due",
                title_of(line),
                days,
                sure=line.state in _KEPT,
                void=line.state in _VOID,
                told=f"{told}: {plain(line.state)}",
            )


def _bounds(dating: Dating | None) -> Days | None:
    """The first and the last day that a dating can mean; an open end is its known one."""
    if dating is None:
        return None
    first, last = dating.earliest or dating.latest, dating.latest or dating.earliest
    return (first, last) if first and last else None
