"""People: who has words in the documents held."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from onrecord.errors import InputError
from onrecord.model import Roster
from onrecord.naming import folded
from onrecord.people import each_of
from onrecord.portraits import Speaker, SpeakerKind, posts_of
from onrecord.rosters import people_named
from onrecord.web.acquaintance import roster_of, speakers_of
from onrecord.web.pool import Held
from onrecord.web.templating import address, page

router = APIRouter()
_LISTED = 100
_LAST = 1_000_000


@router.get("/people")
def list_people(
    request: Request,
    store: Held,
    *,
    name: str = "",
    kind: str = "person",
    number: Annotated[int, Query(alias="page", ge=1, le=_LAST)] = 1,
) -> Response:
    """Who has words in the documents held, those with most first."""
    if kind not in ("all", *SpeakerKind):
        raise InputError(f"no such kind of speaker: {kind!r}")
    everybody = speakers_of(request, store)
    found = [one for one in everybody if kind in ("all", one.kind) and _fits(one, name)]
    first = (number - 1) * _LISTED
    listed = found[first : first + _LISTED]
    roster = roster_of(request, store)
    posts = [_newest_post(one, roster) for one in listed]
    return page(
        request,
        "people.html",
        everybody=len(everybody),
        found=len(found),
        first=first,
        listed=[(one, _also(one), post) for one, post in zip(listed, posts, strict=True)],
        posts=any(posts),
        name=name,
        kind=kind,
        kinds=list(SpeakerKind),
        before=_link(name, kind, number - 1) if number > 1 else "",
        after=_link(name, kind, number + 1) if first + _LISTED < len(found) else "",
    )


def _link(name: str, kind: str, number: int) -> str:
    shown = "" if kind == SpeakerKind.PERSON else kind
    return address("/people", name=name, kind=shown, page=number if number > 1 else "")


def _fits(speaker: Speaker, words: str) -> bool:
    """Whether each word asked for begins a word of one of the names."""
    asked = [form for form in map(folded, words.split()) if form]
    names = [[folded(word) for word in one.split()] for one in (speaker.name, *_also(speaker))]
    return any(all(any(word.startswith(form) for word in name) for form in asked) for name in names)


def _also(speaker: Speaker) -> list[str]:
    """The other names, without what is said together with others."""
    return [one for one in speaker.names if one != speaker.name and len(each_of(one)) == 1]


def _newest_post(speaker: Speaker, roster: Roster) -> str:
    """The newest post of the one person of the roster who bears the name, "" for none."""
    if speaker.kind is not SpeakerKind.PERSON:
        return ""
    people = people_named(roster, speaker.name)
    posts = posts_of(roster, people[0]) if len(people) == 1 else ()
    return posts[-1].post if posts else ""
