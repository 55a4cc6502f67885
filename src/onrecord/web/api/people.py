"""People and posts: what the rosters say, according to whom, and what is held of each."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from onrecord import answers
from onrecord.answers import HolderAnswer, PersonAnswer, PersonLineAnswer
from onrecord.answers.shapes import answer
from onrecord.enrolling import names_in
from onrecord.errors import NotFoundError
from onrecord.rosters import disagreements, holders, person_named, select
from onrecord.web.acquaintance import roster_of
from onrecord.web.api.answering import answered, paged
from onrecord.web.api.asking import NAME, Given, Page, text
from onrecord.web.api.cursors import cursor_after, key_behind
from onrecord.web.api.problems import problems
from onrecord.web.pool import Held

router = APIRouter(tags=["people"])


class AskedPeople(Page):
    """Filters on people; those given must all fit."""

    name: str = text(NAME, "Whose name can be this.", example="Lavrov")
    of: str = text(NAME, "With a post of this state or organisation.", example="Kazakhstan")
    post: str = text(NAME, "With this post, in any words.", example="foreign minister")
    at: str = text(NAME, "With a post on this day.", example="2019-01-28")


class AskedPost(Given):
    """Who is asked for by a post and a day."""

    post: str = text(NAME, "The post, in any words.", least=1, example="Kazakh foreign minister")
    of: str = text(NAME, "Whose post, if `post` does not say.")
    at: str = text(NAME, "The day.", least=1, example="2019-01-28")


@answer
class PeoplePage:
    """A page of people."""

    items: tuple[PersonLineAnswer, ...]
    """The people, with the posts that pass the filters."""
    cursor: str | None
    """What to give for the next page; null on the last."""
    next: str | None
    """The address of the next page; null on the last."""


@answer
class HoldersAnswer:
    """Who holds a post on a day."""

    items: tuple[HolderAnswer, ...]
    """Everybody who does by at least one source."""


@router.get(
    "/people",
    operation_id="listPeople",
    summary="List people and their posts",
    response_model=PeoplePage,
    responses=problems(),
)
def list_people(
    request: Request, store: Held, *, page: Annotated[AskedPeople, Query()]
) -> Response:
    """List the people that the rosters know, with the posts that pass the filters."""
    asked = {"list": "people", **page.asked()}
    (start,) = key_behind(page.cursor, asked, (int,)) or (0,)
    roster = roster_of(request, store)
    found = list(select(roster, name=page.name, of=page.of, post=page.post, day=page.at))
    start = max(0, start)
    several = found[start : start + page.limit]
    end = start + len(several)
    cursor = cursor_after((end,), asked) if end < len(found) else ""
    lines = [answers.person_line(person, tenures, roster) for person, tenures in several]
    return paged(request, lines, cursor)


@router.get(
    "/posts",
    operation_id="listHolders",
    summary="Say who holds a post on a day",
    response_model=HoldersAnswer,
    responses=problems(404),
)
def list_holders(
    request: Request, store: Held, *, asked: Annotated[AskedPost, Query()]
) -> Response:
    """Say who holds a post on a day, according to whom, and what speaks against it."""
    found = holders(roster_of(request, store), asked.post, of=asked.of, day=asked.at)
    if not found:
        raise NotFoundError(f"{asked.post}: no roster has anybody in this post on {asked.at}")
    return answered(request, HoldersAnswer(items=tuple(map(answers.holder, found))))


@router.get(
    "/people/{person:path}",
    operation_id="getPerson",
    summary="A person: names, posts, disagreements, what is held",
    response_model=PersonAnswer,
    responses=problems(404, 409),
)
def show_person(
    request: Request,
    store: Held,
    person: Annotated[
        str,
        Path(min_length=1, max_length=NAME, description="An id, or a name that one alone bears."),
    ],
) -> Response:
    """Names with their days, posts with their sources, where sources disagree, statements held."""
    roster = roster_of(request, store)
    one = person_named(roster, person)
    tenures = [tenure for tenure in roster.tenures if tenure.person == one.id]
    held = {voice.name: voice.statements for voice in store.voices()}
    said = {name: held[name] for name in names_in(store, one) if name in held}
    whole = answers.person(
        one,
        sorted(tenures, key=lambda tenure: (tenure.start, tenure.according)),
        disagreements(roster, one),
        statements=said,
        decided=[],
    )
    return answered(request, whole)
