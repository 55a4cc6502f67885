"""A text as words, numbers and marks, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_left

# A year may be glued to a time of day: "201910:54" is 2019, 10:54.
_TOKEN = re.compile(r"\d{4}(?=\d?\d:\d\d)|\d+|[^\W\d_]+|[^\w\s]|_")
_END = "\0"


class Tokens:
    """The tokens of a text; `word` is case-folded, and "\\0" beyond either end.

    Offsets are code points of the text. Letters and digits are told apart ("5th" is "5", "th"),
    and an apostrophe is a token of its own ("week's" is "week", "'", "s").
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        for match in _TOKEN.finditer(text):
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.words.append(match.group().casefold())

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """The token, case-folded."""
        return self.words[at] if 0 <= at < len(self.words) else _END

    def capital(self, at: int) -> bool:
        """Whether the token begins with a capital."""
        return 0 <= at < len(self.words) and self.text[self.starts[at]].isupper()

    def raw(self, at: int) -> str:
        """The token as it is written."""
        return self.text[self.starts[at] : self.ends[at]] if 0 <= at < len(self.words) else _END

    def glued(self, at: int) -> bool:
        """Whether no space stands between the token and the one before."""
        return 0 < at < len(self.words) and self.ends[at - 1] == self.starts[at]

    def number(self, at: int) -> int | None:
        """The number that the token is, of at most four plain digits; else None."""
        word = self.word(at)
        return int(word) if len(word) <= 4 and word.isascii() and word.isdigit() else None

    def has(self, at: int, phrase: tuple[str, ...]) -> bool:
        """Whether these words stand here."""
        return all(self.word(at + n) == word for n, word in enumerate(phrase))

    def first_from(self, offset: int) -> int:
        """The first token that starts at an offset or after it."""
        return bisect_left(self.starts, offset)
