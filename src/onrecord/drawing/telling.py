"""What a document's lines are read with: its day, its people, who speaks where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.drawing.actors import Actor, ActorKind, actors_in
from onrecord.drawing.conflict import conflict_in
from onrecord.languages import language
from onrecord.model import Dating, Named, PartKind, Profile, Reading, Span

_NAME = r"[A-Z][\w’'-]+(?:\s+(?:al-|el-|bin |al )?[A-Z][\w’'-]+){0,3}"
_FOLLOWING = re.compile(rf"\W{{0,2}}\s*({_NAME})")
_BEFORE, _BEHIND = 60, 120
_NAMES = re.compile(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+)*")


@dataclass(frozen=True, slots=True)
class Telling:
    """What a document's lines are read with.

    `said` is the day that its words are of. `stands` leads from a name and from a surname to a
    state, for those who lead one, else to the full name. `home` is the state whose leader's page
    it is, "" for any other page; `conflict` the divided state that it speaks of, "" for none.
    `turns` are the places of its turns with their speakers, `parties` those of the process.
    """

    said: Dating | None = None
    code: str = "en"
    stands: Mapping[str, str] = field(default_factory=dict)
    home: str = ""
    conflict: str = ""
    turns: Sequence[tuple[Span, str]] = ()
    parties: tuple[Named, ...] = ()

    def among(self, text: str, *, organisations: bool = False) -> tuple[str, ...]:
        """Those named in `text` who can meet and agree, each once and in order."""
        found = [*self._actors(text, organisations), *self._known(text)]
        return tuple(dict.fromkeys(name for _, name in sorted(found) if name))

    def _actors(self, text: str, organisations: bool) -> Iterator[tuple[int, str]]:
        for actor in actors_in(text, code=self.code, conflict=self.conflict, parties=self.parties):
            if actor.kind is ActorKind.PERSON:
                yield actor.span.start, _stands(text, actor, self.code)[1]
            elif not actor.place and (organisations or actor.kind is not ActorKind.ORGANISATION):
                yield actor.span.start, actor.name

    def _known(self, text: str) -> Iterator[tuple[int, str]]:
        for match in _NAMES.finditer(text):
            words = match.group().removesuffix("’s")
            name = self.stands.get(words) or self.stands.get(words.rpartition(" ")[2])
            if name:
                yield match.start(), name

    def person(self, text: str) -> tuple[str, ...]:
        """The names in `text` of two words or more, without posts and titles."""
        people = language(self.code).people
        found: list[str] = []
        for match in _NAMES.finditer(text):
            words = match.group().split()
            titles = {*people.posts, *people.honorifics, *people.openers, *people.post_modifiers}
            while words and words[0].casefold() in titles:
                words = words[1:]
            if len(words) > 1 and not any(w.casefold() in people.organisation_nouns for w in words):
                found.append(" ".join(words).removesuffix("’s"))
        return tuple(dict.fromkeys(found))

    def subject(self, before: str) -> tuple[str, ...]:
        """Those of whom the words before a phrase say that they had it ("X and Y held")."""
        held = _holding(self.code).search(before)
        if not held:
            return ()
        found = self.among(before[: held.start()]) or self.person(before[: held.start()])
        return found or ((self.home,) if self.home and _NAMES.search(before) else ())

    def narrating(self, place: int) -> tuple[str, ...]:
        """Whose page it is, where nobody's turn is; nobody elsewhere."""
        at = bisect_right(self.turns, place, key=lambda turn: turn[0].start) - 1
        spoken = at >= 0 and self.turns[at][0].end > place
        return (self.home,) if self.home and not spoken else ()

    def speaking(self, place: int) -> tuple[str, ...]:
        """Who speaks at a place of the text, or whose page it is."""
        at = bisect_right(self.turns, place, key=lambda turn: turn[0].start) - 1
        if at >= 0 and self.turns[at][0].end > place:
            speaker = self.turns[at][1]
            return (self.stands.get(speaker, speaker),) if speaker else ()
        return (self.home,) if self.home else ()


@lru_cache(maxsize=8)
def _holding(code: str) -> re.Pattern[str]:
    held = "|".join(language(code).process.meetings.held)
    return re.compile(rf"\b(?:{held})\b(?:\W+\w+)?\W*\Z", re.I)


@lru_cache(maxsize=4)
def telling_of(reading: Reading, profile: Profile | None = None) -> Telling:
    """What the lines of a document are read with."""
    text, code = reading.document.text, reading.document.language or "en"
    parties = profile.parties if profile else ()
    stands: dict[str, str] = {}
    for stretch in _with_posts(text, code):
        for actor in actors_in(stretch, code=code, parties=parties):
            if actor.kind is ActorKind.PERSON:
                name, who = _stands(stretch, actor, code)
                if name and len(name.split()) > 1:
                    stands.setdefault(name, who)
                    stands.setdefault(name.split()[-1], who)
    turns = sorted((span, turn.speaker) for turn in reading.structure.turns for span in turn.spans)
    home = _home(reading, code)
    return Telling(day_of(reading), code, stands, home, conflict_in(text, code), turns, parties)


def day_of(reading: Reading) -> Dating | None:
    """The day of what a document is of; that of publication where a line of its own names it.

    A notice of a call of today often names the day of something else in its first sentence.
    """
    structure = reading.structure
    dated = any(part.kind is PartKind.DATE for part in structure.parts)
    if structure.published and structure.published.earliest and dated:
        return structure.published
    known = [day for day in (structure.dating, structure.published) if day]
    return next((day for day in known if day.earliest), known[0] if known else None)


def _with_posts(text: str, code: str) -> Iterator[str]:
    """The stretches of a text around the posts of people, each once."""
    seen: set[str] = set()
    start = end = 0
    for match in _posts(code).finditer(text):
        if match.start() - _BEFORE > end:
            yield from _new(text[start:end], seen)
            start = max(0, match.start() - _BEFORE)
        end = match.end() + _BEHIND
    yield from _new(text[start:end], seen)


def _new(stretch: str, seen: set[str]) -> Iterator[str]:
    if stretch and stretch not in seen:
        seen.add(stretch)
        yield stretch


@lru_cache(maxsize=8)
def _posts(code: str) -> re.Pattern[str]:
    words = language(code).process.meetings
    titles = sorted({*words.heads, *words.officials}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(title.title() for title in titles)})s?\b")


def _home(reading: Reading, code: str) -> str:
    """The state whose leader's page it is, by its publisher; "" for any other."""
    publisher = reading.structure.publisher or reading.document.publisher
    owners = [a for a in actors_in(publisher, code=code) if a.kind is ActorKind.PERSON]
    return owners[0].name if owners and _leads(publisher, owners[0], code) else ""


def _stands(text: str, actor: Actor, code: str) -> tuple[str, str]:
    """The name behind a post, "" for none, and whom it stands for."""
    follows = _FOLLOWING.match(text[actor.span.end : actor.span.end + 80])
    name = follows.group(1) if follows else ""
    if name and name.split()[0].casefold() in language(code).people.posts:
        name = " ".join(name.split()[1:])
    leads = _leads(text, actor, code)
    return name, actor.name if leads else (name or actor.name)


def _leads(text: str, actor: Actor, code: str) -> bool:
    """Whether the post of an actor is that of a head of state or of government."""
    before = text[max(0, actor.span.start - 45) : actor.span.start].casefold()
    of = re.search(r"(?:of|to)(?: the)?\s*\Z", before)
    words = before[: of.start()] if of else actor.span.of(text).casefold()
    tail = re.split(r"[.,;:\n]", words)[-1]
    heads, others = _heads(code)
    return bool(heads.search(tail)) and not others.search(tail)


@lru_cache(maxsize=8)
def _heads(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = language(code).process.meetings
    return (
        re.compile(rf"\b(?:{'|'.join(sorted(words.heads))})s?\b"),
        re.compile(rf"\b(?:{'|'.join(sorted(words.no_heads))})\b"),
    )


def whole(name: str, code: str) -> str:
    """The organisation that a body belongs to: "UN Security Council" is of the UN."""
    names = language(code).actors.organisations
    words = name.split()
    for end in range(len(words), 0, -1):
        first = " ".join(words[:end])
        known = names.get(first) or names.get(first.casefold())
        if known:
            return known
    return name
