"""Which blocks of a page are its main text."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.readers.html_pruning import class_words
from onrecord.readers.html_rules import BODY_WORDS, PUBLISHERS
from onrecord.readers.html_segments import Segment, segments, words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SHARE = 0.5  # of the words in paragraphs that what the page calls its article has to hold
ANCHOR = 25  # letters and digits that make a block worth recognising
LINKED = 0.6  # of the characters of a block: above, it is navigation
TEASER = 0.4  # of the words in paragraphs: below, an extraction has dropped too much


def declared_body(root: HtmlElement, host: str = "") -> list[HtmlElement]:
    """The elements that the page itself calls the body of its article, outermost, in order.

    By microdata (`articleBody`), microformat (`e-content`), or being the one `article`.
    """
    own = next((one.body for one in PUBLISHERS if one.body and host.endswith(one.host)), None)
    found = [e for e in root.iter("div", "section", "article") if own and class_words(e) & own]
    found = found or root.xpath("//*[contains(@itemprop, 'articleBody') and not(self::meta)]")
    found = found or [e for e in root.iter("div", "section", "article") if _is_body(e)]
    if not found:
        articles = list(root.iter("article"))
        found = articles if len(_outermost(articles)) == 1 else []
    return _outermost(found)


def main_segments(root: HtmlElement, bodies: Sequence[HtmlElement]) -> list[Segment]:
    """The blocks of the main text of a page that has been pruned.

    Those of the body that the page declares, where it holds most of the paragraphs; else those that
    trafilatura takes for the text, with the short ones between them; else, for teasers that it
    drops, every block that is not made of links.
    """
    declared = [segment for body in bodies for segment in segments(body)]
    in_paragraphs = sum(len(words_of(p)) for p in root.iter("p"))
    if declared and _length(declared) >= in_paragraphs * SHARE:
        return declared
    everything = segments(root)
    extracted = _between(everything, _extract(root))
    if extracted and _length(extracted) >= in_paragraphs * TEASER:
        return extracted
    return declared or [one for one in everything if not _is_navigation(one)]


def _is_body(element: HtmlElement) -> bool:
    names = element.get("class", "")
    return bool(names) and bool(frozenset(names.lower().split()) & BODY_WORDS)


def _outermost(elements: Sequence[HtmlElement]) -> list[HtmlElement]:
    chosen = frozenset(elements)
    return [e for e in elements if not any(above in chosen for above in e.iterancestors())]


def _length(blocks: Sequence[Segment]) -> int:
    return sum(len(block.text) for block in blocks)


def _is_navigation(block: Segment) -> bool:
    return block.linked > LINKED * len(block.text.strip()) or block.element.tag == "title"


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _extract(root: HtmlElement) -> str:
    """The letters of what trafilatura takes for the main text, "" where it finds none or fails."""
    from trafilatura import extract

    try:
        found = extract(
            copy.deepcopy(root), include_comments=False, favor_recall=True, with_metadata=False
        )
    except Exception:  # whatever it stumbles over, the page can still be read without it
        return ""
    return _letters(found or "")


def _between(blocks: Sequence[Segment], extracted: str) -> list[Segment]:
    """The blocks that were extracted, and what stands between them in the same element."""
    if not extracted:
        return []
    letters = [_letters(block.text) for block in blocks]
    anchors = [at for at, word in enumerate(letters) if len(word) >= ANCHOR and word in extracted]
    if not anchors:
        return [b for b, word in zip(blocks, letters, strict=True) if word and word in extracted]
    parents = {blocks[at].element.getparent() for at in anchors}
    chosen = set(anchors)
    for at in range(anchors[0], len(blocks)):
        block = blocks[at]
        near = block.element.getparent() in parents and not _is_navigation(block)
        if near and (at < anchors[-1] or letters[at] in extracted):
            chosen.add(at)
    return [blocks[at] for at in sorted(chosen)]
