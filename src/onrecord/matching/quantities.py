"""What a number and its unit come to, however they are written: "10km", "ten kilometres"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.languages import Numerals
from onrecord.matching.glocal import Pair
from onrecord.matching.numbers import is_number
from onrecord.matching.view import Token, View

_GLUED = re.compile(r"(#[\d.]+)([a-z]+)")


def quantity(places: Sequence[int], view: View, numerals: Numerals) -> tuple[str, ...]:
    """The forms of some words of a text with units in one form, glued ones apart, minus as a sign.

    `places` are token numbers in a row. A unit counts only behind a number.
    """
    found: list[str] = []
    for place in places:
        form = view.tokens[place].form
        glued = _GLUED.fullmatch(form)
        behind = is_number(found[-1]) if found else _measured(place, view)
        if glued and glued[2] in numerals.units:
            found += [glued[1], numerals.units[glued[2]]]
        elif behind and form in numerals.units:
            found.append(numerals.units[form])
        elif is_number(form) and found and found[-1] in numerals.below_zero:
            found[-1] = f"#-{form[1:]}"
        else:
            found.append(form)
    return tuple(found)


def before_sign(token: Token, view: View) -> bool:
    """Whether a token only says what the sign of currency behind it says: the US of "US$2bn"."""
    end = token.span.end
    return token.form == "us." and view.text[end : end + 1] == "$"


def completed(piece: Sequence[Pair], quote: View, record: View, numerals: Numerals) -> list[Pair]:
    """A piece with what belongs to the number at either of its ends and was cut off with the rest.

    That is the unit behind it ("20" of "20 percent", of "$20") and the other end of a range that is
    written with a dash ("10" of "10-15"): a number without them is another number.
    """
    found = list(piece)
    q, r = found[-1]
    while q is not None and r is not None and _goes_on(r, record, numerals):
        found.append((None, r + 1))
        r += 1
    q, r = found[0]
    if q is not None and r is not None and r > 1 and _ranges(r - 1, record, numerals):
        found[:0] = [(None, r - 2), (None, r - 1)]
    return found


def _goes_on(place: int, view: View, numerals: Numerals) -> bool:
    """Whether the word behind this one belongs to its number."""
    if place + 1 >= len(view.tokens):
        return False
    here, behind = view.tokens[place], view.tokens[place + 1]
    if is_number(here.form) and behind.form in numerals.units:
        return not behind.raw.isalpha() or _spaced(view, place)
    if _ranges(place, view, numerals):
        return True
    return is_number(here.form) and _ranges(place + 1, view, numerals)


def _ranges(place: int, view: View, numerals: Numerals) -> bool:
    """Whether a word is the dash of a range, between two numbers."""
    if not 0 < place < len(view.tokens) - 1 or view.forms[place] != numerals.range_word:
        return False
    return not any(character.isalpha() for character in view.tokens[place].raw)


def _spaced(view: View, place: int) -> bool:
    """Whether nothing but a blank or a hyphen parts a word from the one behind it."""
    start, end = view.tokens[place].span.end, view.tokens[place + 1].span.start
    return not view.text[start:end].strip(" \u00a0-")


def _measured(place: int, view: View) -> bool:
    return place > 0 and is_number(view.tokens[place - 1].form)
