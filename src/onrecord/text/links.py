"""The way to exact words: a document's id with their place, and a link to them on its page."""

from __future__ import annotations

import re
from urllib.parse import quote

from onrecord.model import Spans

_EDGE = 5
"""Words at either end by which a text fragment finds a long passage."""


def place_of(document: str, spans: Spans) -> str:
    """A document's id and where the words stand in it: `id@start-end`, pieces joined by commas."""
    return f"{document}@{','.join(f'{s.start}-{s.end}' for s in spans)}" if document else ""


def link_to(url: str, *texts: str) -> str:
    """`url` with a text fragment for each of `texts` (WICG scroll-to-text-fragment).

    "" where there is no URL or there are no words.
    """
    found = [_fragment(text) for text in texts if text.split()]
    if not url or not found:
        return ""
    base = url.split("#", maxsplit=1)[0]
    return f"{base}#:~:{'&'.join(found)}"


def _fragment(text: str) -> str:
    words = text.split()
    if len(words) <= 2 * _EDGE and "\n" not in text:
        return f"text={_encoded(' '.join(words))}"
    start = " ".join(text.split("\n", maxsplit=1)[0].split()[:_EDGE])
    end = " ".join(text.rstrip().rsplit("\n", maxsplit=1)[-1].split()[-_EDGE:])
    return f"text={_encoded(start)},{_encoded(end)}"


def _encoded(text: str) -> str:
    return re.sub("-", "%2D", quote(text, safe="", errors="replace"))
