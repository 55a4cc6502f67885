"""Processes: their profiles, their dossiers, and who said what on their themes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi import Path as InPath
from pydantic import Field

from onrecord import answers
from onrecord.answers import PositionAnswer, ProcessAnswer, ProcessLineAnswer
from onrecord.answers.shapes import answer
from onrecord.dossiers import by_period
from onrecord.errors import StoreBusyError
from onrecord.exports import as_json
from onrecord.model import Dossier
from onrecord.web.api.answering import JSON, answered, paged, sent
from onrecord.web.api.asking import NAME, Given, Page, text
from onrecord.web.api.cursors import cursor_after, key_behind
from onrecord.web.api.problems import problems
from onrecord.web.drawing_up import Dossiers
from onrecord.web.pool import Stores
from onrecord.web.profiles import known, named
from onrecord.web.settings import Settings

router = APIRouter(tags=["processes"])
_WAIT = 60.0
"""Seconds that a request waits for a dossier to be drawn up."""

Name = Annotated[
    str, InPath(min_length=1, max_length=NAME, description="The name of a process that is listed.")
]
_AS_OF = "Only what could be known on this day, in EDTF."


class AskedDossier(Given):
    """As of when."""

    as_of: str = text(NAME, _AS_OF, example="2021-06")


class AskedPositions(Page):
    """Whose positions, on what."""

    speaker: str = text(NAME, "Whose; Sergei is Sergey, a surname fits its bearers.")
    about: str = text(NAME, "On a theme, or one with these words.")
    by: Literal["year", "month"] = Field("year", description="How long a period is.")
    as_of: str = text(NAME, _AS_OF, example="2021-06")


@answer
class ProcessesAnswer:
    """The processes that are known here."""

    items: tuple[ProcessLineAnswer, ...]
    """By name."""


@answer
class PositionsPage:
    """A page of what was said on the themes of a process."""

    items: tuple[PositionAnswer, ...]
    """Each piece of evidence, by the period in which it was said; those of no known day last."""
    cursor: str | None
    """What to give for the next page; null on the last."""
    next: str | None
    """The address of the next page; null on the last."""


@router.get(
    "/processes",
    operation_id="listProcesses",
    summary="List the processes that are known",
    response_model=ProcessesAnswer,
    responses=problems(),
)
def list_processes(request: Request) -> Response:
    """List the profiles that come with Onrecord, and those that the server was started with."""
    lines = tuple(answers.process_line(one) for one in known(_files(request)).profiles)
    return answered(request, ProcessesAnswer(items=lines))


@router.get(
    "/processes/{process}",
    operation_id="getProcess",
    summary="The profile of a process",
    response_model=ProcessAnswer,
    responses=problems(404),
)
def show_process(request: Request, process: Name) -> Response:
    """What the process is called, who and what belongs to it, what it must not be taken for."""
    return answered(request, answers.process(named(process, _files(request))))


@router.get(
    "/processes/{process}/dossier",
    operation_id="getDossier",
    summary="The sourced memory of a process",
    response_model=Dossier,
    responses=problems(404),
)
def show_dossier(
    request: Request, process: Name, asked: Annotated[AskedDossier, Query()]
) -> Response:
    """Roles, posts, meetings, agreements, promises and positions, each on exact words.

    It takes a while where many documents belong to the process and something was added since; what
    takes longer than a minute is a 503, to be asked for again.
    """
    drawn = _dossier(request, process, asked.as_of)
    return sent(request, as_json(drawn).encode("utf-8"), JSON)


@router.get(
    "/processes/{process}/positions",
    operation_id="listPositions",
    summary="Who said what on the themes of a process",
    response_model=PositionsPage,
    responses=problems(404),
)
def list_positions(
    request: Request, process: Name, page: Annotated[AskedPositions, Query()]
) -> Response:
    """List each piece of evidence for what speakers hold; nothing is judged true or false."""
    asked = {"list": process, **page.asked()}
    (start,) = key_behind(page.cursor, asked, (int,)) or (0,)
    start = max(0, start)
    drawn = _dossier(request, process, page.as_of)
    found = by_period(drawn.positions, speaker=page.speaker, about=page.about, by=page.by)
    rows = [
        answers.position(line, one, by=page.by)
        for several in found.values()
        for line in several
        for one in line.evidence
    ]
    rows.sort(key=lambda row: (not row.period, row.period, row.said))
    end = start + page.limit
    cursor = cursor_after((end,), asked) if end < len(rows) else ""
    return paged(request, rows[start:end], cursor)


def _files(request: Request) -> tuple[Path, ...]:
    settings: Settings = request.app.state.settings
    return settings.profiles


def _dossier(request: Request, process: str, as_of: str) -> Dossier:
    """The dossier, once it is drawn up; `StoreBusyError` where that takes longer than a request.

    No store is kept from others for the time of waiting.
    """
    profile = named(process, _files(request))
    stores: Stores = request.app.state.stores
    with stores.lend() as store:
        stamp = store.stamp()
    dossiers: Dossiers = request.app.state.dossiers
    found = dossiers.ask(profile, as_of, stamp, wait=_WAIT)
    if found.drawn and found.current:
        return found.drawn.dossier
    told = f"{found.done} of {found.total} documents are read" if found.total else "it waits"
    raise StoreBusyError(f"the dossier is being drawn up ({told}); ask again in a while")
