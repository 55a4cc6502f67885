"""What a page says of itself: JSON-LD, meta tags, microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from onrecord.readers.html_rules import ARTICLES, PAGES
from onrecord.readers.html_segments import words_of
from onrecord.readers.published import published_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names of meta tags (name, property or itemprop), best first.
META: Mapping[str, tuple[str, ...]] = {
    "title": ("headline", "og:title", "dc.title", "dcterms.title", "citation_title",
              "twitter:title"),
    "url": ("og:url", "dc.identifier", "dcterms.identifier"),
    "published": (
        "article:published_time", "datepublished", "og:article:published_time", "dc.date.issued",
        "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "citation_publication_date",
        "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish_date", "date",
        "ya:ovs:upload_date",
    ),
    "publisher": ("og:site_name", "dc.publisher", "dcterms.publisher", "article:publisher",
                  "citation_publisher", "application-name"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author",
               "parsely-author", "sailthru.author"),
    "language": ("inlanguage", "og:locale", "dc.language", "dcterms.language", "language",
                 "content-language"),
}  # fmt: skip
TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
DEEPEST = 6
JSON_LD = "//script[contains(@type, 'ld+json')]"
SITE = re.compile(r"\s+[|•»–—-]\s+[^|•»–—-]{1,40}$")  # " | The Ellery Mail" behind a title


def metadata(root: HtmlElement) -> dict[str, str]:
    """The fields that a page gives for itself, "" where it gives none; its text is not asked.

    JSON-LD of an article goes before meta tags, these before microdata and the plain elements
    (`title`, `time`, `html lang`). Addresses that are not whole are passed over.
    """
    said = [_json_ld(root), {"published": _marked_time(root)}, _meta(root), _plain(root)]
    fields = {name: next(filter(None, (one.get(name) for one in said)), "") for name in META}
    canonical = root.xpath("string(//link[@rel='canonical']/@href)").strip()
    fields["url"] = canonical if ADDRESS.fullmatch(canonical) else fields["url"]
    return fields


def declared_text(root: HtmlElement) -> str:
    """The text of the article that JSON-LD holds (`articleBody`), "" where it holds none."""
    words = _article(root).get("articleBody")
    return words.encode("utf-8", "replace").decode() if isinstance(words, str) else ""


def _json_ld(root: HtmlElement) -> dict[str, str]:
    item = _article(root)
    return _of_item(item) if item else {}


def _article(root: HtmlElement) -> dict[str, object]:
    """The first article in the page's JSON-LD, else the first web page, {} where there is none."""
    items = [item for script in root.xpath(JSON_LD) for item in _items(_loaded(script.text), 0)]
    for wanted in (ARTICLES, PAGES):
        for item in items:
            kinds = item.get("@type")
            if any(kind in wanted for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return item
    return {}


def _loaded(text: str | None) -> object:
    try:
        return json.loads(text or "", strict=False)
    except (ValueError, RecursionError):
        return None


def _items(read: object, depth: int) -> Iterator[dict[str, object]]:
    if isinstance(read, list) and depth < DEEPEST:
        for one in read:
            yield from _items(one, depth + 1)
    elif isinstance(read, dict):
        yield read
        yield from _items(read.get("@graph"), depth + 1)


def _of_item(item: Mapping[str, object]) -> dict[str, str]:
    address = item.get("url") or item.get("mainEntityOfPage")
    if isinstance(address, dict):
        address = address.get("@id")
    return {
        "title": _clean(_named(item.get("headline") or item.get("name"))),
        "url": address if isinstance(address, str) and ADDRESS.fullmatch(address) else "",
        "published": published_day(item.get("datePublished") or item.get("dateCreated")),
        "publisher": _clean(_named(item.get("publisher"))),
        "author": _clean(_named(item.get("author"))),
        "language": _language(_named(item.get("inLanguage"))),
    }


def _named(value: object) -> str:
    """The name of a thing that JSON-LD gives as a string, an object, or a list of both."""
    if isinstance(value, str):
        return "" if ADDRESS.fullmatch(value.strip()) else value
    if isinstance(value, list):
        return "; ".join(filter(None, (_named(one) for one in value if not isinstance(one, list))))
    if isinstance(value, dict):
        name = value.get("name") or value.get("alternateName")
        return name if isinstance(name, str) else ""
    return ""


def _clean(text: str) -> str:
    return " ".join(text.encode("utf-8", "replace").decode().replace("\u00ad", "").split())


def _language(text: str) -> str:
    found = TAG.match(text.strip())
    return found[0].replace("_", "-") if found else ""


def _meta(root: HtmlElement) -> dict[str, str]:
    given: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        get = element.get
        name = get("property") or get("name") or get("itemprop") or get("http-equiv") or ""
        content = get("content", "").strip()
        if content and not (get("itemprop") and _of_another(element)):
            given.setdefault(name.lower(), []).append(content)
    return {field: _best(field, names, given) for field, names in META.items()}


def _best(field: str, names: tuple[str, ...], given: Mapping[str, list[str]]) -> str:
    for name in names:
        if word := _fit(field, given.get(name, [])):
            return word
    return ""


def _fit(field: str, words: list[str]) -> str:
    if field == "published":
        return next(filter(None, map(published_day, words)), "")
    if field == "url":
        return next(filter(ADDRESS.fullmatch, words), "")
    if field == "language":
        return next(filter(None, map(_language, words)), "")
    names = [_clean(word) for word in words if not ADDRESS.fullmatch(word)]
    return "; ".join(dict.fromkeys(names)) if field == "author" else next(iter(names), "")


def _of_another(element: HtmlElement) -> bool:
    """Whether microdata belongs to a thing inside the page (a picture, say), not to the page."""
    for above in element.iterancestors():
        if above.get("itemscope") is not None:
            kind = above.get("itemtype", "").rsplit("/", 1)[-1]
            return kind not in (*ARTICLES, *PAGES, "")
    return False


def _plain(root: HtmlElement) -> dict[str, str]:
    return {
        "title": _title(root),
        "published": _only_time(root),
        "author": _clean("; ".join(_by_property(root, "author"))),
        "publisher": _clean(next(iter(_by_property(root, "publisher")), "")),
        "language": _language(root.get("lang", "") or root.xpath("string(/html/body/@lang)")),
    }


def _title(root: HtmlElement) -> str:
    """The one first-level heading, unless it is the name of the site; else the title element."""
    title = _clean(root.xpath("string(//title)"))
    heads = [words_of(h1) for h1 in root.iter("h1")]
    if len(heads) == 1 and not (title != heads[0] and title.endswith(heads[0])):
        return _clean(heads[0])
    site = SITE.search(title)
    return title[: site.start()] if site else title


def _by_property(root: HtmlElement, name: str) -> list[str]:
    return [
        words_of(element)[:200]
        for element in root.xpath("//*[@itemprop=$name]", name=name)
        if element.tag != "meta" and not _of_another(element)
    ]


def _marked_time(root: HtmlElement) -> str:
    """The day of the element that the page marks as its publication."""
    marked = root.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    marked += root.xpath("//*[contains(@class, 'dt-published')]/@datetime")
    return next(filter(None, map(published_day, marked)), "")


def _only_time(root: HtmlElement) -> str:
    """The day that all `time` elements of a page agree on."""
    days = {published_day(word) for word in root.xpath("//time/@datetime")} - {""}
    return days.pop() if len(days) == 1 else ""
