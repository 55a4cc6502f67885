"""Statements as a table of Polars or pandas, one row a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, overload

from onrecord.errors import InputError, MissingLibraryError
from onrecord.model import Dating, Reading, Spans, Statement
from onrecord.stores import Found

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    Rows = Iterable[Statement | Found | Reading] | Reading

__all__ = ["COLUMNS", "to_frame"]

COLUMNS = {
    "id": "number",
    "document": "text",
    "title": "text",
    "publisher": "text",
    "dated": "text",
    "earliest": "day",
    "latest": "day",
    "speaker": "text",
    "basis": "text",
    "via": "text",
    "source": "text",
    "cue": "text",
    "content": "text",
    "quotation": "text",
    "manner": "text",
    "stance": "text",
    "hedged": "truth",
    "part": "text",
    "turn": "number",
    "start": "number",
    "end": "number",
    "source_spans": "text",
    "cue_spans": "text",
    "content_spans": "text",
}
"""The columns in their order and what they hold; `to_frame` says what each means."""

_PANDAS: dict[str, Any] = {
    "text": "str",
    "number": "Int64",
    "day": "datetime64[s]",
    "truth": "bool",
}
_GAP = " … "


@overload
def to_frame(rows: Rows, *, text: str = "", as_: Literal["polars"] = "polars") -> pl.DataFrame: ...
@overload
def to_frame(rows: Rows, *, text: str = "", as_: Literal["pandas"]) -> pd.DataFrame: ...
def to_frame(rows: Rows, *, text: str = "", as_: str = "polars") -> pl.DataFrame | pd.DataFrame:
    """Statements as a data frame, one row each; with none, the same columns of the same types.

    All columns are flat, so that a frame can be grouped, joined and written in any form.
    `rows` are statements of `extract`, with the `text` they were found in; readings, each giving
    all its statements; or what `search` found. `id` is the store's number of a statement, null for
    one that is not held; `dated` the day of its document as EDTF, with the `earliest` and `latest`
    day it can mean, null where open. `start` and `end` are the first and the last offset of the
    content, `..._spans` all pieces ("17-30,57-83"): half-open, in code points of the document's
    text. `source`, `cue` and `content` are the exact words, with " … " between pieces; `via` is who
    passes them on, outermost first ("TASS > Interfax"). Not known is "" in text, null elsewhere.
    `MissingLibraryError` where the library is not installed, `InputError` for anything else in
    `rows` and for statements without `text`.
    """
    if as_ not in ("polars", "pandas"):
        raise InputError(f"{as_}: no kind of frame; it is polars or pandas")
    several = [rows] if isinstance(rows, Reading) else rows
    found = [row for one in several for row in _rows(one, text)]
    columns = {name: [row[name] for row in found] for name in COLUMNS}
    return _polars(columns) if as_ == "polars" else _pandas(columns)


def _polars(columns: dict[str, list[Any]]) -> pl.DataFrame:
    try:
        import polars as pl
    except ImportError as error:
        raise MissingLibraryError.of("Polars", "frames") from error
    types: dict[str, Any] = {
        "text": pl.String,
        "number": pl.Int64,
        "day": pl.Date,
        "truth": pl.Boolean,
    }
    return pl.DataFrame(columns, schema={name: types[kind] for name, kind in COLUMNS.items()})


def _pandas(columns: dict[str, list[Any]]) -> pd.DataFrame:
    """Made from the columns themselves: no Polars or Arrow is needed for it."""
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingLibraryError(
            "pandas is not installed; pip install pandas brings it"
        ) from error
    return pd.DataFrame(
        {name: pd.Series(values, dtype=_PANDAS[COLUMNS[name]]) for name, values in columns.items()}
    )


def _rows(one: object, text: str) -> Iterator[dict[str, Any]]:
    if isinstance(one, Reading):
        about = _about(one)
        for statement in one.statements:
            yield _row(statement, one.document.text) | about
    elif isinstance(one, Found):
        words = {"source": one.source, "cue": one.cue, "content": one.content}
        about = {"id": one.id, "title": one.title, "publisher": one.publisher}
        yield _row(one.statement) | words | about | _days(one.dated)
    elif isinstance(one, Statement):
        if not text:
            raise InputError("statements by themselves have no words; give their text=")
        yield _row(one, text)
    else:
        raise InputError(f"a {type(one).__name__} is no statement, reading or search result")


def _about(reading: Reading) -> dict[str, Any]:
    """The columns that a document gives to all its statements."""
    document, found = reading.document, reading.structure
    about = {
        "title": document.title or found.title,
        "publisher": document.publisher or found.publisher,
    }
    return about | _day_of(found.dating or found.published)


def _row(statement: Statement, text: str = "") -> dict[str, Any]:
    said = statement.attribution
    return {
        **dict.fromkeys(("title", "publisher", "dated"), ""),
        **dict.fromkeys(("id", "earliest", "latest")),
        "document": statement.document,
        **statement.facts(),
        "via": " > ".join(statement.via),
        "source": _words(said.source, text),
        "cue": _words(said.cue, text),
        "content": _words(said.content, text),
        "start": min(span.start for span in said.content),
        "end": max(span.end for span in said.content),
        "source_spans": _places(said.source),
        "cue_spans": _places(said.cue),
        "content_spans": _places(said.content),
    }


def _words(spans: Spans, text: str) -> str:
    return _GAP.join(span.of(text) for span in spans)


def _places(spans: Spans) -> str:
    return ",".join(f"{span.start}-{span.end}" for span in spans)


@lru_cache(maxsize=4096)
def _days(edtf: str) -> dict[str, Any]:
    from onrecord.dates import read_edtf

    try:
        return _day_of(read_edtf(edtf)) if edtf else {}
    except InputError:
        return {"dated": edtf}


def _day_of(dating: Dating | None) -> dict[str, Any]:
    if dating is None:
        return {}
    return {"dated": dating.edtf, "earliest": dating.earliest, "latest": dating.latest}
