"""What a number and its unit come to, however they are written: "10km", "ten kilometres"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.languages import Numerals
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


def _measured(place: int, view: View) -> bool:
    return place > 0 and is_number(view.tokens[place - 1].form)
