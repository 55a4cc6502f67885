"""Processes: which are known, and the dossier of one, part by part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Request, Response

from onrecord.dates import read_edtf
from onrecord.errors import InputError, NotFoundError
from onrecord.exports import FORMATS, export
from onrecord.exports.dossiers.blocks import Section
from onrecord.exports.dossiers.hypertext import Hypertext, Leading, anchor_of, facts_list
from onrecord.exports.dossiers.paging import cut, entries_in
from onrecord.model import Profile, Spans
from onrecord.web.drawing_up import ENTRIES, Dossiers, Drawn, Underway
from onrecord.web.profiles import known, named
from onrecord.web.templating import address, document_at, page

router = APIRouter()
_LAST = 1_000_000
_WHOLE = "all"
_MOST = 3_000
"""Lines of a dossier that are sent as one page; larger ones are read part by part."""
_FIRST = "timeline"
_FILES: Mapping[str, tuple[str, str, str]] = {
    "markdown": ("md", "text/markdown", "Markdown, a report to read and to print"),
    "html": ("html", "text/html", "HTML, the same as one file that needs nothing else"),
    "json": ("json", "application/json", "JSON, everything, to be read back"),
    "csv": ("csv", "text/csv", "CSV, a row for each piece of evidence"),
    "timelinejs": ("timeline.json", "application/json", "TimelineJS"),
    "ftm": ("ftm.json", "application/x-ndjson", "FollowTheMoney entities"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of which dossier, as of which day, as it stands in the address."""

    name: str
    part: str = _FIRST
    page: int = 1
    as_of: str = ""

    def link(self, **changed: object) -> str:
        """The address with something changed, of the first page of it."""
        one = replace(self, **{"page": 1} | changed)  # type: ignore[arg-type]
        part = "" if one.part == _FIRST else one.part
        number = one.page if one.page > 1 else ""
        return address(_path(one.name), part=part, page=number, as_of=one.as_of)

    def download(self, form: str) -> str:
        """The address of the whole dossier in a format."""
        return address(f"{_path(self.name)}/dossier", format=form, as_of=self.as_of)


def _path(name: str) -> str:
    return f"/processes/{quote(name, safe='', errors='replace')}"


def asked_of(
    name: str,
    part: str = _FIRST,
    number: Annotated[int, Query(alias="page", ge=1, le=_LAST)] = 1,
    as_of: str = "",
) -> Asked:
    """What an address asks for."""
    return Asked(name, part, number, as_of.strip())


Of = Annotated[Asked, Depends(asked_of)]


class _Here(Leading):
    """Links of a part that is shown: to other parts, and to the documents as they are held."""

    rel = "noreferrer nofollow external"

    def __init__(self, asked: Asked, drawn: Drawn) -> None:
        self._asked, self._drawn = asked, drawn

    def anchor(self, name: str) -> str:
        part, number = self._drawn.places.get(name, ("", 1))
        here = self._asked.part == _WHOLE or (self._asked.part, self._asked.page) == (part, number)
        to = "" if here or not part else self._asked.link(part=part, page=number)
        return f"{to}#{anchor_of(name)}"

    def words(self, document: str, spans: Spans) -> str:
        return document_at(document, spans)


@router.get("/processes")
def list_processes(request: Request) -> Response:
    """The processes that ship, and those whose profiles were given."""
    held = known(request.app.state.settings.profiles)
    return page(request, "processes.html", known=held, path_of=_path)


@router.get("/processes/{name}")
def show_process(request: Request, asked: Of) -> Response:
    """A part of the dossier of a process; while it is drawn up, how far that is."""
    profile, underway = _asked_for(request, asked)
    drawn = underway.drawn
    context: dict[str, object] = {"asked": asked, "profile": profile, "underway": underway}
    if drawn is None:
        return _waiting(request, asked.link(part=asked.part, page=asked.page), **context)
    sections = _sections(asked, drawn)
    return page(
        request,
        "process.html",
        drawn=drawn,
        facts=facts_list(drawn.report.facts),
        parts=[(one, entries_in(one)) for one in drawn.parts],
        beside=[one.anchor for one in drawn.parts if one.anchor.startswith("beside-")],
        whole=sum(map(entries_in, drawn.parts)) <= _MOST,
        shown=list(map(Hypertext(_Here(asked, drawn)).section, sections)),
        files=_FILES,
        **_neighbours(asked, drawn),
        **context,
    )


@router.get("/processes/{name}/dossier")
def send_dossier(
    request: Request, asked: Of, form: Annotated[str, Query(alias="format")] = "markdown"
) -> Response:
    """The whole dossier as a file in one of the formats."""
    if form not in FORMATS:
        raise InputError(f"no such format: {form!r}; there are {', '.join(FORMATS)}")
    profile, underway = _asked_for(request, asked)
    if underway.drawn is None or not underway.current:
        to = asked.download(form)
        return _waiting(request, to, asked=asked, profile=profile, underway=underway)
    ending, kind, _ = _FILES[form]
    day = f"-{asked.as_of}" if asked.as_of else ""
    name = quote(f"{profile.name}{day}.{ending}", errors="replace")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    text = export(underway.drawn.dossier, form)
    return Response(text, media_type=f"{kind}; charset=utf-8", headers=headers)


def _asked_for(request: Request, asked: Asked) -> tuple[Profile, Underway]:
    profile = named(asked.name, request.app.state.settings.profiles)
    if asked.as_of and read_edtf(asked.as_of).latest is None:
        raise InputError(f"not a date: {asked.as_of!r}; give 2019-02-28, 2019-02 or 2019")
    with request.app.state.stores.lend() as store:
        stamp = store.stamp()
    dossiers: Dossiers = request.app.state.dossiers
    return profile, dossiers.ask(profile, asked.as_of, stamp)


def _waiting(request: Request, again: str, **context: object) -> Response:
    found = page(request, "process_waiting.html", again=again, **context)
    found.status_code = 202
    found.headers["Refresh"] = f"2; url={again}"
    found.headers["Cache-Control"] = "no-store"
    return found


def _sections(asked: Asked, drawn: Drawn) -> list[Section]:
    """What is shown: one part, a page of it, or all of them."""
    if asked.part == _WHOLE:
        return list(drawn.parts)
    section = _part(asked, drawn)
    first = (asked.page - 1) * ENTRIES
    if first and first >= entries_in(section):
        raise NotFoundError(f"{section.title} has no page {asked.page}")
    return [cut(section, first, ENTRIES)]


def _part(asked: Asked, drawn: Drawn) -> Section:
    for section in drawn.parts:
        if section.anchor == asked.part:
            return section
    raise NotFoundError(f"the dossier has no part {asked.part!r}")


def _neighbours(asked: Asked, drawn: Drawn) -> dict[str, str]:
    if asked.part == _WHOLE:
        return {"before": "", "after": ""}
    many = entries_in(_part(asked, drawn))
    here = {"part": asked.part}
    return {
        "before": asked.link(**here, page=asked.page - 1) if asked.page > 1 else "",
        "after": asked.link(**here, page=asked.page + 1) if asked.page * ENTRIES < many else "",
    }
