"""Those who are named in a sentence, by the names that lines have for them, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.drawing.actors import ActorKind, actors_in
from onrecord.drawing.clauses import Clause
from onrecord.drawing.conflict import conflict_in
from onrecord.drawing.posts import Holder, holders
from onrecord.drawing.titled import ruling, titled_in
from onrecord.drawing.tokens import Token, tokens
from onrecord.languages import language
from onrecord.model import Named, PartKind, PostHeld, Profile, Reading, Span

_OPENING = re.compile(r"((?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+)(?= [a-z])")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a sentence: `name` as lines have it, a head of state being the state.

    `of` is the state of a person.
    """

    name: str
    span: Span
    kind: ActorKind
    place: bool = False
    of: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What the rules know of a whole document.

    `people` are those who hold posts by surname; `conflict` is the divided state that it tells of;
    `home` the state of the publisher, `parties` those of the process.
    """

    reading: Reading
    code: str
    people: Mapping[str, Holder]
    conflict: str = ""
    home: str = ""
    parties: tuple[Named, ...] = ()


def page_of(reading: Reading, posts: Sequence[PostHeld], profile: Profile | None = None) -> Page:
    """What a document says as a whole of who is who."""
    code = reading.document.language or "en"
    publisher = reading.document.publisher or reading.structure.publisher
    home = next((a for a in actors_in(publisher, code=code) if a.kind is not ActorKind.GROUP), None)
    people = holders(posts, code)
    if home and home.kind is ActorKind.PERSON:
        people = {**_head(reading, home.name), **people}
    return Page(
        reading,
        code,
        people,
        conflict_in(reading.document.text, code),
        home.name if home else "",
        profile.parties if profile else (),
    )


def _head(reading: Reading, state: str) -> dict[str, Holder]:
    """Whom a head of state's own pages begin with."""
    for part in reading.structure.parts:
        if part.kind is PartKind.STANDFIRST:
            opening = _OPENING.match(part.span.of(reading.document.text))
            if opening:
                name = opening.group(1)
                return {tokens(name)[-1].low: Holder(name, state, rules=True)}
    return {}


def members_in(page: Page, clause: Clause) -> list[Member]:
    """Those in a sentence in order, none inside another; offsets count in the sentence."""
    text = clause.text
    found = [*_titled(page, text), *_known(page, text)]
    taken = _without_overlap(found)
    for actor in actors_in(text, code=page.code, conflict=page.conflict, parties=page.parties):
        if not any(actor.span.meets(one.span) for one in taken):
            taken.append(Member(actor.name, actor.span, actor.kind, actor.place))
    bodies = language(page.code).conduct.roles.bodies
    for match in expression(bodies, cased=True).finditer(text) if bodies else ():
        span = Span(*match.span())
        if " " in match.group() and not any(span.meets(one.span) for one in taken):
            taken.append(Member(match.group(), span, ActorKind.ORGANISATION))
    return sorted(taken, key=lambda one: one.span)


def _titled(page: Page, text: str) -> Iterator[Member]:
    for one in titled_in(text, code=page.code):
        holder = page.people.get(tokens(one.person)[-1].low)
        of = one.of or (holder.of if holder else "")
        rules = bool(of) and (ruling(one.post, page.code) or bool(holder and holder.rules))
        person = holder.person if holder else one.person
        if len(person.split()) > 1 or rules:
            yield Member(of if rules else person, one.span, ActorKind.PERSON, of=of)


def _known(page: Page, text: str) -> Iterator[Member]:
    """People of the document by their surname, with what stands before it of their name."""
    read = tokens(text)
    for place, token in enumerate(read):
        holder = page.people.get(token.low)
        if holder is None or not token.raw[0].isupper():
            continue
        start = place
        while start and _before(page, read, start - 1, holder):
            start -= 1
        name = holder.of if holder.rules and holder.of else holder.person
        yield Member(name, Span(read[start].start, token.end), ActorKind.PERSON, of=holder.of)


def _before(page: Page, read: Sequence[Token], place: int, holder: Holder) -> bool:
    """Whether a word belongs to the name that goes on after it."""
    token, data = read[place], language(page.code)
    if read[place + 1].start - token.end != 1:
        return False
    given = token.raw in holder.person.split()[:-1]
    return given or token.low in data.people.honorifics or token.low in data.conduct.posts.rulers


def _without_overlap(found: Sequence[Member]) -> list[Member]:
    taken: list[Member] = []
    for one in sorted(found, key=lambda member: (-len(member.span), member.span)):
        if not any(one.span.meets(other.span) for other in taken):
            taken.append(one)
    return taken


def list_after(page: Page, text: str, members: Sequence[Member], start: int) -> list[Member]:
    """The members of a list that begins at `start`, with the words of lists between them."""
    taken: list[Member] = []
    gap = _expression(language(page.code).conduct.roles.listing)
    at = start
    for member in members:
        if member.span.start < at:
            continue
        if not gap.fullmatch(text, at, member.span.start):
            break
        taken.append(member)
        at = member.span.end
        if text.startswith(("’s", "'s"), at):
            break
    return taken


def list_before(page: Page, text: str, members: Sequence[Member], end: int) -> list[Member]:
    """The members of a list that ends at `end`, where the last of them must end."""
    taken: list[Member] = []
    gap = _expression(language(page.code).conduct.roles.listing)
    at = end
    for member in reversed(members):
        if member.span.end > at:
            continue
        if taken and not gap.fullmatch(text, member.span.end, at):
            break
        if not taken and member.span.end != at:
            break
        taken.insert(0, member)
        at = member.span.start
    return taken


@lru_cache(maxsize=256)
def _expression(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def said_in(text: str, any_of: Iterable[str]) -> bool:
    """Whether any of some folded bits of words stands in a text: a cheap first look."""
    folded = text.casefold()
    return any(bit in folded for bit in any_of)


def expression(words: str, *, cased: bool = False) -> re.Pattern[str]:
    """A language's expression, compiled once."""
    return _cased(words) if cased else _expression(words)


@lru_cache(maxsize=64)
def _cased(words: str) -> re.Pattern[str]:
    return re.compile(words)
