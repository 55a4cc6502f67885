"""A reference in one line of plain text, after two manuals of style."""

from __future__ import annotations

from datetime import date

from onrecord.exports.characters import whole
from onrecord.exports.citations.reference import Reference
from onrecord.exports.days import day_in_words
from onrecord.model import Dating, Kind

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def as_chicago(reference: Reference) -> str:
    """A bibliography entry after the Chicago Manual of Style (18th edition), words at its end.

    No stop follows the address, to whose last words it would belong.
    """
    title = f"“{_ended(reference.title, '.')}”" if reference.title else "Untitled."
    kind = "Transcript" if reference.kind is Kind.TRANSCRIPT else ""
    day = day_in_words(reference.issued) or "n.d."
    where = ", ".join(filter(None, (kind, reference.publisher, day)))
    seen = f"Accessed {day_in_words(_on(reference.accessed))}." if reference.accessed else ""
    author = _ended(reference.author, ".")
    pieces = (author, title, _ended(where, "."), seen, reference.link, _cited(reference))
    return _line(pieces)


def as_apa(reference: Reference) -> str:
    """A reference after the Publication Manual of the APA (7th edition), words at its end."""
    author = reference.author or reference.publisher
    publisher = reference.publisher if reference.publisher != author else ""
    kind = " [Transcript]" if reference.kind is Kind.TRANSCRIPT else ""
    day = f"({_year_first(reference.issued)})."
    title = f"{reference.title or '[Untitled]'}{kind}"
    link = reference.link
    if reference.accessed and link:
        link = f"Retrieved {day_in_words(_on(reference.accessed))}, from {link}"
    begins = (_ended(author, "."), day) if author else (_ended(title, "."), day)
    rest = (_ended(title, "."),) if author else ()
    return _line((*begins, *rest, _ended(publisher, "."), link, _cited(reference)))


def _cited(reference: Reference) -> str:
    """The words of the place, whose they are, where they stand, and what was found of them."""
    if not reference.words:
        return ""
    place = f" ({reference.place})" if reference.place else ""
    note = f" {_ended(reference.note, '.')}" if reference.note else ""
    return f"{reference.told}{place}.{note}"


def _year_first(dating: Dating | None) -> str:
    if dating is None or not (dating.earliest and dating.latest):
        return "n.d." if dating is None else day_in_words(dating)
    first, last = dating.earliest, dating.latest
    if first == last:
        return f"{first.year}, {_MONTHS[first.month - 1]} {first.day}"
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def _on(day: date | None) -> Dating | None:
    return Dating(day.isoformat(), day, day) if day else None


def _ended(text: str, stop: str) -> str:
    return text if not text or text[-1] in ".?!" else f"{text}{stop}"


def _line(pieces: tuple[str, ...]) -> str:
    return whole(" ".join(" ".join(filter(None, pieces)).split()))
