"""What is held here, and what finds statements in it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from onrecord import answers
from onrecord.answers import EngineAnswer
from onrecord.answers.shapes import answer
from onrecord.stores import Store
from onrecord.web.api.answering import answered
from onrecord.web.api.problems import problems
from onrecord.web.keeping import Keeper
from onrecord.web.pool import Held

router = APIRouter(tags=["corpus"])


@answer
class CorpusAnswer:
    """What is held: what a check can find, and what it cannot."""

    passages: int
    """How many passages a quotation is looked up in."""
    words: int
    """How many words they have."""
    transcripts: int
    """How many transcripts are held: they alone can show that something was not said."""
    speakers: int
    """How many names have turns in them."""
    earliest: str | None
    """The first day of a transcript held, ISO 8601; null where none is known."""
    latest: str | None
    """The last day of one."""
    languages: tuple[str, ...]
    """The languages of the transcripts, as BCP 47 tags."""


@answer
class EnginesAnswer:
    """What finds statements."""

    items: tuple[EngineAnswer, ...]
    """Rules, and the learned models that are here."""


@router.get(
    "/corpus",
    operation_id="getCorpus",
    summary="What is held",
    response_model=CorpusAnswer,
    responses=problems(),
)
def show_corpus(request: Request, store: Held) -> Response:
    """Say how much is held and of which days: what is not held is not "not said"."""
    kept: Keeper = request.app.state.kept
    return answered(request, kept.of(("corpus", store.stamp()), lambda: _corpus(store)))


@router.get(
    "/engines",
    operation_id="listEngines",
    summary="What finds statements",
    response_model=EnginesAnswer,
    responses=problems(),
)
def list_engines(request: Request) -> Response:
    """List the engines that find statements, and say which can be used."""
    return answered(request, EnginesAnswer(items=tuple(answers.engines())))


def _corpus(store: Store) -> CorpusAnswer:
    passages, words = store.indexed()
    records = store.records()
    first = [one.earliest for one in records if one.earliest]
    last = [one.latest or one.earliest for one in records if one.latest or one.earliest]
    return CorpusAnswer(
        passages=passages,
        words=words,
        transcripts=len(records),
        speakers=len({name for one in records for name in one.speakers}),
        earliest=min(first).isoformat() if first else None,
        latest=max(day for day in last if day).isoformat() if last else None,
        languages=tuple(sorted({one.language for one in records if one.language})),
    )
