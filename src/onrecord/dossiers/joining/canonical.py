"""What names come to the same, and which words of a name tell it apart."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.drawing import Mentioned, Naming, mentions
from onrecord.languages import language
from onrecord.model import Profile
from onrecord.text import words

_NUMBER = re.compile(r"\d+")
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s?[-–—−/]\s?((?:19|20)\d\d)\b|\b((?:19|20)\d\d)\b")


class Names:
    """Names as the profile of a process and its language have them."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._common = language(profile.language).wording.common

    def thing(self, name: str) -> str:
        """A process, body or instrument by its usual name; another one in small letters.

        A name with a number in it is that of one meeting, and stands for itself.
        """
        found = _mentioned(name, self._profile)
        plain = plain_name(name)
        if _NUMBER.search(plain) and not any(m.naming is Naming.INSTRUMENT for m in found):
            return plain
        named = [m for m in found if m.naming in (Naming.BODY, Naming.INSTRUMENT)]
        process = [m for m in found if m.naming is Naming.NAME]
        longest = max([*process, *named], key=lambda m: len(m.span), default=None)
        if longest is None:
            return plain
        return self.process if longest.naming is Naming.NAME else longest.name

    def instrument(self, name: str) -> str:
        """The instrument of the profile that a name is of, "" for none."""
        return self._longest(name, Naming.INSTRUMENT)

    def body(self, name: str) -> str:
        """The body of the profile that a name is of, "" for none."""
        return self._longest(name, Naming.BODY)

    def _longest(self, name: str, naming: Naming) -> str:
        found = [m for m in _mentioned(name, self._profile) if m.naming is naming]
        return max(found, key=lambda m: len(m.span)).name if found else ""

    @property
    def process(self) -> str:
        """What lines call the process itself: the first of its names."""
        return self._profile.names[0] if self._profile.names else self._profile.title

    def actor(self, name: str) -> str:
        """A party of the process by its usual name, another actor in small letters."""
        for one in self._profile.parties:
            if plain_name(name) in {plain_name(n) for n in (one.name, *one.aliases)}:
                return one.name
        return plain_name(name)

    def telling(self, name: str) -> frozenset[str]:
        """The words of a name that tell it apart: no articles, no numbers."""
        found = (word.form for word in words(name))
        return frozenset(w for w in found if w not in self._common and not w[:1].isdigit())


@lru_cache(maxsize=65_536)
def plain_name(name: str) -> str:
    """A name in small letters, words alone, without a leading article."""
    found = [word.form for word in words(name)]
    return " ".join(found[1:] if found[:1] == ["the"] and len(found) > 1 else found)


@lru_cache(maxsize=65_536)
def place_name(name: str) -> str:
    """A place by one name, whichever it bore at the time: Nur-Sultan is Astana."""
    return plain_name(name)


def years_in(name: str) -> frozenset[str]:
    """The years, or spans of years, that stand in a name: "2019-2021"."""
    return frozenset(f"{one[1]}-{one[2]}" if one[1] else one[3] for one in _YEARS.finditer(name))


@lru_cache(maxsize=65_536)
def _mentioned(name: str, profile: Profile) -> tuple[Mentioned, ...]:
    return mentions(name, profile)
