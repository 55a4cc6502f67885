"""The words of a sentence, and what each can be in the phrase of a noun."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.drawing.tokens import Token
from onrecord.languages import PhraseWords, language

_SPACE = re.compile(r"[\s(\[\]]*\Z")
_LISTED = re.compile(r"\s*,\s*\Z")
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)\Z")
_DIGITS = re.compile(r"\d[\d/–−-]*\Z")


@dataclass(frozen=True, slots=True)
class Scan:
    """The words of a sentence, with what is known of each and where its dates are."""

    text: str
    read: Sequence[Token]
    words: PhraseWords
    code: str
    dates: Mapping[int, int]

    def name(self, place: int) -> bool:
        """Whether a word is written as a name, its particles included ("bin", "al-Assad")."""
        raw, low = self.read[place].raw, self.read[place].low
        if not raw[:1].isupper():
            head = low.partition("-")[0]
            return head in self.particles and ("-" in raw or self._before_name(place))
        known_state = raw.isupper() and len(raw) > 1  # "US" is no pronoun
        return known_state or low not in language(self.code).people.openers

    @property
    def particles(self) -> frozenset[str]:
        """Small words inside names."""
        return language(self.code).layout.particles

    def _before_name(self, place: int) -> bool:
        return place + 1 < len(self.read) and self.read[place + 1].raw[:1].isupper()

    def beside(self, place: int) -> bool:
        """Whether nothing but white space stands between a word and the one before."""
        return 0 < place < len(self.read) and bool(
            _SPACE.match(self.text, self._gap(place)[0], self._gap(place)[1])
        )

    def listed(self, place: int) -> bool:
        """Whether a comma alone stands between a word and the one before."""
        return 0 < place < len(self.read) and bool(
            _LISTED.match(self.text, self._gap(place)[0], self._gap(place)[1])
        )

    def _gap(self, place: int) -> tuple[int, int]:
        before = self.read[place - 1]
        end = before.end + (2 if before.owning else 0)
        return min(end, self.read[place].start), self.read[place].start

    def fronting(self, place: int) -> bool:
        """Whether a word can stand before a noun as a part of its phrase."""
        token, data = self.read[place], self.words
        if self.name(place) or _NUMBERED.match(token.low) or _DIGITS.match(token.low):
            return True
        ordinals = language(self.code).process.ordinals
        return (
            token.low in data.modifiers
            or token.low in ordinals
            or token.low in data.numbers
            or (token.owning and token.low in data.fillers)
        )

    def joining(self, low: str) -> bool:
        """Whether a word stands inside an object: an article, "and" and the like."""
        return low in self.words.determiners or low in self.words.joining
