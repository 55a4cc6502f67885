"""A page of the web into the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from onrecord.errors import AmbiguousError, NotFoundError
from onrecord.fetching import (
    FEEDS,
    PAGES,
    Client,
    Fetched,
    Known,
    Unchanged,
    fetch,
    looks_like_feed,
)
from onrecord.intake.taking import Engine, Taken, keep
from onrecord.intake.timing import allowed, in_time
from onrecord.model import Document, Failure
from onrecord.readers import read, sniff
from onrecord.stores import Added, Store, Visit

_FORMS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "application/json": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "text/csv": "csv",
}
# By the end of its path, where a server sends as plain text whatever is text.
_PLAIN = {
    "md": "markdown",
    "markdown": "markdown",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "csv": "csv",
}
_SAME = ("www.", "m.", "mobile.", "amp.", "edition.")


def take_page(
    store: Store,
    url: str,
    client: Client,
    *,
    given: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
    otherwise: Mapping[str, str] | None = None,
    using: Engine = (None, None),
    accept: frozenset[str] = PAGES | FEEDS,
    extractor: str = "",
) -> Iterator[Taken | Failure]:
    """Fetch a page, read, analyse and keep what stands in it; a failure with its reason otherwise.

    A page that was loaded before is asked for under a condition, and where nothing changed, or
    nothing but what stands around the text, the document is `held`. Its `url` is the canonical one
    that it names, if that is of the site it came from, else the one where the redirects ended; its
    path is `url`. `given` goes before what the page says, `otherwise` (title published publisher
    author language) stands where it says nothing; `extractor` is as in `readers.read`.
    `StoreError` alone is raised, as by `take_in`.
    """
    got = fetch(url, client, known=_known(store, url), accept=accept)
    if isinstance(got, Failure):
        yield got
    elif isinstance(got, Unchanged):
        yield _held(store, url)
    elif looks_like_feed(got.body):
        yield Failure(url, "a feed, which is no document; `onrecord watch` follows feeds")
    elif got.media_type.endswith("xml") and form_of(got) != "html":
        yield Failure(url, "XML that is neither a page nor a feed")
    else:
        known = Told(given or {}, columns or {}, otherwise or {}, extractor)
        yield from _taken(store, got, known, using)


@dataclass(frozen=True, slots=True)
class Told:
    """What the caller knows of a page; see `take_page`."""

    given: Mapping[str, str]
    columns: Mapping[str, str]
    otherwise: Mapping[str, str]
    extractor: str = ""


def _taken(store: Store, got: Fetched, told: Told, using: Engine) -> Iterator[Taken | Failure]:
    refs: list[str] = []
    coming = read(
        got.body,
        path=got.url,
        given=told.given,
        columns=told.columns,
        max_size=len(got.body),
        form=form_of(got),
        charset=got.charset,
        extractor=told.extractor,
    )
    for found in in_time(coming, got.url, allowed(len(got.body))):
        taken: Taken | Failure
        if isinstance(found, Failure):
            taken = found
        else:
            document = found if told.given.get("url") else placed(found, got.final)
            document = completed(document, told.otherwise)
            taken = same_text(store, document) or keep(store, document, got.body, using)
        refs += [taken.ref] if isinstance(taken, Taken) else []
        yield taken
    if refs:
        store.keep_visit(visit_of(got, refs[0] if len(refs) == 1 else ""))


def form_of(got: Fetched) -> str:
    """The format by what the server says; where that says little, by the looks of the bytes."""
    ending = urlsplit(got.final).path.rpartition(".")[2].lower()
    if got.media_type == "text/plain" and ending in _PLAIN:
        return _PLAIN[ending]
    return _FORMS.get(got.media_type) or sniff(got.body)


def placed(document: Document, final: str) -> Document:
    """The document with a URL that it may have.

    A page that names another site's address as its own is not believed: it would take the place of
    that site's document. Neither is one deep in a site that says it is the front page.
    """
    claimed = document.url
    if claimed and same_site(claimed, final) and (_deep(claimed) or not _deep(final)):
        return document
    if not claimed or not document.provenance.media_type.endswith("html"):
        return document if claimed else replace(document, url=final)
    note = f"page: names {claimed[:200]} as its address, which is not of its site"
    return replace(document, url=final, dropped=(*document.dropped, note))


def completed(document: Document, otherwise: Mapping[str, str]) -> Document:
    """The document with these fields where it has none of its own."""
    missing = {name: value for name, value in otherwise.items() if not getattr(document, name)}
    return replace(document, **missing) if missing else document  # type: ignore[arg-type]


def same_site(one: str, other: str) -> bool:
    """Whether two URLs are of one site: the same host, or one is a part of the other."""
    try:
        a, b = (_host(urlsplit(url).hostname or "") for url in (one, other))
    except ValueError:
        return False
    return a == b or (bool(a and b) and (a.endswith(f".{b}") or b.endswith(f".{a}")))


def same_text(store: Store, document: Document) -> Taken | None:
    """The held document of this URL, if its words are these: what changed stands around them."""
    try:
        held = store.load(store.find(document.url)) if document.url else None
    except (NotFoundError, AmbiguousError):
        return None
    if held is None or (held.document.text, held.document.title) != (document.text, document.title):
        return None
    return Taken(held.document.id, Added.HELD, held)


def visit_of(got: Fetched, document: str) -> Visit:
    """What is to be remembered of a page."""
    return Visit(
        url=got.url,
        final=got.final,
        redirects=got.redirects,
        etag=got.etag,
        last_modified=got.last_modified,
        at=got.at,
        document=document,
    )


def _known(store: Store, url: str) -> Known | None:
    """What the server said the last time, if what it gave then is still held."""
    visit = store.visit(url)
    if visit is None or not visit.document or not store.held_as(visit.document):
        return None
    return Known(visit.final, visit.etag, visit.last_modified)


def _held(store: Store, url: str) -> Taken:
    visit = store.visit(url)
    ref = store.held_as(visit.document) if visit else ""
    return Taken(ref, Added.HELD, store.load(ref))


def _host(host: str) -> str:
    for prefix in _SAME:
        host = host.removeprefix(prefix)
    return host


def _deep(url: str) -> bool:
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)
