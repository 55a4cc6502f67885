"""What a document says that somebody said, and how it names the occasion."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.drawing import Clause, attest, clauses
from onrecord.languages import language
from onrecord.model import Dating, Evidence, Kind, Reading, Span, Spans, Statement
from onrecord.text import words

_NAME = re.compile(r"[^\W\d_][\w’'\-]*")
_LEAST = 6  # words that an utterance needs to be known again


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words that a document gives as somebody's, in comparable form, with where they stand."""

    words: tuple[str, ...]
    speaker: str
    evidence: Evidence
    direct: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """What is compared of one document.

    `dated` are the words by which it dates itself, with the day that they come to. `occasions` are
    the names that stand where it says on which occasion somebody spoke; `names` all names of three
    words or more in the document, in small letters; `outlets` whoever put it out, `citing`
    those whose words it passes on.
    """

    document: str
    outlets: tuple[str, ...]
    said: Dating | None
    dated: Evidence | None
    utterances: tuple[Utterance, ...]
    occasions: tuple[Evidence, ...]
    names: frozenset[str]
    citing: frozenset[str]


def hear(reading: Reading) -> Heard:
    """What a document gives to compare it by; of transcripts no occasions and no utterances."""
    structure, document = reading.structure, reading.document
    story = structure.kind is not Kind.TRANSCRIPT
    held = clauses(reading) if story else ()
    dating = structure.dating
    return Heard(
        document=document.id,
        outlets=tuple(filter(None, (document.publisher, structure.publisher, structure.agency))),
        said=dating,
        dated=_dated(reading, dating),
        utterances=tuple(_utterances(reading)) if story else (),
        occasions=tuple(_occasions(reading, held)),
        names=frozenset(name.casefold() for name, _ in _names(document.text, document.language)),
        citing=frozenset(via.casefold() for one in reading.statements for via in one.via),
    )


def _dated(reading: Reading, dating: Dating | None) -> Evidence | None:
    if dating is None or not dating.spans:
        return None
    return attest(reading, dating.spans, basis="day", dating=dating)


def _utterances(reading: Reading) -> list[Utterance]:
    text, found = reading.document.text, []
    for statement in reading.statements:
        content = statement.attribution.content
        said = tuple(word.form for span in content for word in words(span.of(text)))
        if len(said) >= _LEAST and statement.speaker and not statement.attribution.withheld:
            evidence = attest(reading, content, basis="utterance")
            direct = statement.attribution.quotation.value == "direct"
            found.append(Utterance(said, statement.speaker, evidence, direct))
    return found


def _occasions(reading: Reading, held: tuple[Clause, ...]) -> list[Evidence]:
    """Names of three words or more, outside what is said, in sentences that say who says it."""
    code, text = reading.document.language or "en", reading.document.text
    found: dict[Span, Evidence] = {}
    for statement in reading.statements:
        for clause in held:
            if not _attributes(statement, clause):
                continue
            for _, place in _names(clause.text, code, after=True):
                span = place.moved(clause.span.start)
                if not any(span.meets(one) for one in _said(reading, clause)):
                    found[span] = attest(reading, (span,), basis="occasion")
    return [found[span] for span in sorted(found) if len(span.of(text).split()) > 2]


def _attributes(statement: Statement, clause: Clause) -> bool:
    return any(clause.span.holds(cue) for cue in statement.attribution.cue)


def _said(reading: Reading, clause: Clause) -> Spans:
    """The quoted words of a sentence: a name in them is the speaker's, not the document's."""
    return tuple(
        span
        for one in reading.statements
        for span in one.attribution.content
        if one.attribution.quotation.value == "direct" and clause.span.meets(span)
    )


def _names(text: str, code: str, *, after: bool = False) -> list[tuple[str, Span]]:
    """Names of three words or more; with `after` those behind "at the" and the like alone."""
    data = language(code or "en").comparing
    found = list(_NAME.finditer(text))
    low = [one[0].casefold() for one in found]
    runs: list[tuple[str, Span]] = []
    place = 0
    while place < len(found):
        end = _run(text, found, place, inside=data.inside)
        span = Span(found[place].start(), found[max(place, end - 1)].end())
        before = {*low[max(0, place - 1) : place], *low[max(0, place - 2) : max(0, place - 1)]}
        if end - place > 2 and (not after or before & data.at):
            runs.append((span.of(text), span))
        place = max(end, place + 1)
    return runs


def _run(text: str, found: list[re.Match[str]], start: int, *, inside: frozenset[str]) -> int:
    """The word after a run of capitalised words that begins at `start`; `start` for none."""
    end = place = start
    while place < len(found):
        word = found[place]
        if place > start and text[found[place - 1].end() : word.start()] != " ":
            break
        if word[0][0].isupper():
            end = place + 1
        elif place == start or word[0].casefold() not in inside:
            break
        place += 1
    return end
