"""What is held and what was found, in the forms that people and programs read.

    store -> gathering.py -> Account (a document, what was derived, found, corrected) -> a form

formats.py        the forms, one line each; accounts.py: what they are given
documents/        web annotations, TEI, WebVTT, Popolo, schema.org, PROV-O, annotated articles
findings/         ClaimReview
citations/        a citation of an exact place: plain text, BibTeX, CSL-JSON
tables/           documents, statements, passages, findings: CSV, Parquet, a Hugging Face folder
dossiers/         the memory of a process: Markdown, HTML, JSON, CSV, TimelineJS, FollowTheMoney
charts/           drawings, as SVG
changes.py        words with what was changed in them
days.py           days in words
characters.py markup.py spreadsheets.py
                  make words of others harmless in files, in markup, in cells of a spreadsheet
"""

from onrecord.exports.accounts import Account
from onrecord.exports.citations import CITATIONS, cite
from onrecord.exports.documents import Anchored, from_annotations
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
from onrecord.exports.formats import FORMS, Form, Options, needs_findings, write
from onrecord.exports.gathering import Chosen, gather
from onrecord.exports.spreadsheets import safe_cell

__all__ = [
    "CITATIONS",
    "FORMATS",
    "FORMS",
    "Account",
    "Anchored",
    "Chosen",
    "Form",
    "Options",
    "as_csv",
    "as_entities",
    "as_html",
    "as_json",
    "as_markdown",
    "as_timeline",
    "cite",
    "export",
    "from_annotations",
    "from_json",
    "gather",
    "needs_findings",
    "safe_cell",
    "write",
]
