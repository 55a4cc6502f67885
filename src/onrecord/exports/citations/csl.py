"""References in CSL-JSON, as Zotero, Pandoc and citation processors read them (CSL 1.0.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from onrecord.exports.characters import as_json, whole
from onrecord.exports.citations.reference import Reference
from onrecord.model import Dating, Kind

_TYPES = {Kind.TRANSCRIPT: "speech", Kind.STORY: "article-newspaper", Kind.OTHER: "document"}


def as_csl(references: Iterable[Reference]) -> str:
    """References as one array of CSL-JSON, after csl-data.json of CSL 1.0.2.

    Names are literal: which part of a name is the family's is not known of every name. What has a
    day that is not sure has the days as a range, and "circa" where it is only about right.
    """
    items = ",\n".join(as_json(item(one)) for one in references)
    return f"[\n{items}\n]\n"


def item(reference: Reference) -> dict[str, Any]:
    """A reference as CSL-JSON has it."""
    named = {
        "title": reference.title,
        "container-title": reference.publisher if reference.kind is Kind.STORY else "",
        "publisher": "" if reference.kind is Kind.STORY else reference.publisher,
        "genre": "Transcript" if reference.kind is Kind.TRANSCRIPT else "",
        "language": reference.language,
        "URL": reference.link,
        "note": _note(reference),
    }
    names = {"author": reference.author} if reference.author else {}
    days = {"issued": _days(reference.issued), "event-date": _days(reference.event)}
    if reference.accessed:
        days["accessed"] = _parts([reference.accessed])
    return {
        "id": reference.id,
        "type": _TYPES[reference.kind],
        **{key: whole(value) for key, value in named.items() if value},
        **{key: [{"literal": whole(name)}] for key, name in names.items()},
        **{key: value for key, value in days.items() if value},
    }


def _note(reference: Reference) -> str:
    pieces = (reference.told, reference.place, reference.note)
    return ". ".join(filter(None, pieces))


def _days(dating: Dating | None) -> dict[str, Any]:
    if dating is None:
        return {}
    first, last = dating.earliest, dating.latest
    known = [day for day in (first, last) if day]
    if not known:
        return {"raw": dating.edtf}
    circa = {"circa": True} if any(mark in dating.edtf for mark in "~%?") else {}
    if len(known) == 1:
        return {"raw": dating.edtf}
    return _parts(known[:1] if first == last else known) | circa


def _parts(days: list[date]) -> dict[str, Any]:
    return {"date-parts": [[day.year, day.month, day.day] for day in days]}
