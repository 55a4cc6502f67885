"""Where everything came from, as PROV-O in Turtle: bytes, document, statements, corrections.

After PROV-O: The PROV Ontology (W3C Recommendation, 2013), and Turtle (W3C, 2014).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.exports.accounts import (
    SOFTWARE,
    Account,
    urn_of_document,
    urn_of_name,
    urn_of_statement,
    web_address,
    words_of,
)
from onrecord.exports.characters import whole
from onrecord.model import Document, Statement
from onrecord.stores import Correction

PREFIXES = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "onrecord": "urn:onrecord:term:",
}
_BARRED = re.compile('[\\x00-\\x20<>"{}|^`\\\\]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SOFTWARE = "urn:onrecord:software"
_MEANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


def as_prov(accounts: Iterable[Account]) -> Iterator[str]:
    """The provenance of each document and of its statements, piece by piece.

    A document was derived from bytes (with their SHA-256) by a reader; each statement from its
    document by an engine; a corrected document is a revision of the one that was read, by the
    agent who corrected it. What a person decided stands beside what a program did.
    """
    yield "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()) + "\n"
    agent = [("a", "prov:SoftwareAgent, prov:Agent"), ("rdfs:label", _text(SOFTWARE))]
    yield _node(_SOFTWARE, agent)
    for account in accounts:
        yield from _document(account)
        yield from _statements(account)


def _document(account: Account) -> Iterator[str]:
    document, provenance = account.document, account.document.provenance
    own, raw = urn_of_document(document.id), _bytes(document)
    reading = own.replace(":document:", ":reading:", 1)
    reader = urn_of_name("reader", f"{provenance.reader} {provenance.reader_version}")
    yield _node(
        raw,
        [
            ("a", "prov:Entity"),
            ("schema:sha256", _text(provenance.sha256)),
            ("dcterms:format", _text(provenance.media_type)),
            ("prov:atLocation", _iri(address) if (address := web_address(document)) else ""),
        ],
    )
    yield _node(
        reader,
        [
            ("a", "prov:SoftwareAgent, prov:Agent"),
            ("rdfs:label", _text(f"{provenance.reader} {provenance.reader_version}")),
            ("prov:actedOnBehalfOf", _iri(_SOFTWARE)),
        ],
    )
    yield _node(
        reading,
        [
            ("a", "prov:Activity"),
            ("prov:used", _iri(raw)),
            ("prov:wasAssociatedWith", _iri(reader)),
        ],
    )
    described = [
        ("a", "prov:Entity"),
        ("dcterms:title", _text(document.title)),
        ("dcterms:publisher", _text(document.publisher)),
        ("dcterms:date", _text(document.published)),
    ]
    standing = [one for one in account.corrections if not one.taken_back]
    as_read = f"{own}:as-read" if standing else own
    derived = [("prov:wasDerivedFrom", _iri(raw)), ("prov:wasGeneratedBy", _iri(reading))]
    if not standing:
        yield _node(own, [*described, *derived])
        return
    yield _node(as_read, [("a", "prov:Entity"), *derived])
    yield from _corrected(standing, own, described)


def _corrected(
    standing: list[Correction], own: str, described: list[tuple[str, str]]
) -> Iterator[str]:
    """The document as people corrected it, and each correction with who made it and when."""
    made = []
    for number, one in enumerate(standing, start=1):
        correction = f"{own}:correction:{number}"
        name = one.by or "not named"
        who = urn_of_name("person", name)
        made.append(correction)
        yield _node(
            who, [("a", "prov:Person, prov:Agent"), ("rdfs:label", _text(one.by or "not named"))]
        )
        yield _node(
            correction,
            [
                ("a", "prov:Activity"),
                ("rdfs:label", _text(f"{one.field} corrected")),
                ("onrecord:field", _text(one.field)),
                ("onrecord:value", _text(one.value)),
                ("onrecord:previous", _text(one.previous)),
                ("prov:endedAtTime", _time(one.at)),
                ("prov:used", _iri(f"{own}:as-read")),
                ("prov:wasAssociatedWith", _iri(who)),
            ],
        )
    generated = [("prov:wasGeneratedBy", _iri(one)) for one in made]
    revision = [("prov:wasRevisionOf", _iri(f"{own}:as-read"))]
    agents = [
        ("prov:wasAttributedTo", _iri(urn_of_name("person", one.by or "not named")))
        for one in standing
    ]
    yield _node(own, [*described, *revision, *generated, *agents])


def _statements(account: Account) -> Iterator[str]:
    document, engine = account.document, account.reading.engine
    if not account.reading.statements:
        return
    own = urn_of_document(document.id)
    finding = own.replace(":document:", ":attribution:", 1)
    agent = urn_of_name("engine", engine or "rules")
    yield _node(
        agent,
        [
            ("a", "prov:SoftwareAgent, prov:Agent"),
            ("rdfs:label", _text(engine or "rules")),
            ("prov:actedOnBehalfOf", _iri(_SOFTWARE)),
        ],
    )
    yield _node(
        finding,
        [
            ("a", "prov:Activity"),
            ("prov:used", _iri(own)),
            ("prov:wasAssociatedWith", _iri(agent)),
        ],
    )
    for statement in account.reading.statements:
        yield _statement(statement, document, finding)


def _statement(statement: Statement, document: Document, finding: str) -> str:
    found = statement.attribution
    spans = ",".join(f"{span.start}-{span.end}" for span in found.content)
    return _node(
        urn_of_statement(statement),
        [
            ("a", "prov:Entity"),
            ("prov:value", _text(words_of(document.text, found.content))),
            ("onrecord:speaker", _text(statement.speaker)),
            ("onrecord:quotation", _text(found.quotation.value)),
            ("onrecord:stance", _text(found.stance.value if found.stance else "")),
            ("onrecord:spans", _text(spans)),
            ("prov:wasDerivedFrom", _iri(urn_of_document(document.id))),
            ("prov:wasGeneratedBy", _iri(finding)),
        ],
    )


def _bytes(document: Document) -> str:
    provenance = document.provenance
    place = f"{provenance.sha256 or document.id}"
    return urn_of_name("bytes", f"{place} {provenance.record}".strip())


def _node(iri: str, pairs: list[tuple[str, str]]) -> str:
    """What is said of a thing; "" is not said."""
    told = " ;\n".join(f"    {name} {value}" for name, value in pairs if value)
    return f"{_iri(iri)}\n{told} .\n\n"


def _iri(iri: str) -> str:
    return f"<{_BARRED.sub(lambda found: f'%{ord(found[0]):02X}', whole(iri))}>"


def _text(text: str) -> str:
    """A literal; "" for no words."""
    if not text:
        return ""
    plain = "".join(_ESCAPES.get(c, c) for c in whole(text))
    return '"' + _CONTROL.sub(_numbered, plain) + '"'


def _numbered(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04X}"


def _time(at: str) -> str:
    return f'"{at}"^^xsd:dateTime' if _MEANT.fullmatch(at) else _text(at)
