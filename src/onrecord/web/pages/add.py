"""Add: files dropped, or text pasted, into the database; what failed is told with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Form, Request, Response, UploadFile

from onrecord.dates import read_edtf
from onrecord.errors import InputError
from onrecord.intake import Taken, take_in
from onrecord.model import Failure, Kind
from onrecord.stores import Store
from onrecord.web.pool import Held
from onrecord.web.templating import page

router = APIRouter()
PASTED = "pasted.txt"
_WORDS = {"added": "added", "held": "held already", "version": "a newer version"}


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one document: `ref` is its id, "" where it failed and `why` says why."""

    name: str
    what: str
    ref: str = ""
    kind: str = ""
    dated: str = ""
    statements: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What the form says of the documents; empty fields say nothing."""

    publisher: str = ""
    published: str = ""
    url: str = ""
    title: str = ""
    speaker: str = ""
    language: str = ""
    kind: str = ""

    def given(self) -> Mapping[str, str]:
        """As readers take it; `InputError` where a date or a kind is none."""
        if self.kind and self.kind not in set(Kind):
            raise InputError(f"a document is a {', a '.join(Kind)}, not {self.kind!r}")
        known = {name: getattr(self, name).strip() for name in self.__slots__}
        if known["published"]:
            known["published"] = read_edtf(known["published"]).edtf
        return {name: value for name, value in known.items() if value}


def _told(
    *,
    publisher: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    url: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    speaker: Annotated[str, Form()] = "",
    language: Annotated[str, Form()] = "",
    kind: Annotated[str, Form()] = "",
) -> Told:
    return Told(publisher, published, url, title, speaker=speaker, language=language, kind=kind)


@router.get("/add")
def show_add(request: Request) -> Response:
    """The form."""
    return _page(request)


@router.post("/add")
def add_documents(
    request: Request,
    store: Held,
    told: Annotated[Told, Depends(_told)],
    *,
    files: Annotated[list[UploadFile] | None, File()] = None,
    text: Annotated[str, Form()] = "",
    fragment: Annotated[bool, Form()] = False,
) -> Response:
    """Take in files and text; with `fragment` the lines alone, for one file of several."""
    inputs = [(_name(one), one.file.read()) for one in files or [] if one.filename]
    if text.strip():
        inputs.append((PASTED, text.encode("utf-8", errors="replace")))
    try:
        if not inputs:
            raise InputError("choose a file, or paste a text")
        given = told.given()
        if len(inputs) > 1 and (given.keys() & {"url", "title"}):
            raise InputError("an address and a title are of one document, and several are given")
    except InputError as error:
        lines = [Line(name, "not added", why=str(error)) for name, _ in inputs]
        if fragment:
            return page(request, "added.html", lines=lines)
        return _page(request, told=told, text=text, problem=str(error))
    lines = [line for name, raw in inputs for line in _lines(store, name, raw, given)]
    store.reindex()
    if fragment:
        return page(request, "added.html", lines=lines)
    return _page(request, lines=lines)


def _name(file: UploadFile) -> str:
    """The name of a file without the folders of somebody else's machine."""
    return PurePath((file.filename or "").replace("\\", "/")).name


def _lines(store: Store, name: str, raw: bytes, given: Mapping[str, str]) -> Iterator[Line]:
    for one in take_in(store, raw, path=name, given=given):
        yield _failed(name, one) if isinstance(one, Failure) else _kept(name, one)


def _failed(name: str, failure: Failure) -> Line:
    return Line(failure.path or name, "not added", why=failure.reason)


def _kept(name: str, taken: Taken) -> Line:
    found = taken.reading.structure
    day = found.dating or found.published
    return Line(
        taken.reading.document.title or found.title or name,
        _WORDS[taken.what],
        taken.ref,
        found.kind,
        day.edtf if day else "",
        len(taken.reading.statements),
    )


def _page(request: Request, **context: Any) -> Response:  # noqa: ANN401  (whatever it shows)
    usual = {"lines": [], "told": Told(), "text": "", "problem": ""}
    found = page(request, "add.html", kinds=tuple(Kind), **usual | context)
    found.status_code = 400 if context.get("problem") else 200
    return found
