"""A person: posts, words by time, theme and publisher, who quotes them, and the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Request, Response

from onrecord.errors import InputError
from onrecord.model import Profile, Theme
from onrecord.people import each_of
from onrecord.portraits import (
    UNKNOWN,
    Narrowing,
    Portrait,
    Quoted,
    SaidKind,
    Whom,
    held_up,
    narrowed,
    said,
    sought_of,
    whom,
)
from onrecord.stores import Store
from onrecord.web.acquaintance import portrait_of, roster_of, speakers_of
from onrecord.web.keeping import Keeper
from onrecord.web.over_time import over_time
from onrecord.web.pool import Held
from onrecord.web.posts import posts_shown
from onrecord.web.profiles import known
from onrecord.web.templating import address, page

router = APIRouter()
_PAGE = 25
_KINDS = {"": None, "turns": SaidKind.TURN, "statements": SaidKind.STATEMENT}
_LAST = 1_000_000
_ANY = "*"
"""What the form says for any publisher."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which words of somebody are asked for, as it stands in the address."""

    who: str
    when: str = ""
    publisher: str | None = None
    way: str = ""
    theme: str = ""
    kind: str = ""
    order: str = ""
    by: str = ""
    page: int = 1
    findings: bool = False

    def link(self, **changed: object) -> str:
        """The address with something changed, of the first page of it, at the list of words."""
        one = replace(self, **{"page": 1} | changed)  # type: ignore[arg-type]
        given: list[tuple[str, object]] = [
            (name, getattr(one, name)) for name in ("when", "way", "theme", "kind", "order", "by")
        ]
        query = {name: value for name, value in given if value}
        if one.publisher is not None:
            query["publisher"] = one.publisher or UNKNOWN
        if one.page > 1:
            query["page"] = one.page
        if one.findings:
            query["findings"] = 1
        to = address(f"/people/{quote(one.who, errors='replace')}", **query)
        return f"{to}#words" if query and not set(query) <= {"by", "findings"} else to


def asked_of(
    who: str,
    *,
    when: str = "",
    publisher: str | None = None,
    way: str = "",
    theme: str = "",
    kind: str = "",
    order: str = "",
    by: str = "",
    number: Annotated[int, Query(alias="page", ge=1, le=_LAST)] = 1,
) -> Asked:
    """What an address asks for; a publisher that is `UNKNOWN` is the one that no document names."""
    given = None if publisher in (None, _ANY) else "" if publisher == UNKNOWN else publisher
    return Asked(who, when, given, way, theme, kind, order, by, number)


def with_findings(asked: Annotated[Asked, Depends(asked_of)], *, findings: bool = False) -> Asked:
    """The same, with whether the newest quotations are to be checked."""
    return replace(asked, findings=findings)


@router.get("/people/{who:path}")
def show_person(
    request: Request, store: Held, asked: Annotated[Asked, Depends(with_findings)]
) -> Response:
    """What is held of one of them: posts, words in time, who quotes them, the words."""
    profiles = known(request.app.state.settings.profiles).profiles
    narrowing = _narrowing(asked, profiles)
    roster = roster_of(request, store)
    meant = whom(asked.who, speakers_of(request, store), roster)
    portrait = portrait_of(request, store, meant, profiles)
    return page(
        request,
        "person.html",
        asked=asked,
        meant=meant,
        name=_name(meant, asked.who),
        portrait=portrait,
        alone=[one for one in portrait.names if len(each_of(one)) == 1],
        quoting=lambda name: asked.link(publisher=name, kind="statements"),
        publishing=lambda name: asked.link(publisher=name, kind=""),
        passing=lambda name: asked.link(way=name, kind=""),
        chart=over_time(portrait, asked.by, lambda when: asked.link(when=when)),
        quoted=_quoted(request, store, portrait) if asked.findings else None,
        **posts_shown(meant, roster),
        **_words(store, portrait, asked, narrowing),
    )


def _quoted(request: Request, store: Store, portrait: Portrait) -> list[Quoted]:
    kept: Keeper = request.app.state.kept
    key = ("quoted", store.stamp(), portrait.names)
    return kept.of(key, lambda: held_up(store, portrait.names, portrait.tallies))


def _name(meant: Whom, who: str) -> str:
    if meant.person:
        return meant.person.name
    return meant.speaker.name if meant.speaker else who


def _narrowing(asked: Asked, profiles: Iterable[Profile]) -> Narrowing:
    """What is asked for as the store is asked for it; `InputError` where it makes no sense."""
    if asked.kind not in _KINDS:
        raise InputError(f"words are turns or statements, not {asked.kind!r}")
    if asked.order not in ("", "oldest"):
        raise InputError(f"words come newest first, or oldest, not {asked.order!r}")
    if asked.when and asked.when != UNKNOWN:
        _check_time(asked.when)
    about = sought_of(_theme(asked.theme, profiles)) if asked.theme else None
    return Narrowing(asked.when, asked.publisher, asked.way, _KINDS[asked.kind], about)


def _check_time(when: str) -> None:
    try:
        date.fromisoformat(f"{when}-01-01"[:10])
    except ValueError:
        raise InputError(f"a time is a year or a month (2019, 2019-02), not {when!r}") from None
    if len(when) not in (4, 7):
        raise InputError(f"a time is a year or a month (2019, 2019-02), not {when!r}")


def _theme(words: str, profiles: Iterable[Profile]) -> Theme:
    process, _, name = words.partition(":")
    for profile in profiles:
        for theme in profile.themes:
            if (profile.name, theme.name) == (process, name):
                return theme
    raise InputError(f"no theme {name!r} of a process {process!r} is known")


def _words(
    store: Store, portrait: Portrait, asked: Asked, narrowing: Narrowing
) -> dict[str, object]:
    """One page of the words asked for, and how many there are."""
    tallies = portrait.tallies
    if narrowing.about and portrait.names:
        tallies = tuple(store.tally(portrait.names, about=narrowing.about))
    total = sum(one.statements + one.turns for one in narrowed(tallies, narrowing))
    first = (asked.page - 1) * _PAGE
    found = said(
        store,
        portrait.names,
        tallies,
        by=narrowing,
        offset=first,
        limit=_PAGE,
        oldest=asked.order == "oldest",
    )
    return {
        "words": found,
        "total": total,
        "first": first,
        "before": asked.link(page=asked.page - 1) if asked.page > 1 else "",
        "after": asked.link(page=asked.page + 1) if first + _PAGE < total else "",
    }
