"""The formats that a dossier can be written in, one line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from onrecord.errors import InputError
from onrecord.exports.dossiers.csv_dossier import as_csv
from onrecord.exports.dossiers.followthemoney import as_entities
from onrecord.exports.dossiers.html import as_html
from onrecord.exports.dossiers.json_dossier import as_json
from onrecord.exports.dossiers.markdown import as_markdown
from onrecord.exports.dossiers.timelinejs import as_timeline
from onrecord.model import Dossier

FORMATS: Mapping[str, Callable[[Dossier], str]] = {
    "markdown": as_markdown,
    "html": as_html,
    "json": as_json,
    "csv": as_csv,
    "timelinejs": as_timeline,
    "ftm": as_entities,
}


def export(dossier: Dossier, form: str = "markdown") -> str:
    """A dossier in one of `FORMATS`; raises `InputError` where there is no such format."""
    if form not in FORMATS:
        raise InputError(f"no such format: {form!r}; there are {', '.join(FORMATS)}")
    return FORMATS[form](dossier)
