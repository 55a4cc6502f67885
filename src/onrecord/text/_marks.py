"""Quotation marks one by one: which family, and which way each can face where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

UNSEEN = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"
    "\u2066\u2067\u2068\u2069\ufeff"
)
_GAP = f"[{UNSEEN}]*"
_MARK = re.compile(rf"'{_GAP}'{_GAP}'(?!')|'{_GAP}'|‘{_GAP}‘|’{_GAP}’|``|[\"“”„‟«»‘’'`]")
_PARAGRAPH = re.compile(r"[^\n\v\f\r\u0085\u2028\u2029]+")
_FACE = {"“": (True, False), "”": (False, True), "„": (True, False), "‟": (True, False)}
_FACE |= {"«": (True, False), "»": (False, True), "``": (True, False), "‘‘": (True, False)}
_FACE |= {"’’": (False, True)}
_BEFORE_OPEN = frozenset(" \t\u00a0\u2009\u202f([{<\"“„«‘'`")
_AFTER_CLOSE = frozenset(" \t\u00a0\u2009\u202f.,;:!?)]}>\"”»’'…")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}$")


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """A mark: where, its family, and whether it can open or close a quotation here."""

    start: int
    end: int
    family: str
    opens: bool
    closes: bool
    after_digit: bool = False


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines of `text` that hold something; a line is a paragraph."""
    for line in _PARAGRAPH.finditer(text):
        if line.group().strip():
            yield line.span()


def read_marks(text: str, start: int, end: int) -> list[QuoteMark]:
    """The marks of one paragraph in order; apostrophes inside words and inches are left out."""
    found: list[QuoteMark] = []
    for mark in _MARK.finditer(text, start, end):
        raw = "".join(c for c in mark.group() if c not in UNSEEN)
        if raw == "'''":
            found += _three(text, mark, (start, end))
        elif one := _mark(text, raw, mark.span(), (start, end)):
            found.append(one)
    return found


def _three(text: str, mark: re.Match[str], bounds: tuple[int, int]) -> list[QuoteMark]:
    """Three single quotes: a doubled one and a single one, the single one inside."""
    opens = _side(text, mark.start() - 1, bounds, -1) in _BEFORE_OPEN
    cut = mark.start() + 2 if opens else mark.start() + 1
    spans = [(mark.start(), cut), (cut, mark.end())]
    return [
        QuoteMark(a, b, "single" if (i == 1) == opens else "doubled", opens, not opens)
        for i, (a, b) in enumerate(spans)
    ]


def _mark(text: str, raw: str, span: tuple[int, int], bounds: tuple[int, int]) -> QuoteMark | None:
    before = _side(text, span[0] - 1, bounds, -1)
    after = _side(text, span[1], bounds, 1)
    family = _family(raw)
    opens = after not in _AFTER_CLOSE or after in "\"“„«‘'"
    opens = opens and after != " " and (before in _BEFORE_OPEN or not before.isalnum())
    closes = before not in "([{ \t\u00a0"
    if family == "single":
        return _single(raw, span, (before, after))
    if before in _BEFORE_OPEN and before not in "\"“„«‘'`":
        opens, closes = not after.isspace(), after.isspace()
    elif after in _AFTER_CLOSE and after not in "\"'’”»":
        opens, closes = False, True
    if raw == "”" and not text[bounds[0] : span[0]].strip(UNSEEN + " "):
        return QuoteMark(*span, family, opens=True, closes=False)
    if raw in _FACE and (opens == closes or raw not in "“”«»"):
        opens, closes = _FACE[raw]
    elif raw in _FACE and (opens, closes) != _FACE[raw]:
        opens, closes = _turned(raw, (before, after))
    digit = before.isdigit()
    if family == "straight" and _FEET.search(text, max(bounds[0], span[0] - 6), span[0]):
        return None
    return QuoteMark(*span, family, opens, closes, digit)


def _turned(raw: str, sides: tuple[str, str]) -> tuple[bool, bool]:
    """A faced mark is believed unless what stands on both sides speaks against it."""
    before, after = sides
    opens, closes = _FACE[raw]
    if opens and before not in _BEFORE_OPEN and before and after in _AFTER_CLOSE:
        return False, True
    if closes and before in " \u00a0([" and (after.isalnum() or after in "[(¡¿…"):
        return True, False
    return opens, closes


def _single(raw: str, span: tuple[int, int], sides: tuple[str, str]) -> QuoteMark | None:
    before, after = sides
    if before.isalnum() and after.isalnum():
        return None
    opens = raw != "’" and not before.isalnum() and bool(after) and not after.isspace()
    opens = opens and before not in ".,!?…" and after not in ".,;:!?)"
    closes = raw not in "‘`" and bool(before) and not before.isspace() and before not in "([—"
    closes = closes and not after.isalnum()
    return QuoteMark(*span, "single", opens, closes) if opens or closes else None


def _family(raw: str) -> str:
    if raw in ("''", "``", "‘‘", "’’"):
        return "doubled"
    if raw == '"':
        return "straight"
    if raw in "«»":
        return "guillemet"
    return "curly" if raw in "“”„‟" else "single"


def _side(text: str, at: int, bounds: tuple[int, int], step: int) -> str:
    """The nearest character that can be seen, a space at the paragraph's ends."""
    while bounds[0] <= at < bounds[1] and text[at] in UNSEEN:
        at += step
    return text[at] if bounds[0] <= at < bounds[1] else " "
