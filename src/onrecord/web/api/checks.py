"""Checks: a quotation, several, or every quotation of a text, held against the record."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from onrecord import answers
from onrecord.answers import FindingAnswer
from onrecord.checking import Stylebook, check, check_text, stylebook
from onrecord.errors import InputError
from onrecord.stores import Store
from onrecord.web.api.answering import answered
from onrecord.web.api.given import (
    Asked,
    AskedBatch,
    AskedOfSeveral,
    AskedOne,
    AskedText,
    BatchAnswer,
    BatchLine,
    CheckedText,
    PostedOne,
)
from onrecord.web.api.problems import problems
from onrecord.web.metrics import count
from onrecord.web.pool import Held

router = APIRouter(tags=["checks"])
QUOTATIONS = 200
"""Quotations of one text that are checked."""


@router.get(
    "/checks",
    operation_id="checkQuotation",
    summary="Hold a quotation against the record",
    response_model=FindingAnswer,
    responses=problems(404, 409, 501),
)
def check_by_address(
    request: Request, store: Held, *, asked: Annotated[AskedOne, Query()]
) -> Response:
    """Say what the documents held have of a quotation, and every difference.

    Not to be in these documents never means that something was not said. A check asked for in this
    way has an address that can be linked to.
    """
    return _one(request, asked, store)


@router.post(
    "/checks",
    operation_id="postQuotation",
    summary="Hold a quotation against the record, given as JSON",
    response_model=FindingAnswer,
    responses=problems(404, 409, 413, 501),
)
def check_given(request: Request, store: Held, *, asked: PostedOne) -> Response:
    """Say what the documents held have of a quotation, and every difference."""
    return _one(request, asked, store)


@router.post(
    "/checks/batch",
    operation_id="postQuotations",
    summary="Hold several quotations against the record",
    response_model=BatchAnswer,
    responses=problems(413, 501),
)
def check_batch(request: Request, store: Held, *, asked: AskedBatch) -> Response:
    """Say what became of each quotation, in order; one that cannot be checked says why."""
    book = _book(asked.style)
    lines = tuple(_line(one, store, book) for one in asked.quotations)
    count(request, (one.finding.finding for one in lines if one.finding))
    return answered(request, BatchAnswer(results=lines))


@router.post(
    "/checks/text",
    operation_id="postText",
    summary="Hold every quotation of a text against the record",
    response_model=CheckedText,
    responses=problems(404, 409, 413),
)
def check_whole(request: Request, store: Held, *, asked: AskedText) -> Response:
    """Find each quotation of a text with its speaker, and say what the documents held have of it.

    Checked is what stands in quotation marks, in headlines too; the first 200 quotations are.
    """
    book = _book(asked.style)
    left_out = store.find(asked.leave_out) if asked.leave_out else ""
    found = check_text(
        asked.text,
        store,
        date=asked.date,
        language=asked.language or "en",
        leave_out=left_out,
        most=QUOTATIONS + 1,
    )
    told = tuple(
        answers.checked(one, id=str(number), style=book)
        for number, one in enumerate(found[:QUOTATIONS], start=1)
    )
    count(request, (one.finding for one in told))
    return answered(request, CheckedText(findings=told, more=len(found) > QUOTATIONS))


def _one(request: Request, asked: AskedOne, store: Store) -> Response:
    found = _finding(asked, store, _book(asked.style))
    count(request, (found.finding,))
    return answered(request, found)


def _finding(asked: Asked, store: Store, book: Stylebook | None, *, id: str = "") -> FindingAnswer:
    found = check(
        asked.quote,
        store,
        speaker=asked.speaker,
        date=asked.date,
        document=asked.document,
        leave_out=asked.leave_out,
        prove=asked.prove,
        semantic=asked.semantic,
    )
    return answers.finding(found, id=id, style=book)


def _line(asked: AskedOfSeveral, store: Store, book: Stylebook | None) -> BatchLine:
    try:
        found = _finding(asked, store, book, id=asked.id)
    except InputError as error:
        return BatchLine(id=asked.id, finding=None, error=str(error))
    return BatchLine(id=asked.id, finding=found, error="")


def _book(style: str) -> Stylebook | None:
    return stylebook(style) if style else None
