"""Texts as PostgreSQL can hold them: it holds any character but U+0000.

U+0000 is written as U+FDD1 and "0", and U+FDD1, which Unicode keeps for no text at all, as U+FDD1
and "1": every text has one such form, and every such form is of one text.
"""

from __future__ import annotations

_MARK = "\ufdd1"
_NUL, _SELF = f"{_MARK}0", f"{_MARK}1"


def escaped(value: object) -> object:
    """A value as a column or a parameter holds it; lists value by value."""
    if isinstance(value, str):
        text = value if value.__class__ is str else str(value)
        if "\0" in text or _MARK in text:
            return text.replace(_MARK, _SELF).replace("\0", _NUL)
        return text
    if isinstance(value, list):
        return [escaped(one) for one in value]
    return value


def unescaped(value: object) -> object:
    """What `escaped` made it of."""
    if value.__class__ is str and _MARK in value:
        return value.replace(_NUL, "\0").replace(_SELF, _MARK)
    return value
