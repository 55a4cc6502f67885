"""Text fragments that lead to one place of a text, and to none of the like (WICG, 2023).

https://wicg.github.io/scroll-to-text-fragment/
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import quote

from onrecord.model import Span, Spans

_EDGE = 5
"""Words at either end by which a long passage is found."""
_STEPS = (0, 2, 4, 8, 16)
"""Words of context that are tried, on either side."""


@dataclass(frozen=True, slots=True)
class _Directive:
    """`text=prefix-,start,end,-suffix`, each as words; all but `start` may be empty."""

    start: tuple[str, ...]
    end: tuple[str, ...] = ()
    prefix: tuple[str, ...] = ()
    suffix: tuple[str, ...] = ()

    def written(self) -> str:
        """The directive as it stands in an address."""
        parts = (
            f"{_encoded(self.prefix)}-" if self.prefix else "",
            _encoded(self.start),
            _encoded(self.end),
            f"-{_encoded(self.suffix)}" if self.suffix else "",
        )
        return f"text={','.join(filter(None, parts))}"


def link_into(url: str, text: str, spans: Spans) -> str:
    """`url` with a text fragment for each of `spans` of the page's `text`.

    Where the same words come before, words around them tell the place; a browser that looks
    through `text` as the proposal says (case and accents aside, whole words, prefix and suffix
    within a line) then finds that place first. What the page has beside `text` is not known here,
    nor can anything tell the place where all within reach is the same. "" where there is no URL
    or there are no words.
    """
    found = [_fragment(text, span) for span in spans if span.of(text).split()]
    if not url or not found:
        return ""
    return f"{url.split('#', maxsplit=1)[0]}#:~:{'&'.join(found)}"


def _fragment(text: str, span: Span) -> str:
    span = _whole_words(text, span)
    words = span.of(text)
    lines = words.split("\n")
    several = words.split()
    if len(several) <= 2 * _EDGE and len(lines) == 1:
        plain = _Directive(tuple(several))
    else:
        plain = _Directive(tuple(lines[0].split()[:_EDGE]), tuple(lines[-1].split()[-_EDGE:]))
    folded, last = _page(text), plain
    for last in _with_context(plain, text, span):
        if _leads_to(last, folded) == span:
            break
    return last.written()


def _with_context(plain: _Directive, text: str, span: Span) -> Iterator[_Directive]:
    """The directive with more and more around it, what stands before first."""
    before, behind = _line_before(text, span.start), _line_behind(text, span.end)
    for many in _STEPS:
        for also in dict.fromkeys((0, many)):
            prefix = before[-many:] if many else ()
            yield replace(plain, prefix=prefix, suffix=behind[:also])
        if many and behind:
            yield replace(plain, suffix=behind[:many])


def _line_before(text: str, at: int) -> tuple[str, ...]:
    """The words before a place, of its own line or, at its beginning, of the one before."""
    before = text[max(0, at - 500) : at].rstrip()
    return tuple(_last(before.rsplit("\n", maxsplit=1)[-1].split(), len(before) == 500))


def _line_behind(text: str, at: int) -> tuple[str, ...]:
    behind = text[at : at + 500].lstrip()
    found = behind.split("\n", maxsplit=1)[0].split()
    return tuple(found[:-1] if len(text) > at + 500 and len(found) > 1 else found)


def _last(words: Sequence[str], cut: bool) -> Sequence[str]:
    return words[1:] if cut and len(words) > 1 else words


def _leads_to(directive: _Directive, folded: str) -> Span | None:
    """The first place that a browser finds."""
    head = "".join(f"{_pattern(one)}\\s*" for one in (directive.prefix,) if one)
    tail = "".join(f"\\s*{_pattern(one)}" for one in (directive.suffix,) if one)
    start = rf"{_edge(directive.prefix)}{head}(?P<start>{_bound(directive.start)})"
    if not directive.end:
        found = re.search(f"{start}{tail}", folded)
        return Span(*found.span("start")) if found else None
    first = re.search(start, folded)
    last = re.compile(f"(?P<end>{_bound(directive.end)}){tail}")
    found = last.search(folded, first.end("start")) if first else None
    return Span(first.start("start"), found.end("end")) if first and found else None


def _bound(words: Sequence[str]) -> str:
    """A pattern of whole words: no letter goes on at either end."""
    pattern = _pattern(words)
    left = r"(?<!\w)" if _is_letter(words[0][0]) else ""
    right = r"(?!\w)" if _is_letter(words[-1][-1]) else ""
    return f"{left}{pattern}{right}"


def _edge(prefix: Sequence[str]) -> str:
    return r"(?<!\w)" if prefix and _is_letter(prefix[0][0]) else ""


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _pattern(words: Sequence[str]) -> str:
    return r"\s+".join(re.escape(_folded(word)) for word in words)


def _whole_words(text: str, span: Span) -> Span:
    """The span without white space around it, widened to whole words."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - len(words) + len(words.rstrip())
    while start and _is_letter(text[start - 1]) and _is_letter(text[start]):
        start -= 1
    while end < len(text) and _is_letter(text[end - 1]) and _is_letter(text[end]):
        end += 1
    return Span(start, end)


@lru_cache(maxsize=8)
def _page(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    """The text without case and accents, code point for code point."""
    return text.translate({ord(c): base for c in set(text) if (base := _base(c)) != c})


@lru_cache(maxsize=4096)
def _base(character: str) -> str:
    plain = unicodedata.normalize("NFD", character)[:1].lower()
    return plain if len(plain) == 1 else character


def _encoded(words: Sequence[str]) -> str:
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
