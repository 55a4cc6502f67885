"""What the phrase of an instrument says of it: its subject, day, names and parties."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.drawing.actors import ActorKind, actors_in
from onrecord.drawing.clauses import Clause
from onrecord.drawing.days import day_within
from onrecord.drawing.phrases import Phrase
from onrecord.drawing.telling import Telling, whole
from onrecord.languages import AgreementWords, language
from onrecord.model import Dating, Span

_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–−](?:19|20)?\d\d)?\Z")
_TOPIC = re.compile(r"\s+([^\s.;:!?]+(?:\s+[^\s.,;:!?]+){0,11})")
_CAPITAL = re.compile(r"\b[A-Z][\w’-]+")


def signed_on(
    text: str, phrase: Phrase, days: Sequence[Dating], *, span: Span, words: AgreementWords
) -> Dating | None:
    """The day on which it was made: one in `span` that is no range of years it is for."""
    given = [day for day in days if not _YEAR.match(day.words) or len(day.words) == 4]
    told = phrase.told.of(text).casefold()
    made_then = any(re.search(rf"\b{word}\b", told) for word in words.made)
    inside = day_within(given, span, phrase.told if made_then else span)
    if inside:
        return inside
    around = text[max(0, span.start - 60) : span.end + 60].casefold()
    made = any(re.search(rf"\b{word}\b", around) for word in words.made)
    if not made or phrase.noun in words.plurals:
        return None
    free = [day for day in given if not _bracketed(text, day)]
    return day_within(free, Span(0, len(text))) if len(given) == 1 else None


def _bracketed(text: str, day: Dating) -> bool:
    """Whether a day stands in brackets: it is of what stands before these."""
    before = text[: day.spans[0].start] if day.spans else ""
    return before.count("(") > before.count(")")


def adopted_on(text: str, phrase: Phrase, telling: Telling, words: AgreementWords) -> Dating | None:
    """The document's own day for a joint statement that it says was adopted."""
    if not any(token.low in words.joint for token in phrase.front) or phrase.noun in words.plurals:
        return None
    around = text[max(0, phrase.span.start - 60) : phrase.span.end + 60].casefold()
    made = any(re.search(rf"\b{word}\b", around) for word in words.made)
    return telling.said if made else None


def topic_end(text: str, phrase: Phrase, words: AgreementWords) -> int:
    """Where what it is on, or what was decided, ends; 0 where the text does not go on with it."""
    if phrase.kind != "decision" and phrase.head.of(text)[:1].isupper():
        return 0  # a title says itself where it ends
    behind = _before_verb(text[phrase.head.end : phrase.head.end + 200], words)
    found = _TOPIC.match(behind)
    first = found.group(1).split()[0].casefold() if found else ""
    if not found or first not in (words.tasks if phrase.kind == "decision" else words.topics):
        return 0
    names = list(_CAPITAL.finditer(found.group(1)))
    if phrase.kind == "decision":
        last = names[-1].end() if names else len(found.group(1))
        return phrase.head.end + found.start(1) + last
    if phrase.kind in words.on_subjects and (phrase.determiner or phrase.front):
        return phrase.head.end + found.end(1)
    return phrase.head.end + found.start(1) + names[-1].end() if names else 0


def _before_verb(behind: str, words: AgreementWords) -> str:
    """The words behind a noun up to one with which a new clause begins."""
    ends = re.search(rf"\s(?:{'|'.join(words.clauses)})\b", behind[4:])
    return behind[: ends.start() + 4] if ends else behind


def names_of(text: str, phrase: Phrase, span: Span, code: str) -> frozenset[str]:
    """The words of its name, folded; states and organisations by their short names."""
    known = language(code)
    plain = known.process.phrases.modifiers | known.people.openers | known.process.agreements.made
    found = [t.low for t in phrase.front if t.raw != t.raw.lower() or _YEAR.match(t.raw)]
    behind = text[phrase.head.end : span.end]
    found += [word.casefold().removesuffix("’s") for word in _CAPITAL.findall(behind)]
    actors = actors_in(span.of(text), code=code)
    spelt = {w for a in actors for w in a.span.of(span.of(text)).casefold().split()}
    short = {whole(actor.name, code).casefold() for actor in actors}
    return (frozenset(found) - frozenset(known.layout.months) - plain - spelt) | short


def parties_to(phrase: Phrase, span: Span, clause: Clause, telling: Telling) -> tuple[str, ...]:
    """Whose it is: of a resolution or charter the organisation, else those who are named."""
    if phrase.kind in ("resolution", "charter"):
        actors = actors_in(span.of(clause.text), code=telling.code)
        found = [whole(a.name, telling.code) for a in actors if a.kind is ActorKind.ORGANISATION]
        return tuple(dict.fromkeys(found)) or (("UN",) if phrase.kind == "resolution" else ())
    agreed = _states_of(
        telling.among(span.of(clause.text), organisations=True), span, clause, telling
    )
    if len(agreed) == 1 and phrase.kind != "decision":
        return tuple(dict.fromkeys((*_maker(span, clause, telling), *agreed)))
    return agreed


def _states_of(
    found: tuple[str, ...], span: Span, clause: Clause, telling: Telling
) -> tuple[str, ...]:
    """The parties, with ministers who signed for their states standing for these."""
    actors = actors_in(span.of(clause.text), code=telling.code, conflict=telling.conflict)
    posts = [actor for actor in actors if actor.kind is ActorKind.PERSON]
    if not posts:
        return found
    named = [(a.span.start, a.name) for a in actors if not a.place or a in posts]
    return tuple(dict.fromkeys(name for _, name in sorted(named))) or found


def _maker(span: Span, clause: Clause, telling: Telling) -> tuple[str, ...]:
    """Who signed it with the other: "Norway has signed an agreement with", "we have signed"."""
    process = language(telling.code).process
    lead = clause.text[max(0, span.start - 60) : span.start]
    if not any(word in process.agreements.made for word in lead.casefold().split()[-2:]):
        return ()
    if process.meetings.first.intersection(lead.split()):
        return telling.speaking(clause.span.start)
    return telling.among(lead, organisations=True)[-1:]
