"""Documents: the list, one with all that is derived from it, its text, its bytes, its findings."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response

from onrecord import answers
from onrecord.answers import DocumentAnswer, FindingAnswer, ReadingAnswer
from onrecord.answers.shapes import answer
from onrecord.checking import check_document
from onrecord.web.api.answering import answered, paged, sent
from onrecord.web.api.asking import Page, Ref
from onrecord.web.api.cursors import cursor_after, key_behind
from onrecord.web.api.problems import content, problems
from onrecord.web.pool import Held

router = APIRouter(tags=["documents"])


@answer
class DocumentsPage:
    """A page of the documents held."""

    items: tuple[DocumentAnswer, ...]
    """The documents, in order of date, then id; those without a date last."""
    cursor: str | None
    """What to give for the next page; null on the last."""
    next: str | None
    """The address of the next page; null on the last."""


@answer
class FindingsPage:
    """A page of the findings of a document."""

    items: tuple[FindingAnswer, ...]
    """One for each quotation, in order; `quotation` says where each stands in the text."""
    cursor: str | None
    """What to give for the next page; null on the last."""
    next: str | None
    """The address of the next page; null on the last."""


@router.get(
    "/documents",
    operation_id="listDocuments",
    summary="List the documents held",
    response_model=DocumentsPage,
    responses=problems(),
)
def list_documents(request: Request, store: Held, *, page: Annotated[Page, Query()]) -> Response:
    """List the documents held, by date.

    What is added while pages are read is on those that follow where its date comes later, and moves
    nothing else.
    """
    asked = {"list": "documents", **page.asked()}
    behind = key_behind(page.cursor, asked, (str, str))
    found = store.documents_after(behind, limit=page.limit + 1)
    lines = found[: page.limit]
    last = len(found) <= page.limit
    cursor = "" if last else cursor_after((lines[-1].dated, lines[-1].id), asked)
    return paged(request, [answers.document(line) for line in lines], cursor)


@router.get(
    "/documents/{ref:path}/text",
    operation_id="getText",
    summary="The text of a document",
    response_class=Response,
    responses=problems(404, 409) | content("text/plain", "The text."),
)
def show_text(request: Request, store: Held, ref: Ref) -> Response:
    """The text as it was read, in UTF-8: what all spans count the code points of."""
    text = store.load(ref).document.text
    return sent(request, text.encode("utf-8"), "text/plain; charset=utf-8")


@router.get(
    "/documents/{ref:path}/raw",
    operation_id="getRaw",
    summary="The bytes of a document",
    response_class=Response,
    responses=problems(404, 409) | content("application/octet-stream", "The bytes."),
)
def show_raw(request: Request, store: Held, ref: Ref) -> Response:
    """The bytes that the document was read from, to be saved and never shown as a page of ours."""
    line = store.listed(ref)
    name = quote(line.path.replace("\\", "/").rsplit("/", 1)[-1] or line.id, safe="")
    kept = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return sent(request, store.raw(ref), "application/octet-stream", headers=kept)


@router.get(
    "/documents/{ref:path}/findings",
    operation_id="checkDocument",
    summary="Hold every quotation of a document against all others",
    response_model=FindingsPage,
    responses=problems(404, 409),
)
def check_held(request: Request, store: Held, ref: Ref, page: Annotated[Page, Query()]) -> Response:
    """Say of each quotation of a held document what the other documents have of it."""
    document = store.find(ref)
    asked = {"list": "findings", "document": document}
    (start,) = key_behind(page.cursor, asked, (int,)) or (0,)
    start = max(0, start)
    found = check_document(document, store, skipped=start, most=page.limit + 1)
    last = len(found) <= page.limit
    cursor = "" if last else cursor_after((start + page.limit,), asked)
    lines = [
        answers.checked(one, id=str(number))
        for number, one in enumerate(found[: page.limit], start=start + 1)
    ]
    return paged(request, lines, cursor)


@router.get(
    "/documents/{ref:path}",
    operation_id="getDocument",
    summary="A document and all that is derived from it",
    response_model=ReadingAnswer,
    responses=problems(404, 409),
)
def show_document(request: Request, store: Held, ref: Ref) -> Response:
    """The text, its parts, turns, exchanges and statements, and what people corrected."""
    copies = store.copies_of(ref)
    whole = answers.reading(store.load(ref), store.corrections(ref), store.listed(ref), copies)
    return answered(request, whole)
