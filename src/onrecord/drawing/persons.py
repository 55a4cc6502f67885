"""Who meets: states for those who lead them, persons by their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.drawing.actors import Actor, ActorKind, actors_in
from onrecord.languages import language
from onrecord.model import Reading

_NAME = r"[A-Z][\w’'-]+(?:\s+(?:al-|el-|bin |al )?[A-Z][\w’'-]+){0,3}"
_FOLLOWING = re.compile(rf"\W{{0,2}}\s*({_NAME})")


@dataclass(frozen=True, slots=True)
class Persons:
    """The people of a document: whom each name stands for, and whose page it is.

    `stands` leads from a name and from a surname to a state, for those who lead one, else to the
    full name. `home` is the state whose leader's page it is, "" for any other page.
    """

    stands: Mapping[str, str] = field(default_factory=dict)
    home: str = ""

    def among(self, text: str, code: str = "en") -> tuple[str, ...]:
        """Those named in `text`, each once and in order."""
        found: list[tuple[int, str]] = []
        for actor in actors_in(text, code=code):
            if actor.place or (actor.kind is ActorKind.ORGANISATION):
                continue
            if actor.kind is ActorKind.PERSON:
                found.append((actor.span.start, _stands(text, actor, code)[1]))
            else:
                found.append((actor.span.start, actor.name))
        for match in re.finditer(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+)*", text):
            words = match.group().removesuffix("’s")
            name = self.stands.get(words) or self.stands.get(words.split()[-1])
            if name:
                found.append((match.start(), name))
        return tuple(dict.fromkeys(name for _, name in sorted(found) if name))


def persons_of(reading: Reading) -> Persons:
    """The people that a document names with a post of a state, and whose page it is."""
    text, code = reading.document.text, reading.document.language or "en"
    stands: dict[str, str] = {}
    for actor in actors_in(text, code=code):
        if actor.kind is ActorKind.PERSON:
            name, who = _stands(text, actor, code)
            if name and len(name.split()) > 1:
                stands.setdefault(name, who)
                stands.setdefault(name.split()[-1], who)
    publisher = reading.structure.publisher or reading.document.publisher
    owners = [a for a in actors_in(publisher, code=code) if a.kind is ActorKind.PERSON]
    return Persons(stands, owners[0].name if owners and _leads(publisher, owners[0], code) else "")


def _stands(text: str, actor: Actor, code: str) -> tuple[str, str]:
    """The name behind a post, "" for none, and whom it stands for."""
    follows = _FOLLOWING.match(text[actor.span.end : actor.span.end + 80])
    name = follows.group(1) if follows else ""
    posts = language(code).people.posts
    if name and name.split()[0].casefold() in posts:
        name = " ".join(name.split()[1:])
    leads = _leads(text, actor, code)
    return name, actor.name if leads else (name or actor.name)


def _leads(text: str, actor: Actor, code: str) -> bool:
    around = text[max(0, actor.span.start - 40) : actor.span.end + 30].casefold()
    near = around[-(len(actor.span) + 70) :]
    heads = _heads(code)
    before = text[max(0, actor.span.start - 45) : actor.span.start].casefold()
    of = re.search(r"(?:of|to)(?: the)?\s*$", before)
    if of:
        return bool(
            re.search(rf"\b(?:{heads})s?\b[^.,;:]*$", before[: of.start()])
        ) and not re.search(
            r"\b(?:vice|foreign|deputy|aide|minister of|administration|envoy)\b[^.,;:]*$", before
        )
    inner = text[actor.span.start : actor.span.end].casefold()
    return bool(re.search(rf"\b(?:{heads})s?\b", inner)) and "vice" not in inner and bool(near)


@lru_cache(maxsize=8)
def _heads(code: str) -> str:
    return "|".join(sorted(language(code).process.meetings.heads))
