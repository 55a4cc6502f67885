"""Elements of HTML and SVG as strings: whatever is not an element already is escaped."""

from __future__ import annotations

import re
from html import escape

# What neither HTML nor XML can hold, by numbers since some of it cannot be written down.
_UNSEEN = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff]"
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
    """A text without characters that no markup can hold; each is U+FFFD instead."""
    return _UNSEEN.sub("\ufffd", text)


def _escaped(text: str) -> str:
    return text if isinstance(text, Markup) else escape(visible(text))


def _attribute(key: str, value: str | float | None) -> str:
    if value is None:
        return ""
    written = f"{value:g}" if isinstance(value, float) else visible(str(value))
    return f' {key.rstrip("_").replace("_", "-")}="{escape(written)}"'
