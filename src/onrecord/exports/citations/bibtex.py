"""References in BibTeX, for LaTeX; every character of a title comes out as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.exports.characters import whole
from onrecord.exports.citations.reference import Reference
from onrecord.model import Kind

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{one: f"\\{one}" for one in "#$%&_"},
}
_ESCAPED = str.maketrans(_TEX)
_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def as_bibtex(references: Iterable[Reference]) -> str:
    """References as entries of BibTeX in UTF-8: `@article` for stories, `@misc` for the rest.

    Signs that TeX reads as its own are escaped, braces as commands, so that the braces of a field
    always pair. Titles and names stand in braces of their own: nothing is taken apart.
    """
    return "\n".join(_entry(one) for one in references)


def _entry(reference: Reference) -> str:
    story = reference.kind is Kind.STORY
    fields = {
        "author": _kept(reference.author),
        "title": _kept(reference.title),
        "journal": _written(reference.publisher) if story else "",
        "organization": "" if story else _written(reference.publisher),
        "howpublished": "Transcript" if reference.kind is Kind.TRANSCRIPT else "",
        **_day(reference),
        "url": reference.link.translate(_ADDRESS),
        "urldate": reference.accessed.isoformat() if reference.accessed else "",
        "note": _written(_note(reference)),
        "language": _written(reference.language),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    body = "\n".join(lines)
    return f"@{'article' if story else 'misc'}{{{_key(reference)},\n{body}\n}}\n"


def _day(reference: Reference) -> dict[str, str]:
    """Year, month and day as far as they are one; the EDTF as `date` (biblatex)."""
    dating = reference.issued
    if dating is None:
        return {}
    first, last = dating.earliest, dating.latest
    found = {"date": _written(dating.edtf)}
    if first and last and first.year == last.year:
        found["year"] = f"{first.year:04}"
        if first.month == last.month:
            found["month"] = str(first.month)
    return found


def _note(reference: Reference) -> str:
    pieces = (reference.told, reference.place, reference.note)
    return ". ".join(filter(None, pieces))


def _key(reference: Reference) -> str:
    plain = reference.id.removeprefix("urn:onrecord:")
    return "onrecord:" + re.sub(r"[^A-Za-z0-9.:+/-]+", "-", plain)


def _written(text: str) -> str:
    return whole(_UNSEEN.sub(" ", text)).translate(_ESCAPED).strip()


def _kept(text: str) -> str:
    written = _written(text)
    return f"{{{written}}}" if written else ""
