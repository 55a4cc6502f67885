"""A page without what is not its text, and the words of what went."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from onrecord.readers.html_rules import (
    FURNITURE_ROLES,
    FURNITURE_TAGS,
    FURNITURE_TYPES,
    FURNITURE_WORDS,
    HIDDEN_CLASSES,
    SILENT_TAGS,
)
from onrecord.readers.html_segments import words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MOST = 0.4  # of the words of a page: what holds more is no furniture, whatever it is called
LONGEST_NOTE = 100
MOST_NOTES = 60


def class_words(element: HtmlElement) -> frozenset[str]:
    """The class names of an element and the words they are made of, in small letters."""
    names = element.get("class", "").lower().split()
    return frozenset(names).union(*(re.split(r"_+|-+", name) for name in names))


def prune(root: HtmlElement, keep: frozenset[HtmlElement]) -> list[str]:
    """Take furniture and what is hidden out of a page; the words of each piece that went.

    Never taken out: an element in `keep`, and one with more than two fifths of the words of the
    page. A page that hides its own text therefore keeps it.
    """
    _silence(root)
    most = len(root.text_content()) * MOST
    notes: list[str] = []
    todo = [root]
    while todo:
        element = todo.pop()
        why = "" if element in keep else reason(element)
        if why:
            words = words_of(element)
            if len(words) <= most:
                notes.append(note(why, words))
                _empty(element)
                continue
        todo.extend(reversed(element))
    return [line for line in notes if line]


def reason(element: HtmlElement) -> str:
    """Why an element is no text of the page, in a word, or ""."""
    get = element.get
    if get("hidden") is not None or get("aria-hidden") == "true" or HIDING.search(get("style", "")):
        return "hidden"
    names = frozenset(get("class", "").lower().split())
    if names & HIDDEN_CLASSES:
        return _named(names) or "hidden"
    tag = element.tag
    if tag in FURNITURE_TAGS or get("role") in FURNITURE_ROLES:
        return str(tag if tag in FURNITURE_TAGS else get("role"))
    if get("itemtype", "").rsplit("/", 1)[-1] in FURNITURE_TYPES:
        return "navigation"
    return _named(names) if names else ""


def _named(names: frozenset[str]) -> str:
    words = {word for name in names for word in (name, *re.split(r"_+|-+", name))}
    return min(words & FURNITURE_WORDS, default="")


def note(why: str, words: str) -> str:
    """One line of `Document.dropped`: why it went and how it begins; "" for no words."""
    if not words:
        return ""
    return f"{why}: {words if len(words) <= LONGEST_NOTE else words[:LONGEST_NOTE] + ' ...'}"


def told(notes: list[str]) -> tuple[str, ...]:
    """The notes, each once with how often it stood, and no more of them than can be read."""
    counted = Counter(notes)
    lines = [line if times == 1 else f"{line} ({times} times)" for line, times in counted.items()]
    if len(lines) > MOST_NOTES:
        lines[MOST_NOTES:] = [f"and {len(lines) - MOST_NOTES} pieces more"]
    return tuple(lines)


def _silence(root: HtmlElement) -> None:
    for element in list(root.iter(*SILENT_TAGS)):
        _empty(element)


def _empty(element: HtmlElement) -> None:
    """What is left is an element without words in the same place, so that lines stay apart."""
    element.clear(keep_tail=True)
