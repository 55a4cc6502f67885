"""A page without what is not its text, and the words of what went."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.readers.html_rules import (
    FURNITURE_ROLES,
    FURNITURE_TAGS,
    FURNITURE_TYPES,
    FURNITURE_WORDS,
    HEADINGS,
    HIDDEN_CLASSES,
    NEVER_TEXT,
    SILENT_TAGS,
)
from onrecord.readers.html_segments import words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
TELLING_TAGS = FURNITURE_TAGS | {"sup"}
MOST = 0.4  # of the paragraphs of a page: what holds more is no furniture, whatever it is called
FEW = 200  # characters in paragraphs: below, a page is weighed by all its words
LONGEST_NOTE = 100
MOST_NOTES = 60


def class_words(element: HtmlElement) -> frozenset[str]:
    """The class names of an element and the words they are made of, in small letters."""
    names = element.get("class", "").lower().split()
    return frozenset(names).union(*(re.split(r"_+|-+", name) for name in names))


def prune(root: HtmlElement, keep: frozenset[HtmlElement]) -> list[str]:
    """Take furniture and what is hidden out of a page; the words of each piece that went.

    Never taken out: an element in `keep`, and one with more than two fifths of what the page has in
    paragraphs. A page that hides its own text, or wraps it in a form, therefore keeps it.
    """
    _silence(root)
    whole = _in_paragraphs(root)
    weigh = _in_paragraphs if whole > FEW else _all_text
    most = weigh(root) * MOST
    notes: list[str] = []
    todo = [root]
    while todo:
        element = todo.pop()
        why = "" if element in keep else reason(element)
        if why and (element.tag in NEVER_TEXT or weigh(element) <= most):
            notes.append(note(why, beginning(element)))
            _empty(element)
            continue
        todo.extend(reversed(element))
    return [line for line in notes if line]


def _in_paragraphs(element: HtmlElement) -> int:
    return sum(len(p.text_content()) for p in element.iter("p"))


def _all_text(element: HtmlElement) -> int:
    return len(element.text_content())


def reason(element: HtmlElement) -> str:
    """Why an element is no text of the page, in a word, or ""."""
    if not element.keys():
        return _furniture(element) if element.tag in TELLING_TAGS else ""
    hiding, named = _classed(element.get("class", ""))
    if hiding or _is_hidden(element):
        return named or "hidden"
    return _furniture(element) or named


@lru_cache(maxsize=8192)
def _classed(classes: str) -> tuple[bool, str]:
    """Whether class names hide an element, and the word among them that makes it furniture."""
    names = frozenset(classes.lower().split())
    return not HIDDEN_CLASSES.isdisjoint(names), _named(names) if names else ""


def _is_hidden(element: HtmlElement) -> bool:
    get = element.get
    hidden = get("hidden") is not None or get("aria-hidden") == "true"
    return hidden or HIDING.search(get("style", "")) is not None


def _furniture(element: HtmlElement) -> str:
    get = element.get
    if element.tag in FURNITURE_TAGS and not _has_words_of_its_own(element):
        return str(element.tag)
    if element.tag == "sup" and next(element.iter("a"), None) is not None:
        return "footnote"
    if get("role") in FURNITURE_ROLES:
        return str(get("role"))
    if get("itemtype", "").rsplit("/", 1)[-1] in FURNITURE_TYPES:
        return "navigation"
    return ""


def _has_words_of_its_own(element: HtmlElement) -> bool:
    """Whether an element is text here though its kind seldom is."""
    match element.tag:
        case "figure":
            return next(element.iter("table", "blockquote"), None) is not None
        case "footer":  # under a quotation it says who is quoted
            return next(element.iterancestors("blockquote"), None) is not None
        case "header":
            inside = next(element.iterancestors("article", "main"), None)
            return inside is not None or next(element.iter("h1"), None) is not None
        case "button":
            parent = element.getparent()
            return parent is not None and parent.tag in HEADINGS
        case _:
            return False


def _named(names: frozenset[str]) -> str:
    words = {word for name in names for word in (name, *re.split(r"_+|-+", name))}
    return min(words & FURNITURE_WORDS, default="")


def beginning(element: HtmlElement) -> str:
    """The words under an element as far as a note needs them, and a little further."""
    return words_of(element, least=LONGEST_NOTE + 1)


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
