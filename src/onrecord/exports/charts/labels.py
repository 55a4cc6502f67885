"""Labels that never lie on each other: how wide words are at most, and which row has room."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

SIZE = 12.0
"""The height of the letters of a label."""
_WIDE = frozenset("mwMW@%—…")
_NARROW = frozenset(" iljtfrI.,:;'|!()[]/-’‘“”")


def width(text: str, size: float = SIZE) -> float:
    """No less than the width of a text in a usual font without serifs; letters of `size`."""
    return size * sum(map(_letter, text))


def fitted(text: str, room: float, size: float = SIZE) -> str:
    """A text cut so that it is no wider than `room`."""
    if width(text, size) <= room:
        return text
    left = room - width("…", size)
    for number, letter in enumerate(text):
        left -= size * _letter(letter)
        if left < 0:
            return f"{text[:number].rstrip()}…"
    return text


class Rows:
    """Rows filled from the left: each stretch gets the first row that has room for it."""

    def __init__(self) -> None:
        self._ends: list[float] = []

    def place(self, start: float, end: float) -> int:
        """The number of the row for a stretch; stretches may come in any order of their starts."""
        for number, taken in enumerate(self._ends):
            if taken <= start:
                self._ends[number] = end
                return number
        self._ends.append(end)
        return len(self._ends) - 1

    def __len__(self) -> int:
        return len(self._ends)


def _letter(letter: str) -> float:
    if combining(letter):
        return 0.0
    if east_asian_width(letter) in "WF" or ord(letter) > 0x2FFF:
        return 1.05
    if letter in _WIDE:
        return 1.0
    if letter in _NARROW:
        return 0.42
    return 0.76 if letter.isupper() else 0.65
