"""Whether the words around an expression put it into the past or ahead."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.dates.tokens import Tokens
from onrecord.languages._dates import DateWords

_BREAKS = frozenset("!?;:\0")
_QUOTES = frozenset("'’”\"")
_BEFORE, _AFTER, _NEAR = 30, 14, 6


@dataclass(frozen=True, slots=True)
class Tense:
    """What tells past from future in a text."""

    tokens: Tokens
    words: DateWords
    abbreviations: frozenset[str]

    def around(self, start: int, end: int) -> int:
        """-1 for the past, 1 for what lies ahead, 0 where nothing tells, of tokens [start, end).

        -2 and 2 where a word close by tells. The nearest word that tells before the expression
        counts, in its sentence; where there is none, or the expression opens a clause ("in March,
        we will"), the nearest after it. Up to when and by when ("by July 4th") is told by neither,
        since when is past.
        """
        before = self.tokens.word(start - 1)
        ways = [self.words.openings.get(word) for word in (before, self.tokens.word(start))]
        if "from" in ways:
            return -2
        if "to" in ways:
            return 0
        opening = self.tokens.word(start - 2) if before in self.words.year_after else before
        if before in self.words.clause or opening in self.words.clause:
            return self._after(end) or self._before(start)
        return self._before(start) or self._after(end)

    def _before(self, start: int) -> int:
        for at in range(start - 1, max(-1, start - _BEFORE), -1):
            if self._breaks(at + 1) or self._breaks(at):
                break
            near = start - at < _NEAR
            if told := self._told(at):
                return 2 * told if near else told
            if near and self._going_on(at):
                return 1
        return 0

    def _after(self, end: int) -> int:
        for at in range(end, min(len(self.tokens), end + _AFTER)):
            if self._breaks(at):
                break
            if told := self._told(at):
                return 2 * told if at - end < _NEAR else told
        return 0

    def _going_on(self, at: int) -> bool:
        """Whether the words are such as "are meeting"."""
        ending = self.words.going_on_ending
        ends = bool(ending) and self.tokens.word(at).endswith(ending)
        return ends and self.tokens.word(at - 1) in self.words.going_on

    def _breaks(self, at: int) -> bool:
        """Whether a sentence or a line ends just before this token, or with it."""
        tokens, word = self.tokens, self.tokens.word(at)
        if word in _BREAKS:
            return True
        if word == ".":
            return self._stops(at)
        if not 0 < at < len(tokens):
            return False
        return "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]

    def _stops(self, at: int) -> bool:
        """Whether a stop ends a sentence: not that of "Mr.", nor that of "U.S. officials"."""
        before, after = self.tokens.word(at - 1), at + 1
        if len(before) == 1 or before in self.abbreviations:
            return False
        while self.tokens.word(after) in _QUOTES and after < at + 4:
            after += 1
        return self.tokens.capital(after) or after > at + 1

    def _told(self, at: int) -> int:
        words, word = self.words, self.tokens.word(at)
        if word in words.ahead:
            return 1
        if self.tokens.word(at - 1) in words.ahead:  # "to be held"
            return 0
        if word in words.past:
            return -1
        ends = bool(words.past_ending) and word.endswith(words.past_ending) and len(word) > 4
        return -1 if ends and word not in words.not_past else 0
