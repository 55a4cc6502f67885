"""A piece of evidence as a citation: words, whose they are, of which day, a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.exports.days import day_in_words
from onrecord.exports.dossiers.naming import flag_in_words, plain
from onrecord.model import DocumentLine, Evidence, Spans, Status
from onrecord.text import link_to, place_of

GAP = " … "
"""What stands in the words of evidence where something lies between two of its stretches."""
_LONGEST = 300
_SAFE = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Citation:
    """What a reader of a report needs of a piece of evidence.

    `words` are the exact words, cut where they are long (`cut`); `link` leads to all of them on
    the page that they are from, "" where it has no web address. `whose` says who says them, by way
    of whom; `said` on which day; `notes` what they tell of (its state and day); `warnings` why they
    are to be read with care.
    """

    document: str
    place: str
    words: str
    link: str = ""
    whose: str = ""
    said: str = ""
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    cut: bool = False
    spans: Spans = ()


def cite(evidence: Evidence, documents: Mapping[str, DocumentLine]) -> Citation:
    """The citation of a piece of evidence of a dossier that has these documents."""
    document = documents.get(evidence.document)
    words = _short(evidence.words)
    return Citation(
        document=evidence.document,
        place=place_of(evidence.document, evidence.spans),
        words=words,
        link=link_of(evidence, documents),
        whose=_whose(evidence, document),
        said=day_in_words(evidence.said),
        notes=tuple(_notes(evidence)),
        warnings=tuple(flag_in_words(flag) for flag in evidence.flags),
        cut=words != evidence.words,
        spans=evidence.spans,
    )


def link_of(evidence: Evidence, documents: Mapping[str, DocumentLine]) -> str:
    """The link to the exact words on the page that they are from; "" where it has no address."""
    return link_to(web_address(documents.get(evidence.document)), *evidence.words.split(GAP))


def web_address(document: DocumentLine | None) -> str:
    """The address of a document's page; "" where it has none that a browser may follow."""
    url = document.url.strip() if document else ""
    return url if url.lower().startswith(_SAFE) else ""


def _whose(evidence: Evidence, document: DocumentLine | None) -> str:
    """Who says the words, by way of whom, in whose paper."""
    publisher = evidence.publisher or (document.publisher if document else "")
    chain = [name for name in reversed(evidence.via) if name != publisher]
    passed = f", by way of {', '.join(chain)}" if chain else ""
    if not evidence.speaker and chain:
        return f"somebody unnamed{passed}"
    if not evidence.speaker and "question" in evidence.flags:
        return f"somebody asking, in {publisher}" if publisher else "somebody asking"
    if not evidence.speaker:
        return f"{publisher or 'the document'} in its own words"
    inside = f", in {publisher}" if publisher and publisher != evidence.speaker else ""
    return f"{evidence.speaker}{passed}{inside}"


def _notes(evidence: Evidence) -> list[str]:
    notes = [] if evidence.status is Status.SPOKEN_OF else [plain(evidence.status)]
    if evidence.dating:
        notes.append(f"of {day_in_words(evidence.dating)}")
    return notes


def _short(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST].rsplit(' ', maxsplit=1)[0]} […]"
