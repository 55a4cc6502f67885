"""In which forms a document can be had as a file."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec

from onrecord.exports import FORMS
from onrecord.model import PartKind, Reading
from onrecord.web.templating import address

_TOLD = {
    "csv": "CSV: a row for each statement",
    "parquet": "Parquet: a row for each statement",
    "annotated": "JSON lines: statements as models are trained on them",
}
"""Words for a page where those of a form are for the command line."""


@dataclass(frozen=True, slots=True)
class Download:
    """A form that a document can be had in: its words and its address."""

    told: str
    href: str


def downloads(reading: Reading) -> tuple[Download, ...]:
    """The forms that can hold this document; not those for which quotations must be checked."""
    return tuple(
        Download(_TOLD.get(name, form.told), _address(name, reading))
        for name, form in FORMS.items()
        if form.write and not form.checked and _holds(name, reading)
    )


def _address(form: str, reading: Reading) -> str:
    return address(f"/exports/{form}", document=reading.document.id)


def _holds(form: str, reading: Reading) -> bool:
    """Cues need turns and the times of a recording, which no page makes up."""
    if form == "webvtt":
        timed = any(mark.kind is PartKind.TIME for mark in reading.document.marks)
        return timed and bool(reading.structure.turns)
    return form != "parquet" or find_spec("pyarrow") is not None
