"""Utterances: the renderings of what was said once, and how they came by it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from onrecord import answers
from onrecord.answers import UtteranceAnswer
from onrecord.answers.shapes import answer
from onrecord.errors import InputError
from onrecord.model import Span
from onrecord.tracing import renderings_of
from onrecord.web.api.answering import answered
from onrecord.web.api.asking import QUOTE, REF, Given, text
from onrecord.web.api.problems import problems
from onrecord.web.pool import Held

router = APIRouter(tags=["utterances"])
_FARTHEST = 1 << 40


class AskedUtterance(Given):
    """Words, or a place in a held document: `quote`, or `document` with `start` and `end`."""

    quote: str = text(QUOTE, "The words.", example="Our engineers found 381 mines")
    document: str = text(REF, "The held document that has the words.")
    start: int | None = Field(None, ge=0, le=_FARTHEST, description="Where they begin in its text.")
    end: int | None = Field(None, ge=0, le=_FARTHEST, description="Where they end.")


@answer
class UtterancesAnswer:
    """The utterances that have the words asked for."""

    items: tuple[UtteranceAnswer, ...]
    """By the day and place of their first rendering."""


@router.get(
    "/utterances",
    operation_id="listUtterances",
    summary="Trace how words travelled",
    response_model=UtterancesAnswer,
    responses=problems(404, 409),
)
def list_utterances(
    request: Request, store: Held, *, asked: Annotated[AskedUtterance, Query()]
) -> Response:
    """Say which documents have these words, who has them from whom, and where each change came in.

    Other words for the same are not found, only shared ones.
    """
    found = renderings_of(store, **_asked(asked))
    told = (answers.utterance(one, id=str(number)) for number, one in enumerate(found, start=1))
    return answered(request, UtterancesAnswer(items=tuple(told)))


def _asked(asked: AskedUtterance) -> dict[str, Any]:
    """What is looked for; `InputError` where it is neither words nor a place."""
    if bool(asked.quote) == bool(asked.document):
        raise InputError("give either quote, or document with start and end")
    if asked.quote:
        if asked.start is not None or asked.end is not None:
            raise InputError("start and end go with document")
        return {"quote": asked.quote}
    if asked.start is None or asked.end is None or asked.start >= asked.end:
        raise InputError("a document is given with start and end, the first of which is smaller")
    return {"document": asked.document, "span": Span(asked.start, asked.end)}
