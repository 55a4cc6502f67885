"""Which blocks of a page are its main text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from onrecord.readers.html_rules import BODY_WORDS
from onrecord.readers.html_segments import Segment

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NO_LETTERS = re.compile(r"[\W_]+")
SHARE = 0.5  # of the words in paragraphs that what the page calls its article has to hold
ANCHOR = 25  # letters and digits that make a block worth recognising
LINKED = 0.6  # of the characters of a block: above, it is navigation
MOST_BLOCKS = 20_000  # above, no article is, and trafilatura takes minutes
CARD = 0.3  # of the extracted text: an `article` that holds less is another story's card
TEASER = 0.4  # of the words in paragraphs: below, an extraction has dropped too much


def declared_body(root: HtmlElement) -> list[HtmlElement]:
    """The elements that the page itself calls the body of its article, outermost, in order.

    By microdata (`articleBody`), microformat (`e-content`), or being the one `article`.
    """
    found = root.xpath("//*[contains(@itemprop, 'articleBody') and not(self::meta)]")
    found = found or [e for e in root.iter("div", "section", "article") if _is_body(e)]
    if not found:
        articles = list(root.iter("article"))
        found = articles if len(_outermost(articles)) == 1 else []
    return _outermost(found)


def main_places(
    root: HtmlElement,
    everything: Sequence[Segment],
    bodies: Sequence[HtmlElement],
    extract: Callable[[HtmlElement], str],
) -> list[int]:
    """Which of all blocks of a pruned page are its main text, as places in `everything`.

    Those of the bodies that the page declares, where they hold most of the paragraphs; else those
    that an extractor takes for the text, with the short ones between them; else, for teasers that
    it drops, every block that is not made of links.
    """
    inside = {element for body in bodies for element in body.iter()}
    declared = [at for at, block in enumerate(everything) if block.element in inside]
    in_paragraphs = sum(len(p.text_content().strip()) for p in root.iter("p"))
    if declared and _length(everything, declared) >= in_paragraphs * SHARE:
        return declared
    extracted = _between(everything, extract(root)) if len(everything) <= MOST_BLOCKS else []
    if extracted and _length(everything, extracted) >= in_paragraphs * TEASER:
        return extracted
    return declared or [at for at, one in enumerate(everything) if not _is_navigation(one)]


def _is_body(element: HtmlElement) -> bool:
    names = element.get("class", "")
    return bool(names) and bool(frozenset(names.lower().split()) & BODY_WORDS)


def _outermost(elements: Sequence[HtmlElement]) -> list[HtmlElement]:
    chosen = frozenset(elements)
    return [e for e in elements if not any(above in chosen for above in e.iterancestors())]


def _length(everything: Sequence[Segment], places: Sequence[int]) -> int:
    return sum(len(everything[at].text) for at in places)


def _is_navigation(block: Segment) -> bool:
    return block.linked > LINKED * len(block.text.strip())


def _letters(text: str) -> str:
    return NO_LETTERS.sub("", text).lower()


def _between(everything: Sequence[Segment], extracted: str) -> list[int]:
    """The blocks that were extracted, and what stands between and beside them in one element."""
    whole = _letters(extracted)
    lines = frozenset(map(_letters, extracted.split("\n")))
    letters = [_letters(block.text) for block in everything]
    anchors = [
        at
        for at, word in enumerate(letters)
        if len(word) >= ANCHOR
        and not _is_navigation(everything[at])
        and (word in lines or word in whole)
    ]
    anchors = _without_cards(everything, anchors)
    if not anchors:
        return []
    holder = _common([everything[at].element for at in anchors])
    chosen = set(anchors)
    for at in range(len(everything)):
        if _is_navigation(everything[at]) or holder not in everything[at].element.iterancestors():
            continue
        if anchors[0] < at < anchors[-1] or (letters[at] and letters[at] in whole):
            chosen.add(at)
    return sorted(chosen)


def _without_cards(everything: Sequence[Segment], anchors: list[int]) -> list[int]:
    """The anchors without those in an `article` of its own beside the text: the card of another."""
    cards: dict[HtmlElement, int] = {}
    for at in anchors:
        for above in everything[at].element.iterancestors("article"):
            cards[above] = cards.get(above, 0) + len(everything[at].text)
    small = {card for card, size in cards.items() if size < CARD * _length(everything, anchors)}
    return [at for at in anchors if not small.intersection(everything[at].element.iterancestors())]


def _common(elements: Sequence[HtmlElement]) -> HtmlElement:
    """The lowest element that holds all of these; their parent where there is one only."""
    chain = list(elements[0].iterancestors())
    for element in elements[1:]:
        above = set(element.iterancestors())
        chain = [one for one in chain if one in above]
    return chain[0]
