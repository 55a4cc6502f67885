"""Numbers in one comparable form, however they are written: "two million", "2m", "2,000,000"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from onrecord.languages import Numerals

Piece = tuple[int, int, str]
"""Start and end in the text, and a form; of numbers the form is `#` and the value."""

_FIGURE = re.compile(r"(\d[\d,]*(?:\.\d+)?)([a-z]*)")
_DASH = re.compile(r"\s?[-‐‑–—−]\s?")
_BELOW_ZERO = re.compile(r"(?:^|(?<!\d)[ \u00a0(])[-−]$")
"""A minus right before a figure, which no other figure before it makes a range of."""
_JOINT = re.compile(r"[\s\u00a0\-‐‑]*")
_YEAR_HEADS = frozenset({17, 18, 19, 20})


def read_numbers(
    pieces: list[Piece], text: str, numerals: Numerals, openers: Iterable[int]
) -> list[tuple[int, int, list[Piece]]]:
    """The number phrases among `pieces`, which may begin at the `openers` (see `may_open`).

    Each is the number of its first piece and of the first behind it, and what they are as one:
    a piece of form `#value`, of ordinals `#valueth`. Percent signs and currency signs become pieces
    of their own after the number, a dash between two figures the word for a range before it, so
    that every way to write a quantity reads alike.
    """
    openers = frozenset(openers)
    made: list[tuple[int, int, list[Piece]]] = []
    found: list[Piece] = []
    last = 0
    for opener in sorted(openers):
        if opener < last:
            continue
        alone = _alone(pieces, opener, numerals) if opener + 1 not in openers else None
        at, number = (opener, alone) if alone else _first(pieces, opener, last, (text, numerals))
        if number is None:
            continue
        form, after = number
        start, end = pieces[at][0], pieces[after - 1][1]
        if at != last:
            found = []
        held = len(found)
        _range(found, start, text, numerals)
        found.append((start, end, _century(found, form)))
        found.extend(_signs(start, end, text, numerals))
        made.append((at, after, found[held:]))
        last = after
    return made


def _alone(pieces: list[Piece], at: int, numerals: Numerals) -> tuple[str, int] | None:
    """A number of one word, behind which nothing can belong to it."""
    form = pieces[at][2]
    behind = pieces[at + 1][2] if at + 1 < len(pieces) else ""
    if form == "one" or behind in numerals.joiners:
        return None
    if form in numerals.ordinals:
        return _shown(numerals.ordinals[form]) + "th", at + 1
    return (_shown(numerals.cardinals[form]), at + 1) if form in numerals.cardinals else None


def _first(
    pieces: list[Piece], at: int, last: int, given: tuple[str, Numerals]
) -> tuple[int, tuple[str, int] | None]:
    """Where the number begins that may be opened at `at`, and the number: "a" opens "a million"."""
    text, numerals = given
    article = at > last and pieces[at - 1][2] in numerals.articles
    if article and pieces[at][2] in numerals.scales:
        number = _number(pieces, at - 1, text, numerals)
        if number:
            return at - 1, number
    return at, _number(pieces, at, text, numerals)


def may_open(form: str, numerals: Numerals) -> bool:
    """Whether a number may begin with this form; an article before it aside ("a million")."""
    if form[:1].isdigit():
        return True
    tables = (numerals.cardinals, numerals.scales, numerals.ordinals)
    return any(form in table for table in (*tables, numerals.fractions, numerals.vague))


def is_number(form: str) -> bool:
    """Whether a form stands for a number."""
    return form.startswith("#")


def _number(pieces: list[Piece], at: int, text: str, numerals: Numerals) -> tuple[str, int] | None:
    form = pieces[at][2]
    if form in numerals.vague:
        return f"#~{form}", at + 1
    if form[0].isdigit():
        return _figures(pieces, at, text, numerals)
    if form in numerals.fractions:
        scaled = _article_scale(pieces, at + 1, text, numerals)
        value = numerals.fractions[form]
        return (_shown(value * scaled[0]), scaled[1]) if scaled else (_shown(value), at + 1)
    if form in numerals.scales:
        return f"#~{form}", at + 1
    spoken = _spoken(pieces, at, text, numerals)
    if spoken is None or _pronoun(pieces, at, spoken[1]):
        return None
    value, after, ordinal = spoken
    return _shown(value) + ("th" if ordinal else ""), after


def _pronoun(pieces: list[Piece], at: int, after: int) -> bool:
    """Whether a lone "one" belongs to "no one" or "one another"."""
    if pieces[at][2] != "one" or after != at + 1:
        return False
    before = pieces[at - 1][2] if at else ""
    behind = pieces[after][2] if after < len(pieces) else ""
    return before == "no" or behind == "another"


def _figures(pieces: list[Piece], at: int, text: str, numerals: Numerals) -> tuple[str, int] | None:
    read = _FIGURE.fullmatch(pieces[at][2])
    if not read or not read[1].isascii():
        return None
    value, letters = Decimal(read[1].replace(",", "")), read[2]
    if _BELOW_ZERO.search(text, max(0, pieces[at][0] - 3), pieces[at][0]):
        value = -value
    if letters:
        ending = "th" if letters in numerals.ordinal_endings else letters
        scaled = value * numerals.letters.get(letters, 1)
        return _shown(scaled) + ("" if letters in numerals.letters else ending), at + 1
    after = at + 1
    if _joined(pieces, after, text) and pieces[after][2] in numerals.scales:
        return _shown(value * numerals.scales[pieces[after][2]]), after + 1
    value, after, _ = _with_half(value, after, pieces, numerals)
    return _shown(value), after


def _spoken(
    pieces: list[Piece], at: int, text: str, numerals: Numerals
) -> tuple[Decimal, int, bool] | None:
    """A number in words from `at`: its value, where it ends, whether it is an ordinal."""
    scaled = _article_scale(pieces, at, text, numerals)
    total = Decimal(0)
    current: int | None = None
    last = 0
    start = at
    if scaled:
        at += 1
    while at < len(pieces) and (at == start or scaled or _joined(pieces, at, text)):
        form = pieces[at][2]
        scaled = None
        if form in numerals.joiners and last >= 100 and _small(pieces, at + 1, text, numerals):
            at += 1
            continue
        if form in numerals.ordinals and _fits(current, last, numerals.ordinals[form]):
            return total + (current or 0) + numerals.ordinals[form], at + 1, True
        if form in numerals.cardinals:
            value = numerals.cardinals[form]
            if current in _YEAR_HEADS and last == current and value >= 10:
                current = current * 100 + value
            elif _fits(current, last, value):
                current = (current or 0) + value
            else:
                break
            last = value
        elif form in numerals.scales:
            scale = numerals.scales[form]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total += Decimal((current or 1) * scale)
                current = None
            last = scale
        else:
            break
        at += 1
    return _with_half(total + (current or 0), at, pieces, numerals) if at > start else None


def _with_half(
    value: Decimal, at: int, pieces: list[Piece], numerals: Numerals
) -> tuple[Decimal, int, bool]:
    """The number with "and a half" and the scale behind it, where they follow."""
    tail = tuple(piece[2] for piece in pieces[at : at + 4])
    if tail[:3] == ("and", "a", "half"):
        value, at = value + Decimal("0.5"), at + 3
        if len(tail) == 4 and tail[3] in numerals.scales:
            value, at = value * numerals.scales[tail[3]], at + 1
    return value, at, False


def _fits(current: int | None, last: int, value: int) -> bool:
    if current is None:
        return True
    return (last >= 100 and value < 100) or (20 <= last < 100 and value < 10)


def _small(pieces: list[Piece], at: int, text: str, numerals: Numerals) -> bool:
    return _joined(pieces, at, text) and numerals.cardinals.get(pieces[at][2], 100) < 100


def _article_scale(
    pieces: list[Piece], at: int, text: str, numerals: Numerals
) -> tuple[int, int] | None:
    if at + 1 >= len(pieces) or pieces[at][2] not in numerals.articles:
        return None
    scale = numerals.scales.get(pieces[at + 1][2])
    return (scale, at + 2) if scale and _joined(pieces, at + 1, text) else None


def _joined(pieces: list[Piece], at: int, text: str) -> bool:
    """Whether nothing but a space or a hyphen parts the piece at `at` from the one before."""
    if at >= len(pieces) or at == 0:
        return False
    return _JOINT.fullmatch(text, pieces[at - 1][1], pieces[at][0]) is not None


def _range(found: list[Piece], start: int, text: str, numerals: Numerals) -> None:
    """Put the word for a range where a dash parts two figures."""
    if found and is_number(found[-1][2]) and text[start : start + 1].isdigit():
        end = found[-1][1]
        if text[end - 1 : end].isdigit() and _DASH.fullmatch(text, end, start):
            found.append((end, start, numerals.range_word))


def _century(found: list[Piece], form: str) -> str:
    """The second year of a range in full: 2017-18 is 2017 to 2018."""
    short = len(form) == 3 and form[1:].isdigit()
    if not (short and len(found) > 1 and found[-1][1] - found[-1][0] <= 3):
        return form
    first = found[-2][2]
    year = len(first) == 5 and first[1:].isdigit() and found[-1][0] == found[-2][1]
    return first[:3] + form[1:] if year and int(form[1:]) > int(first[3:]) else form


def _signs(start: int, end: int, text: str, numerals: Numerals) -> list[Piece]:
    """The unit that a sign before or behind a number stands for."""
    behind = end + 1 if text[end : end + 1] in (" ", "\u00a0") else end
    if text[behind : behind + 1] == "%":
        return [(behind, behind + 1, numerals.signs["%"])]
    before = text[start - 1 : start] if start else ""
    if before and before != "%" and before in numerals.signs:
        return [(end, end, numerals.signs[before])]
    return []


@lru_cache(maxsize=4096)
def _shown(value: Decimal | int) -> str:
    plain = format(Decimal(value).normalize(), "f")
    return f"#{plain}"
