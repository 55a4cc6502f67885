"""Where a text stands in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted region: `inner` without its marks, `outer` with them.

    `depth` is 0 for a quotation, 1 for one inside it. `closed` is false where the mark was left
    open at the end of a paragraph; `follows` is true where it goes on from the paragraph before.
    """

    outer: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quoted regions of a text in order, and the marks that fit nowhere."""

    regions: tuple[Quoted, ...]
    odd: tuple[Span, ...] = ()


def quotations(text: str, code: str = "en") -> Quotations:
    """The regions of `text` in quotation marks; an odd mark spoils its own region only."""
    raise RuntimeError("being built")
