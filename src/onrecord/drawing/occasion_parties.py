"""Who meets, by the phrase of an occasion."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.drawing.actors import ActorKind, actors_in
from onrecord.drawing.clauses import Clause
from onrecord.drawing.phrases import Phrase
from onrecord.drawing.telling import Telling, whole
from onrecord.languages import language


def parties_of(clause: Clause, phrase: Phrase, telling: Telling) -> tuple[str, ...]:
    """Those who meet: named in the phrase or its predicate, with who speaks of "my talks with"."""
    text = clause.text
    words = f"{phrase.span.of(text)} {phrase.told.of(text)}"
    found = telling.among(_of_people(words, telling.code))
    met = re.search(r"\bwith (.+)", words, re.DOTALL)
    if met and not found:
        found = telling.person(met.group(1))
    subject = telling.subject(text[max(0, phrase.span.start - 90) : phrase.span.start])
    spoken = language(telling.code).process.meetings.speaking
    if met and phrase.determiner in spoken:
        subject = telling.speaking(clause.span.start)
    elif met and not subject:
        subject = telling.narrating(clause.span.start)
    elif not found and subject and _with_me(telling.code).search(clause.text):
        found = telling.speaking(clause.span.start)
    return tuple(dict.fromkeys((*subject, *found))) if found else ()


def visiting(
    clause: Clause, phrase: Phrase, telling: Telling, *, parties: tuple[str, ...], place: str
) -> tuple[str, ...]:
    """The visitor and then the host, the state of the `place`; none where nobody is named."""
    speaking = language(telling.code).process.meetings.speaking
    if not parties and phrase.determiner in speaking:
        parties = telling.speaking(clause.span.start)
    if not parties:
        parties = telling.person(phrase.after.of(clause.text))
    host = state_of(place, telling.code)
    return tuple(dict.fromkeys((*parties, *host))) if parties else ()


def state_of(place: str, code: str) -> tuple[str, ...]:
    """The state that a place is, or is the capital of."""
    capital = language(code).actors.capitals.get(place.casefold())
    named = [a.name for a in actors_in(place, code=code) if a.kind is ActorKind.STATE]
    return (capital,) if capital else tuple(named[:1])


@lru_cache(maxsize=8)
def _with_me(code: str) -> re.Pattern[str]:
    return re.compile(language(code).process.meetings.with_me)


def _of_people(words: str, code: str) -> str:
    """The words without the objects that say on what, where and when."""
    data = language(code).process.phrases
    links = "|".join(sorted(data.links - data.listing))
    listing = "|".join(sorted(data.listing))
    return re.sub(rf"\b(?:{links})\b.*?(?=\b(?:{listing})\b|\Z)", " ", words, flags=re.DOTALL)


def organisations_of(text: str, phrase: Phrase, code: str) -> tuple[str, ...]:
    """The organisation whose body meets: "the UN General Assembly" is the UN."""
    actors = actors_in(phrase.span.of(text), code=code)
    found = [whole(a.name, code) for a in actors if a.kind is ActorKind.ORGANISATION]
    return tuple(dict.fromkeys(found))


def body_of(text: str, phrase: Phrase, code: str) -> str:
    """Whose meeting or session it is: the committee, council or organisation named."""
    found = re.match(r"\s*of (?:the )?(.+)", phrase.after.of(text), re.DOTALL)
    if found:
        bodies = language(code).process.meetings.bodies
        if any(word in bodies for word in found.group(1).casefold().split()):
            return " ".join(found.group(1).split())
    actors = actors_in(phrase.span.of(text), code=code)
    return next((a.name for a in actors if a.kind is ActorKind.ORGANISATION), "")
