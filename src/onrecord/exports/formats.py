"""The forms of documents, statements, findings and references: one line a form.

Forms of a dossier stand in `dossiers/formats.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import InputError
from onrecord.exports.accounts import Account
from onrecord.exports.citations import as_bibtex, as_csl, references
from onrecord.exports.documents import (
    as_annotated,
    as_annotations,
    as_popolo,
    as_prov,
    as_schema_org,
    as_tei,
    as_web_vtt,
)
from onrecord.exports.findings import as_claim_reviews
from onrecord.exports.tables import COLUMNS, as_csv_table, as_parquet, fill_hugging_face
from onrecord.model import Roster


@dataclass(frozen=True, slots=True)
class Options:
    """What a form may be told; each form looks at what is its own.

    `table` is one of `COLUMNS` (csv, parquet), `estimate` lets WebVTT make times up, `reviewer`
    answers for claim reviews, `roster` gives Popolo ids and posts.
    """

    table: str = "statements"
    estimate: bool = False
    reviewer: str = ""
    roster: Roster | None = None


Pieces = Iterator[str] | Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Form:
    """A form: what it is in one line, what it is called on the web, and what writes it.

    `checked` forms have nothing to tell without findings, and `single` ones hold one document a
    file. A form has `write`, or `fill` where it is a folder.
    """

    told: str
    media_type: str
    extension: str
    write: Callable[[Iterable[Account], Options], Pieces] | None = None
    fill: Callable[[Iterable[Account], Path], None] | None = None
    checked: bool = False
    single: bool = False


def _web_vtt(accounts: Iterable[Account], told: Options) -> Iterator[str]:
    several = iter(accounts)
    account = next(several, None)
    if account is None:
        raise InputError("no document to write")
    if next(several, None) is not None:
        raise InputError("WebVTT holds one document a file: choose one, or write to a folder")
    yield as_web_vtt(account, estimate=told.estimate)


_LD, _JSON = "application/ld+json", "application/json"
FORMS: Mapping[str, Form] = {
    "web-annotation": Form(
        "W3C Web Annotation: statements, findings",
        _LD,
        "jsonld",
        lambda accounts, _: as_annotations(accounts),
    ),
    "tei": Form(
        "TEI: turns, attributed words, all of the text",
        "application/tei+xml",
        "xml",
        lambda accounts, _: as_tei(accounts),
    ),
    "webvtt": Form(
        "WebVTT: the turns of a transcript as cues",
        "text/vtt",
        "vtt",
        _web_vtt,
        single=True,
    ),
    "popolo": Form(
        "Popolo: speeches, people, posts",
        _JSON,
        "json",
        lambda accounts, told: as_popolo(accounts, told.roster),
    ),
    "schema-org": Form(
        "schema.org: NewsArticle and Quotation",
        _LD,
        "jsonld",
        lambda accounts, _: as_schema_org(accounts),
    ),
    "claim-review": Form(
        "schema.org ClaimReview: findings on wording",
        _LD,
        "jsonld",
        lambda accounts, told: as_claim_reviews(accounts, reviewer=told.reviewer),
        checked=True,
    ),
    "prov": Form(
        "PROV-O (Turtle): what was derived from what",
        "text/turtle",
        "ttl",
        lambda accounts, _: as_prov(accounts),
    ),
    "csl-json": Form(
        "CSL-JSON: references for Zotero and Pandoc",
        "application/vnd.citationstyles.csl+json",
        "json",
        lambda accounts, _: iter([as_csl(references(accounts))]),
    ),
    "bibtex": Form(
        "BibTeX: references for LaTeX",
        "application/x-bibtex",
        "bib",
        lambda accounts, _: iter([as_bibtex(references(accounts))]),
    ),
    "annotated": Form(
        "JSON lines that `onrecord train` reads",
        "application/x-ndjson",
        "jsonl",
        lambda accounts, _: as_annotated(accounts),
    ),
    "csv": Form(
        "CSV of a table (--table)",
        "text/csv",
        "csv",
        lambda accounts, told: as_csv_table(accounts, told.table),
    ),
    "parquet": Form(
        "Parquet of a table (--table)",
        "application/vnd.apache.parquet",
        "parquet",
        lambda accounts, told: as_parquet(accounts, told.table),
    ),
    "hugging-face": Form(
        "a folder for the Hugging Face Hub",
        "",
        "",
        fill=fill_hugging_face,
    ),
}


def form_of(name: str, options: Options) -> Form:
    """The form of this name; `InputError` where there is none, or no such table."""
    if name not in FORMS:
        raise InputError(f"no such form: {name!r}; there are {', '.join(FORMS)}")
    if options.table not in COLUMNS:
        raise InputError(f"no such table: {options.table!r}; there are {', '.join(COLUMNS)}")
    return FORMS[name]


def write(
    name: str, accounts: Iterable[Account], options: Options | None = None
) -> Iterator[bytes]:
    """A form of the accounts as the bytes of one file, piece by piece; text is UTF-8.

    `InputError` for a form that there is not or that is a folder, and for what a form cannot hold
    (no turns, no times), as soon as it is met.
    """
    told = options or Options()
    form = form_of(name, told)
    if form.write is None:
        raise InputError(f"{name} is a folder, not a file")
    return _encoded(form.write(accounts, told))


def needs_findings(name: str, table: str = "") -> bool:
    """Whether a form has nothing to tell where no quotation was checked."""
    tabular = name in ("csv", "parquet") and table == "findings"
    return tabular or (name in FORMS and FORMS[name].checked)


def _encoded(pieces: Pieces) -> Iterator[bytes]:
    for piece in pieces:
        yield piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace")
