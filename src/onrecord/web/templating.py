"""Pages from templates; whatever comes from a document or a person is escaped."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord import __version__
from onrecord.answers import wording
from onrecord.exports.markup import Markup as Drawn
from onrecord.exports.markup import visible
from onrecord.listening import caller_of
from onrecord.model import Spans
from onrecord.web.navigation import WAYS


def page(request: Request, template: str, **context: Any) -> Response:  # noqa: ANN401
    """The page that a template of `templates/` makes of its context."""
    found = _environment().get_template(template)
    known = {"request": request, "path": request.url.path, "caller": caller_of(request.scope)}
    return HTMLResponse(found.render(**known, **context))


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.globals.update(ways=WAYS, version=__version__, static=static, address=address)
    made.globals.update(document_at=document_at, wording=wording)
    made.filters.update(thousands=thousands, words=words_of)
    return made


def _shown(value: Any) -> Any:  # noqa: ANN401  (what a template may put out)
    """Markup of our own drawing stays; in text, what no page can hold becomes U+FFFD."""
    if isinstance(value, Drawn):
        return Markup(str(value))
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value


def static(name: str) -> str:
    """The address of a file of `static/`; it changes with the version, so that it can be kept."""
    return f"/static/{name}?v={_stamp(name)}"


@cache
def _stamp(name: str) -> str:
    from hashlib import sha256

    data = (files("onrecord.web") / "static" / name).read_bytes()
    return sha256(data).hexdigest()[:10]


def address(path: str, **query: object) -> str:
    """An address with those of the query's values that are neither empty nor None."""
    given = [(key.rstrip("_"), value) for key, value in query.items() if value not in ("", None)]
    return f"{path}?{urlencode(given, doseq=True, errors='replace')}" if given else path


def document_at(document: str, spans: Spans = ()) -> str:
    """The address of a document, at these places of it."""
    path = f"/documents/{quote(document, safe='', errors='replace')}"
    if not spans:
        return path
    places = [f"{span.start}-{span.end}" for span in spans]
    return f"{address(path, at=places)}#at"


def thousands(count: int) -> str:
    """A number as people read it: 12,345."""
    return f"{count:,}"


def words_of(name: str) -> str:
    """A name of the model as words: `record_not_held` is "record not held"."""
    return str(name).replace("_", " ")
