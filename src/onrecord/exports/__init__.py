"""What is held and what was found, in the forms that people and programs read; no I/O.

dossiers/         the memory of a process: Markdown, HTML, JSON, CSV, TimelineJS, FollowTheMoney
charts/           drawings, as SVG
days.py           days in words
markup.py spreadsheets.py
                  make words of others harmless in markup, and in the cells of a spreadsheet
"""

from onrecord.exports.dossiers import (
    FORMATS,
    as_csv,
    as_entities,
    as_html,
    as_json,
    as_markdown,
    as_timeline,
    export,
    from_json,
)
from onrecord.exports.spreadsheets import safe_cell

__all__ = [
    "FORMATS",
    "as_csv",
    "as_entities",
    "as_html",
    "as_json",
    "as_markdown",
    "as_timeline",
    "export",
    "from_json",
    "safe_cell",
]
