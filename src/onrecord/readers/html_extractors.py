"""What tells the main text of a page that does not mark it: one library precisely, one fast."""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import InputError, MissingLibraryError
from onrecord.readers.inputs import Reader

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Extractor:
    """An extractor: the reader as provenance names it, and its words of a pruned page.

    `extract` gives lines of text, "" where it finds none or fails; it leaves the page as it is.
    """

    reader: Reader
    extract: Callable[[HtmlElement], str]


def extractor(name: str) -> Extractor:
    """The extractor of this name: precise (trafilatura) or fast (resiliparse, extra `fast`).

    "" is precise. Raises `InputError` for any other name, `MissingLibraryError` where there is no
    resiliparse.
    """
    found = _EXTRACTORS.get(name or PRECISE)
    if found is None:
        raise InputError(f"no such extractor: {name}; there are {', '.join(_EXTRACTORS)}")
    if name == FAST:
        _installed()
    return found


def _installed() -> None:
    try:
        import resiliparse  # noqa: F401
    except ImportError as missing:
        raise MissingLibraryError.of(missing.name, "fast") from None


def _by_trafilatura(root: HtmlElement) -> str:
    from trafilatura import extract

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # a teaser is no warning
    try:
        found = extract(
            copy.deepcopy(root), include_comments=False, favor_recall=True, with_metadata=False
        )
    except Exception:  # whatever it stumbles over, the page can still be read without it
        return ""
    return found or ""


def _by_resiliparse(root: HtmlElement) -> str:
    from lxml import etree
    from resiliparse.extract.html2text import extract_plain_text

    page = etree.tostring(root, encoding="unicode", method="html")
    try:
        found = extract_plain_text(
            page, main_content=True, comments=False, alt_texts=False, list_bullets=False
        )
    except Exception:  # as above
        return ""
    return str(found)


PRECISE, FAST = "precise", "fast"
_EXTRACTORS = {
    PRECISE: Extractor(Reader("html_page", "1", "text/html"), _by_trafilatura),
    FAST: Extractor(Reader("html_page_fast", "1", "text/html"), _by_resiliparse),
}
EXTRACTORS = tuple(_EXTRACTORS)
