"""Elements of HTML and SVG as strings: whatever is not an element already is escaped."""

from __future__ import annotations

import re
from html import escape

# What neither HTML nor XML can hold, by numbers since some of it cannot be written down.
_UNSEEN = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"
    "\\u202d\\u202e\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff]"
)
_DIRECTION = re.compile("[\\u202a-\\u202c\\u2066-\\u2069]")
_END_OF_ISOLATE = "\u2069"
_ENDS = {"\u202a": "\u202c", "\u202b": "\u202c"} | dict.fromkeys(
    "\u2066\u2067\u2068", _END_OF_ISOLATE
)
_VOID = frozenset({"br", "meta", "hr"})


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def tag(name: str, *children: str, **attributes: str | float | None) -> Markup:
    """An element; text among its children and its attributes' values are escaped.

    Attributes are named as in Python (`class_`, `aria_label`); None leaves one out. Characters that
    no markup can hold become U+FFFD.
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{joined(*children)}</{name}>")


def joined(*children: str) -> Markup:
    """Elements and text one after the other, as markup."""
    return Markup("".join(map(_escaped, children)))


def visible(text: str) -> str:
    """A text without characters that no markup can hold; each is U+FFFD instead.

    So is what overrides the direction of writing (U+202D, U+202E), by which letters seem to stand
    in another order, and what would end an isolate or embedding that stands around the text. Other
    controls of direction stay and end where the text ends, so that nothing around it is turned
    (Unicode Standard Annex 9).
    """
    shown = _UNSEEN.sub("\ufffd", text)
    return _contained(shown) if _DIRECTION.search(shown) else shown


def _contained(text: str) -> str:
    """A text whose embeddings and isolates begin and end in it."""
    pieces: list[str] = []
    ends: list[str] = []  # of what is open, the innermost last
    isolates = at = 0
    for found in _DIRECTION.finditer(text):
        control = found[0]
        pieces.append(text[at : found.start()])
        at = found.end()
        if end := _ENDS.get(control):
            ends.append(end)
            isolates += end == _END_OF_ISOLATE
        elif control == _END_OF_ISOLATE and isolates:
            while ends.pop() != _END_OF_ISOLATE:
                pass
            isolates -= 1
        elif ends[-1:] == [control]:
            ends.pop()
        else:
            control = "\ufffd"
        pieces.append(control)
    return "".join((*pieces, text[at:], *reversed(ends)))


def _escaped(text: str) -> str:
    return text if isinstance(text, Markup) else escape(visible(text))


def _attribute(key: str, value: str | float | None) -> str:
    if value is None:
        return ""
    written = f"{value:g}" if isinstance(value, float) else visible(str(value))
    return f' {key.rstrip("_").replace("_", "-")}="{escape(written)}"'
