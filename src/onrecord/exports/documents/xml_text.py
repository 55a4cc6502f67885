"""Text and elements of XML, in which every character of any text can be told again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

_BARRED = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")
"""What no XML 1.0 document can hold, escaped or not."""
_ESCAPES = {"\r": "&#13;"}
_SPACES = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def content(text: str) -> str:
    """Text as the content of an element of TEI; what XML bars is `<g n="U+0008"/>`."""
    return _BARRED.sub(_glyph, escape(text, _ESCAPES))


def element(name: str, *children: str, **attributes: str) -> str:
    """An element whose children are XML already; attributes that are "" are left out.

    A name as `xml_id` stands for `xml:id`; what XML bars in attributes is U+FFFD.
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items() if value)
    inner = "".join(children)
    return f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>"


def opening(name: str, attributes: Mapping[str, str]) -> str:
    """The opening tag of an element."""
    given = "".join(_attribute(key, value) for key, value in attributes.items() if value)
    return f"<{name}{given}>"


def _attribute(key: str, value: str) -> str:
    name = key.rstrip("_")
    name = name.replace("xml_", "xml:", 1) if name.startswith("xml_") else name
    plain = _BARRED.sub("\ufffd", value)
    return f" {name}={quoteattr(plain, _SPACES)}"


def _glyph(found: re.Match[str]) -> str:
    return f'<g n="U+{ord(found[0]):04X}"/>'
