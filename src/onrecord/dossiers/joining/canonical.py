"""What names come to the same, and which words of a name tell it apart."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.drawing import Mentioned, Naming, mentions
from onrecord.drawing.actors import ActorKind, actors_in
from onrecord.languages import language
from onrecord.model import Profile
from onrecord.rosters import body_named, place_named
from onrecord.text import words

_FORMAT = "format"
_NUMBER = re.compile(r"\d+")
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s?[-–—−/]\s?((?:19|20)\d\d)\b|\b((?:19|20)\d\d)\b")


class Names:
    """Names as the profile of a process and its language have them."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        data = language(profile.language)
        self._phrases, times = data.process.phrases, data.process.times
        self._silent = (
            data.wording.common | self._phrases.days | times.next_words | times.last_words
        )

    def thing(self, name: str) -> str:
        """A process, body or instrument by its usual name; another one in small letters.

        A name with a number in it is that of one meeting, and stands for itself.
        """
        plain = plain_name(name)
        if _NUMBER.search(plain) and not self.instrument(name):
            return plain
        return self.whose(name) or self.instrument(name) or plain

    def whose(self, name: str) -> str:
        """The process or its body that a name is of, by the longest words that name one; or "".

        A body of the kind "format" is the process itself by words that others use as well.
        """
        found = [
            m for m in _mentioned(name, self._profile) if m.naming in (Naming.NAME, Naming.BODY)
        ]
        longest = max(found, key=lambda m: len(m.span), default=None)
        if longest is None:
            return ""
        own = longest.naming is Naming.NAME or longest.kind == _FORMAT
        return self.process if own else longest.name

    def instrument(self, name: str) -> str:
        """The instrument of the profile that a name is of, "" for none."""
        found = [m for m in _mentioned(name, self._profile) if m.naming is Naming.INSTRUMENT]
        return max(found, key=lambda m: len(m.span)).name if found else ""

    @property
    def process(self) -> str:
        """What lines call the process itself: the first of its names."""
        return self._profile.names[0] if self._profile.names else self._profile.title

    def actor(self, name: str) -> str:
        """A party of the process or a state by its usual name, others in small letters."""
        for one in self._profile.parties:
            if plain_name(name) in {plain_name(n) for n in (one.name, *one.aliases)}:
                return one.name
        state = body_named(name)
        return state.name if state else plain_name(name)

    def telling(self, name: str) -> frozenset[str]:
        """The words of a name that tell it apart: no articles, no numbers, no days.

        What follows a participle ("signed on November 9") tells when and where, and is no name.
        """
        found: list[str] = []
        for word in words(name):
            if found and word.form in self._phrases.participles:
                break
            if word.form not in self._silent and not word.form[:1].isdigit():
                found.append(word.form)
        return frozenset(found)


@lru_cache(maxsize=65_536)
def plain_name(name: str) -> str:
    """A name in small letters, words alone, without a leading article."""
    found = [word.form for word in words(name)]
    return " ".join(found[1:] if found[:1] == ["the"] and len(found) > 1 else found)


@lru_cache(maxsize=65_536)
def short_names(name: str) -> str:
    """A name with states and organisations in it by their short names: "Charter of the UN"."""
    for actor in reversed(actors_in(name)):
        if actor.kind in (ActorKind.STATE, ActorKind.ORGANISATION):
            name = f"{name[: actor.span.start]}{actor.name}{name[actor.span.end :]}"
    return name


@lru_cache(maxsize=65_536)
def place_name(name: str) -> str:
    """A place by one name, whichever it bore at the time: Nur-Sultan is Astana."""
    place = place_named(name)
    return place.id if place else plain_name(name)


def years_in(name: str) -> frozenset[str]:
    """The years, or spans of years, that stand in a name: "2019-2021"."""
    return frozenset(f"{one[1]}-{one[2]}" if one[1] else one[3] for one in _YEARS.finditer(name))


@lru_cache(maxsize=65_536)
def _mentioned(name: str, profile: Profile) -> tuple[Mentioned, ...]:
    return mentions(name, profile)
