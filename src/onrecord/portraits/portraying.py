"""A store and names to a portrait."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.model import Profile, Theme
from onrecord.portraits._portrait import Portrait, ThemeCounted
from onrecord.portraits.counting import by_passing_on, by_publisher, by_quoting, periods
from onrecord.stores import Sought, Store

_YEAR, _MONTH = 4, 7
_COMPANY = 100


def portray(store: Store, names: tuple[str, ...], *, profiles: Iterable[Profile] = ()) -> Portrait:
    """What a store holds of somebody under these names of its own, counted.

    Themes are those of `profiles`, by the stems of their words in statements: a theme may be spoken
    of in other words, and is then not counted. Company is whoever stands in most exchanges.
    """
    tallies = tuple(store.tally(names))
    dated = [one.dated for one in tallies if one.dated]
    return Portrait(
        names=names,
        tallies=tallies,
        statements=sum(one.statements for one in tallies),
        direct=sum(one.direct for one in tallies),
        turns=sum(one.turns for one in tallies),
        documents=len({one.document for one in tallies}),
        first=dated[0] if dated else "",
        last=dated[-1] if dated else "",
        years=periods(tallies, length=_YEAR),
        months=periods(tallies, length=_MONTH),
        publishers=by_publisher(tallies),
        quoted_by=by_quoting(tallies),
        by_way=by_passing_on(tallies),
        themes=tuple(_themes(store, names, profiles)) if tallies else (),
        met=tuple(store.met(names, limit=_COMPANY)) if tallies else (),
    )


def sought_of(theme: Theme) -> Sought:
    """The full-text query for what speaks of a theme: any of its words."""
    return Sought(theme.words or (theme.name,), every=False)


def _themes(
    store: Store, names: tuple[str, ...], profiles: Iterable[Profile]
) -> Iterator[ThemeCounted]:
    """The themes that are spoken of, process by process."""
    for profile in profiles:
        for theme in profile.themes:
            tallies = store.tally(names, about=sought_of(theme))
            if tallies:
                yield ThemeCounted(
                    process=profile.name,
                    theme=theme.name,
                    statements=sum(one.statements for one in tallies),
                    documents=len({one.document for one in tallies}),
                )
