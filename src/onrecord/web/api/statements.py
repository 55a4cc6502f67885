"""Statements: who said what, by filters; and the names of those who are said to have said it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from onrecord import answers
from onrecord.answers import StatementAnswer
from onrecord.answers.shapes import answer
from onrecord.model import Quotation
from onrecord.searching import names_of
from onrecord.stores import Found, Wanted
from onrecord.web.api.answering import paged
from onrecord.web.api.asking import NAME, REF, Page, days_of, text
from onrecord.web.api.cursors import cursor_after, key_behind
from onrecord.web.api.problems import problems
from onrecord.web.pool import Held

router = APIRouter(tags=["statements"])


class AskedStatements(Page):
    """Filters on statements; those given must all fit."""

    speaker: str = text(NAME, "Whose; Sergei is Sergey, a surname fits its bearers.")
    document: str = text(REF, "In which document.")
    publisher: str = text(NAME, "Put out by; a piece of the name will do.")
    date: str = text(NAME, "Of a day, month, year or interval, in EDTF.", example="2021-05")
    kind: Quotation | None = Field(None, description="How much of it stands in quotation marks.")


@answer
class StatementsPage:
    """A page of statements."""

    items: tuple[StatementAnswer, ...]
    """The statements, by the date of their document and their place in it."""
    cursor: str | None
    """What to give for the next page; null on the last."""
    next: str | None
    """The address of the next page; null on the last."""


@answer
class SpeakerAnswer:
    """A name that statements are given to."""

    name: str
    """The name as it stands in the store; of several who speak together, "; " between them."""


@answer
class SpeakersPage:
    """A page of names."""

    items: tuple[SpeakerAnswer, ...]
    """The names, in alphabetical order."""
    cursor: str | None
    """What to give for the next page; null on the last."""
    next: str | None
    """The address of the next page; null on the last."""


@router.get(
    "/statements",
    operation_id="listStatements",
    summary="List the statements found",
    response_model=StatementsPage,
    responses=problems(404, 409),
)
def list_statements(
    request: Request, store: Held, *, page: Annotated[AskedStatements, Query()]
) -> Response:
    """List the statements that pass the filters, by document and place."""
    asked = {"list": "statements", **page.asked()}
    behind = key_behind(page.cursor, asked, (str, str, int))
    earliest, latest = days_of(page.date)
    wanted = Wanted(
        speakers=names_of(page.speaker, store) if page.speaker else None,
        document=page.document,
        publisher=page.publisher,
        quotation=page.kind,
        earliest=earliest,
        latest=latest,
    )
    found = store.statements_after(wanted, behind, limit=page.limit + 1)
    lines = found[: page.limit]
    cursor = "" if len(found) <= page.limit else cursor_after(_key(lines[-1]), asked)
    return paged(request, [answers.statement(one) for one in lines], cursor)


def _key(found: Found) -> tuple[str, str, int]:
    return found.dated, found.statement.document, found.position


@router.get(
    "/speakers",
    operation_id="listSpeakers",
    summary="List the names that statements are given to",
    response_model=SpeakersPage,
    responses=problems(),
)
def list_speakers(request: Request, store: Held, *, page: Annotated[Page, Query()]) -> Response:
    """List the names of those who are said to have said something, as documents have them."""
    asked = {"list": "speakers", **page.asked()}
    (behind,) = key_behind(page.cursor, asked, (str,)) or ("",)
    names = [name for name in store.speakers() if name > behind]
    lines = names[: page.limit]
    cursor = "" if len(names) <= page.limit else cursor_after((lines[-1],), asked)
    return paged(request, [SpeakerAnswer(name=name) for name in lines], cursor)
