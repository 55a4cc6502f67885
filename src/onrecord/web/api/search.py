"""Search: words looked for in what is said, and in all that documents say."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from onrecord import answers
from onrecord.answers.hits import FacetAnswer, HitAnswer
from onrecord.answers.shapes import answer
from onrecord.model import Kind, Manner, Outcome, Quotation, Stance
from onrecord.searching import Filters, Sifted, sift
from onrecord.stores import Order, Unit
from onrecord.web.api.answering import answered, following
from onrecord.web.api.asking import NAME, Page, days_of, text
from onrecord.web.api.cursors import cursor_after, key_behind
from onrecord.web.api.problems import problems
from onrecord.web.pool import Held

router = APIRouter(tags=["search"])


class AskedSearch(Page):
    """Words to look for, and filters; those given must all fit."""

    q: str = text(
        NAME,
        'Words that must all occur; "a phrase" side by side; -words not at all. Needed where '
        "nothing is filtered.",
        example="gates harvest",
    )
    unit: Literal["statement", "sentence"] = Field(
        "statement", description="Search statements, or sentences of all that documents say."
    )
    order: Literal["best", "newest", "oldest"] = Field("best", description="What comes first.")
    said: bool = Field(False, description="Search what was said, and not the names of speakers.")
    speaker: str = text(NAME, "Whose; Sergei is Sergey, a surname fits its bearers.")
    publisher: str = text(NAME, "Put out by; a piece of the name will do.")
    form: Kind | None = Field(None, description="In which kind of document.")
    kind: Quotation | None = Field(None, description="How much of it stands in quotation marks.")
    manner: Manner | None = Field(None, description="Said, written, thought or intended.")
    stance: Stance | None = Field(None, description="Whether it is given as what the source says.")
    finding: Outcome | None = Field(
        None, description="What a check finds of its quotation; the first 100 are checked."
    )
    date: str = text(NAME, "Of a day, month, year or interval, in EDTF.", example="2021-05")


@answer
class SearchPage:
    """A page of hits, and what all of them are."""

    items: tuple[HitAnswer, ...]
    """The hits, in the order asked for."""
    total: int
    """How many there are on all pages."""
    more: bool
    """Whether there are still more, taken in earlier, which are neither counted nor shown."""
    any_word: bool
    """Whether nothing has all words, and these have any of them."""
    facets: tuple[FacetAnswer, ...]
    """What all of them are, respect by respect."""
    cursor: str | None
    """What to give for the next page; null on the last."""
    next: str | None
    """The address of the next page; null on the last."""


@router.get(
    "/search",
    operation_id="search",
    summary="Search what was said",
    response_model=SearchPage,
    responses=problems(),
)
def search(request: Request, store: Held, *, page: Annotated[AskedSearch, Query()]) -> Response:
    """Find statements, or sentences, that have these words, best first.

    What is added while pages are read is on none of those that follow.
    """
    asked = {"list": "search", **page.asked()}
    (behind,) = key_behind(page.cursor, asked, (str,)) or ("",)
    found = sift(
        page.q,
        store,
        _filters(page),
        limit=page.limit,
        cursor=behind,
        order=Order(page.order),
        said=page.said,
    )
    cursor = cursor_after((found.cursor,), asked) if found.cursor else ""
    further = following(request, cursor)
    link = {"Link": f'<{further}>; rel="next"'} if further else {}
    return answered(request, _page(found, cursor, further), headers=link)


def _filters(page: AskedSearch) -> Filters:
    earliest, latest = days_of(page.date)
    return Filters(
        unit=Unit.STATEMENT if page.unit == "statement" else Unit.PASSAGE,
        speaker=page.speaker,
        publisher=page.publisher,
        quotation=page.kind,
        form=page.form,
        manner=page.manner,
        stance=page.stance,
        finding=page.finding,
        earliest=earliest,
        latest=latest,
    )


def _page(found: Sifted, cursor: str, further: str) -> SearchPage:
    outcomes = found.judged.outcomes if found.judged else {}
    return SearchPage(
        items=tuple(answers.hit(one, outcomes.get(one.number)) for one in found.answers),
        total=found.total,
        more=found.more,
        any_word=found.any_word,
        facets=tuple(map(answers.facet, found.facets)),
        cursor=cursor or None,
        next=further or None,
    )
