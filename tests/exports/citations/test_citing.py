"""A citation names its document, leads to the exact words, and claims no more than is known."""

import json
from datetime import date

import bibtexparser
import pytest
from hypothesis import given
from jsonschema import validate
from pylatexenc.latex2text import LatexNodes2Text
from tests.exports import hostile

from onrecord.errors import InputError
from onrecord.exports import CITATIONS, cite
from onrecord.exports.citations import as_bibtex, as_csl, reference_to, references
from onrecord.model import Kind, Outcome, Quotation

# What csl-data.json of CSL 1.0.2 asks of the fields that are used here.
_DAY = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "items": _DAY, "minItems": 1, "maxItems": 2},
        "circa": {"type": ["string", "number", "boolean"]},
        "raw": {"type": "string"},
    },
    "additionalProperties": False,
}
_NAMES = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"literal": {"type": "string"}},
        "required": ["literal"],
        "additionalProperties": False,
    },
}
_PLAIN = ("title", "container-title", "publisher", "genre", "language", "URL", "note")
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": {"type": ["string", "number"]},
            "type": {"enum": ["speech", "article-newspaper", "document"]},
            **{name: {"type": "string"} for name in _PLAIN},
            **dict.fromkeys(("issued", "event-date", "accessed"), _DATE),
            "author": _NAMES,
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}


def of(accounts, kind):
    return next(one.reading for one in accounts if one.reading.structure.kind is kind)


def test_a_story_is_cited_by_title_publisher_and_day(accounts):
    told = cite(next(a.reading for a in accounts if a.document.author == "Ilse Brandomar"))
    assert told == (
        "Ilse Brandomar. “Forty cubic metres of trust: what Ossimere promised the delta.” "
        "The Halvenport Courier, 17 February 2023. "
        "https://courier.example/2023/02/17/ossimere-forty-cubic-metres"
    )


def test_apa_puts_the_year_first_and_says_when_the_page_was_looked_at(accounts):
    reading = of(accounts, Kind.TRANSCRIPT)
    told = cite(reading, form="apa", accessed=date(2026, 11, 22))
    assert told.startswith("Assembly of Norvessia. (2023, March 29). ")
    assert "[Transcript]" in told
    assert "Retrieved 22 November 2026, from https://" in told


def test_a_turn_is_cited_with_its_words_its_speaker_and_its_place(accounts):
    reading = of(accounts, Kind.TRANSCRIPT)
    turn = next(one for one in reading.structure.turns if one.speaker)
    told = cite(reading, turn)
    start = turn.spans[0].of(reading.document.text)[:40]
    assert f"{turn.speaker}: “{start}" in told
    assert f"turn {turn.number + 1}, characters {turn.spans[0].start}–" in told
    assert "#:~:text=" in told


def test_a_statement_without_a_speaker_is_nobodys(accounts):
    reading, statement = next(
        (a.reading, s) for a in accounts for s in a.reading.statements if not s.speaker
    )
    assert "Speaker not named" in cite(reading, statement)


def test_a_finding_is_cited_by_its_record_with_what_was_found(checked):
    readings = {one.document.id: one.reading for one in checked}
    altered = [
        c.finding for a in checked for c in a.checked if c.finding.outcome is Outcome.ALTERED
    ]
    told = cite(readings[altered[0].document], altered[0])
    assert "Onrecord: altered; quotation as given: “" in told
    assert readings[altered[0].document].document.publisher in told


def test_a_finding_without_a_record_cannot_be_cited(checked):
    found = [c.finding for a in checked for c in a.checked if not c.finding.document]
    assert found
    with pytest.raises(InputError, match="nothing to cite"):
        cite(checked[0].reading, found[0])


def test_there_is_no_other_form(accounts):
    with pytest.raises(InputError, match="chicago, apa, bibtex, csl-json"):
        cite(accounts[0].reading, form="mla")


def test_every_document_is_csl_as_the_schema_has_it(accounts):
    found = json.loads(as_csl(references(accounts)))
    validate(found, CSL)
    assert len(found) == len(accounts)


def test_every_statement_is_bibtex_that_a_parser_reads_back(accounts):
    for account in accounts:
        told = [reference_to(account.reading, one) for one in account.reading.statements]
        library = bibtexparser.parse_string(as_bibtex(told))
        assert not library.failed_blocks
        assert [plain(e["title"]) for e in library.entries] == [one.title for one in told]


def plain(tex):
    return LatexNodes2Text().latex_to_text(tex).strip()


@given(hostile.accounts(lone=True))
def test_hostile_words_stay_inside_their_fields(account):
    told = [reference_to(account.reading, one) for one in account.reading.statements]
    told.append(reference_to(account.reading))
    library = bibtexparser.parse_string(as_bibtex(told[-1:]))
    assert len(library.entries) == 1
    assert not library.failed_blocks
    validate(json.loads(as_csl(told)), CSL)
    for form in CITATIONS:
        cite(account.reading, form=form).encode()
    assert all("\n" not in cite(account.reading, form=form) for form in ("chicago", "apa"))


def test_words_that_were_told_and_not_quoted_stand_in_no_marks(accounts):
    told, quoted = (
        next(
            (a.reading, s)
            for a in accounts
            for s in a.reading.statements
            if s.attribution.quotation is kind and s.speaker and a.reading.document.publisher
        )
        for kind in (Quotation.INDIRECT, Quotation.DIRECT)
    )
    for form in CITATIONS:
        reading, statement = told
        outlet = reading.document.publisher
        words = statement.attribution.content[0].of(reading.document.text)[:20].strip()
        assert f", as {outlet} tells it: {words}" in cite(reading, statement, form=form)
        assert f"{quoted[1].speaker}: “" in cite(*quoted, form=form)
        assert "““" not in cite(*quoted, form=form)
