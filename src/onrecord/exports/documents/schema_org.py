"""Documents and their quotations as schema.org has them, in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.exports.accounts import (
    Account,
    link_of,
    urn_of_document,
    urn_of_name,
    urn_of_statement,
    web_address,
    words_of,
)
from onrecord.exports.characters import as_json
from onrecord.model import Dating, Document, Kind, Quotation, Statement

CONTEXT = "https://schema.org"
_TYPES = {Kind.STORY: "NewsArticle", Kind.TRANSCRIPT: "Report", Kind.OTHER: "CreativeWork"}
_NO_PERSON = {"organisation": "Organization", "collective": "Organization"}


def as_schema_org(accounts: Iterable[Account]) -> Iterator[str]:
    """A graph of documents and of the quotations in them, piece by piece.

    Only what stands in quotation marks and is asserted is a Quotation: a paraphrase is not the
    speaker's words, and neither is what the document says was not said. The text of a document,
    which is its publisher's, is left out.
    """
    yield as_json({"@context": CONTEXT})[:-1] + ', "@graph": ['
    first = True
    for account in accounts:
        for thing in _things(account):
            yield ("\n" if first else ",\n") + as_json(thing)
            first = False
    yield "\n]}\n"


def _things(account: Account) -> Iterator[dict[str, Any]]:
    document = account.document
    yield article(account)
    for statement in account.reading.statements:
        found = statement.attribution
        if found.quotation is not Quotation.INDIRECT and not found.withheld and not found.hedged:
            yield _quotation(statement, document)


def article(account: Account) -> dict[str, Any]:
    """A document as NewsArticle (a story), Report (a transcript) or CreativeWork."""
    document, structure = account.document, account.reading.structure
    story = structure.kind is Kind.STORY
    title = " ".join((document.title or structure.title).split())
    publisher = document.publisher or structure.publisher
    published = document.published or _edtf(structure.published)
    event = _day(structure.dating)
    fields: dict[str, Any] = {
        "@type": _TYPES[structure.kind],
        "@id": urn_of_document(document.id),
        "identifier": document.id,
        "headline" if story else "name": title,
        "url": web_address(document),
        "datePublished": published,
        "inLanguage": "" if document.language == "und" else document.language,
        "genre": "Transcript" if structure.kind is Kind.TRANSCRIPT else "",
        "temporalCoverage": event,
    }
    if publisher:
        fields["publisher"] = {"@type": "Organization", "name": publisher}
    if document.author:
        fields["author"] = {"@type": "Person", "name": document.author}
    return {key: value for key, value in fields.items() if value}


def _quotation(statement: Statement, document: Document) -> dict[str, Any]:
    content = statement.attribution.content
    fields: dict[str, Any] = {
        "@type": "Quotation",
        "@id": urn_of_statement(statement),
        "text": words_of(document.text, content),
        "isPartOf": {"@id": urn_of_document(document.id)},
        "url": link_of(document, content),
    }
    if statement.speaker:
        several = [someone(name, statement.basis) for name in statement.speakers]
        fields["spokenByCharacter"] = several if len(several) > 1 else several[0]
    return {key: value for key, value in fields.items() if value}


def someone(name: str, basis: str = "") -> dict[str, str]:
    """Whoever is known by a name; what is no person's is an organisation's."""
    kind = _NO_PERSON.get(basis, "Person")
    return {"@type": kind, "@id": urn_of_name(kind.lower(), name), "name": name}


def _edtf(dating: Dating | None) -> str:
    return dating.edtf if dating else ""


def _day(dating: Dating | None) -> str:
    """A day, or the first and the last that it can be, as ISO 8601 has them."""
    if dating is None or not (dating.earliest and dating.latest):
        return ""
    if dating.earliest == dating.latest:
        return dating.earliest.isoformat()
    return f"{dating.earliest.isoformat()}/{dating.latest.isoformat()}"
