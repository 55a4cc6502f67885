"""What to cite for exact words of a document."""

from __future__ import annotations

from urllib.parse import quote

from onrecord.mcp.shapes import CitationAnswer
from onrecord.model import Spans
from onrecord.stores import Listed, Store
from onrecord.text import link_to, place_of

_SAFE = ("http://", "https://")


def cite(
    store: Store, document: str, spans: Spans, *, words: tuple[str, ...], who: str = ""
) -> CitationAnswer:
    """The citation of the words at `spans`: who said them, in which document, of which day."""
    listed = store.listed(document)
    url = listed.url if listed.url.lower().startswith(_SAFE) else ""
    link = link_to(url, *words)
    return CitationAnswer(
        text=_in_one_line(listed, who, link or place_of(document, spans)),
        document=document,
        at=place_of(document, spans),
        link=link,
        resource=resource_of(document),
    )


def resource_of(document: str) -> str:
    """The address of a document among the resources of this server."""
    return f"onrecord://documents/{quote(document, safe='')}"


def _in_one_line(listed: Listed, who: str, where: str) -> str:
    title = f"“{listed.title}”" if listed.title else ""
    known = (who, title, listed.publisher, listed.dated, where)
    return " ".join(", ".join(one for one in known if one).split())
