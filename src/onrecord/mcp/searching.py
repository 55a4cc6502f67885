"""Statements and passages that are held, for an agent."""

from __future__ import annotations

from datetime import date

from onrecord import answers
from onrecord.errors import InputError
from onrecord.mcp.citing import cite
from onrecord.mcp.paging import cursor_to, fitted, ground_of, number_in, read_cursor, size_of
from onrecord.mcp.shapes import PassageFound, SearchPage, StatementFound
from onrecord.model import Quotation
from onrecord.searching import Answer, Filters, sift
from onrecord.stores import Found, Store, Unit

UNITS = {"statements": Unit.STATEMENT, "passages": Unit.PASSAGE}
_AT_ONCE = 20
"""Hits that are asked for together."""
_HEAD = 300


def search_statements(
    query: str, store: Store, filters: Filters, *, cursor: str = "", room: int
) -> SearchPage:
    """What answers to a query and passes the filters, as far as `room` characters go.

    `InputError` as of `searching.sift`; `CursorError` for a cursor of another search.
    """
    ground = ground_of("search_statements", query, *_given(filters))
    place = read_cursor(cursor, ground)
    inner, _, shown = place.partition("~")
    skipped = number_in(shown) if place else 0
    hits = sift(query, store, filters, limit=_AT_ONCE, cursor=inner)
    found = fitted((_found(hit, store) for hit in hits.answers[skipped:]), room - _HEAD, size_of)
    behind = skipped + len(found)
    more = f"{inner}~{behind}" if behind < len(hits.answers) else ""
    if not more and hits.cursor:
        more = f"{hits.cursor}~0"
    return SearchPage(
        total=hits.total,
        any_word=hits.any_word,
        statements=tuple(one for one in found if isinstance(one, StatementFound)),
        passages=tuple(one for one in found if isinstance(one, PassageFound)),
        next_cursor=cursor_to(more, ground) if more else "",
    )


def filters_of(
    store: Store,
    *,
    look_in: str = "statements",
    speaker: str = "",
    publisher: str = "",
    document: str = "",
    quotation: str = "",
    since: str = "",
    until: str = "",
) -> Filters:
    """Filters as an agent gives them; `InputError` for a day or a kind that is none."""
    if quotation and quotation not in list(Quotation):
        raise InputError(f"no kind of quotation {quotation!r}; it is {', '.join(Quotation)}")
    if look_in not in UNITS:
        raise InputError(f"nothing to look in called {look_in!r}; it is {' or '.join(UNITS)}")
    return Filters(
        unit=UNITS[look_in],
        speaker=speaker,
        publisher=publisher,
        quotation=Quotation(quotation) if quotation else None,
        earliest=_day(since),
        latest=_day(until),
        documents=frozenset({store.find(document)}) if document else None,
    )


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise InputError(f"not a day: {given[:40]!r}; a day is written 2023-03-02") from None


def _given(filters: Filters) -> tuple[object, ...]:
    """The filters in an order that is always the same."""
    return (
        filters.unit,
        filters.speaker,
        filters.publisher,
        filters.quotation,
        filters.earliest,
        filters.latest,
        sorted(filters.documents or ()),
    )


def _found(hit: Answer, store: Store) -> StatementFound | PassageFound:
    if hit.found is None:
        return _passage(hit, store)
    found = hit.found
    content = found.statement.attribution.content
    words, who = tuple(found.content.split(" … ")), _who(found)
    return StatementFound(
        statement=answers.statement(found),
        citation=cite(store, hit.document, content, words=words, who=who),
    )


def _passage(hit: Answer, store: Store) -> PassageFound:
    return PassageFound(
        words=hit.words,
        kind=hit.kind,
        speaker=hit.speaker,
        via=hit.via,
        flags=hit.hit.passage.flags if hit.hit else (),
        date=hit.dated,
        citation=cite(store, hit.document, (hit.span,), words=(hit.words,), who=hit.speaker),
    )


def _who(found: Found) -> str:
    """Who is said to have said it, by way of whom."""
    who = found.statement.speaker or found.source
    via = found.statement.via
    return f"{who}, by way of {', '.join(reversed(via))}" if via else who
