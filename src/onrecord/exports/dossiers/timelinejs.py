"""A dossier in the JSON of TimelineJS 3, for a timeline on a page of the reader's own.

The form is the one documented at timeline.knightlab.com/docs/json-format.html.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from onrecord.exports.days import day_in_words, in_order
from onrecord.exports.dossiers.citing import Citation, cite
from onrecord.exports.dossiers.entries import announced_days, day_of
from onrecord.exports.dossiers.naming import counted, plain, title_of
from onrecord.exports.markup import Markup, joined, tag
from onrecord.model import Agreement, Dossier, Line, Meeting, Promise

_QUOTED = 3
_SIGN = re.compile(r"[^\w.-]", re.ASCII)
_GROUPS = ((Meeting, "Meetings"), (Agreement, "Agreements"), (Promise, "Promises"))


def as_timeline(dossier: Dossier) -> str:
    """Meetings, agreements and promises of the process as a TimelineJS timeline.

    TimelineJS reads texts as HTML, so that all words are escaped. A day that is not known is a time
    from the first to the last day that is possible; what has no known day is left out and counted
    in the title. Lines beside the process are left out.
    """
    lines: list[Line] = [*dossier.meetings, *dossier.agreements, *dossier.promises]
    wanted = [line for line in lines if line.belongs]
    events = [event for line in wanted if (event := _event(line, dossier))]
    title = {"text": {"headline": _plain_words(_name(dossier)), "text": _title(wanted, events)}}
    return json.dumps({"title": title, "events": events}, indent=1) + "\n"


def _name(dossier: Dossier) -> str:
    return dossier.profile.title or dossier.profile.name


def _title(wanted: list[Line], events: list[dict[str, Any]]) -> str:
    left = len(wanted) - len(events)
    undated = f"; {counted(left, 'line')} without a known day left out" if left else ""
    return tag("p", f"{counted(len(events), 'event')}, each on the words quoted{undated}.")


def _event(line: Line, dossier: Dossier) -> dict[str, Any] | None:
    dating = day_of(line)
    if dating is None or not (dating.earliest or dating.latest):
        return None
    first, last = dating.earliest, dating.latest
    return _days(first or last, last or first) | {
        "unique_id": _SIGN.sub("_", line.id),
        "display_date": day_in_words(dating),
        "group": _group(line),
        "autolink": False,
        "text": {"headline": _plain_words(title_of(line)), "text": _text(line, dossier)},
    }


def _group(line: Line) -> str:
    return next(name for kind, name in _GROUPS if isinstance(line, kind))


def _days(start: date | None, end: date | None) -> dict[str, Any]:
    days = {"start_date": start, "end_date": None if end == start else end}
    return {
        name: {"year": day.year, "month": day.month, "day": day.day}
        for name, day in days.items()
        if day
    }


def _text(line: Line, dossier: Dossier) -> str:
    told = [tag("p", text) for text in _told(line)]
    quoted = [tag("p", _citation(cite(e, dossier.documents))) for e in in_order(line.evidence)]
    return joined(*told, *quoted[:_QUOTED])


def _told(line: Line) -> Iterator[str]:
    match line:
        case Meeting():
            days = ", ".join(map(day_in_words, announced_days(line)))
            yield plain(line.status) + (f"; announced for {days}" if days else "")
            yield from filter(None, (line.place, ", ".join(line.parties)))
        case Agreement():
            yield from filter(None, (line.place, ", ".join(line.parties)))
        case Promise():
            yield plain(line.state) + (f": {line.why}" if line.why else "")


def _citation(citation: Citation) -> Markup:
    place: str = citation.place
    if citation.link:
        place = tag("a", citation.place, href=citation.link)
    said = citation.said or "day not known"
    return joined(f"“{citation.words}” ({citation.whose}; {said}; ", place, ")")


def _plain_words(text: str) -> str:
    return joined(text)
