"""Statements and findings as W3C Web Annotations, and annotations back to places in texts.

After the Web Annotation Data Model and Vocabulary (W3C Recommendations, 2017). Positions count code
points, as the model has it, of the text that Onrecord read, which is the source of every target;
the web page that it is from is the target's scope.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from onrecord.checking import Checked
from onrecord.errors import InputError
from onrecord.exports.accounts import (
    SOFTWARE,
    Account,
    urn_of_document,
    urn_of_place,
    urn_of_statement,
    web_address,
)
from onrecord.exports.characters import as_json
from onrecord.model import Document, Finding, Span, Spans, Statement
from onrecord.text import Selector, anchor, select

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN = "urn:onrecord:term:"
_GENERATOR = {"id": "urn:onrecord:software", "type": "Software", "name": SOFTWARE}
_FACTS = ("speaker", "basis", "via", "quotation", "manner", "stance", "hedged")


def as_annotations(accounts: Iterable[Account]) -> Iterator[str]:
    """One page of annotations in JSON-LD, piece by piece: statements, then what was found.

    A statement's target is its content, each piece with a quote and a position selector; its body
    says who is held to have said it and how (motivation: identifying). A finding's target is the
    quotation (motivation: assessing). Terms that the model lacks begin with `onrecord:`.
    """
    head = {"@context": [CONTEXT, {"onrecord": OWN}], "type": "AnnotationPage"}
    yield as_json(head)[:-1] + ', "items": ['
    first = True
    for account in accounts:
        for item in _items(account):
            yield ("\n" if first else ",\n") + as_json(item)
            first = False
    yield "\n]}\n"


@dataclass(frozen=True, slots=True)
class Anchored:
    """An annotation laid on a text: the spans of its targets, and the words that were not found.

    `source` is what the targets name as theirs; `roles` holds the places of a statement's source
    and cue where it is one of ours, `body` the first body that is not plain text.
    """

    id: str
    source: str
    motivation: str
    spans: Spans
    lost: tuple[str, ...] = ()
    roles: Mapping[str, Spans] = field(default_factory=dict)
    body: Mapping[str, Any] = field(default_factory=dict)


def from_annotations(written: str | bytes, text_of: Callable[[str], str]) -> Iterator[Anchored]:
    """The annotations of a page, a list or a single one, laid on the texts that `text_of` gives.

    `text_of` is asked with a target's source, then with its scope, and gives "" for one that it
    does not know. Quote selectors go before positions, so that a text may have moved or changed
    around them. `InputError` where `written` is no annotation at all.
    """
    try:
        held = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise InputError(f"no annotations: not JSON: {error}") from None
    found = held.get("items", [held]) if isinstance(held, dict) else held
    if not isinstance(found, list) or not all(_is_annotation(one) for one in found):
        raise InputError("no annotations: neither a page of them nor one")
    return (_anchored(one, text_of) for one in found)


def _items(account: Account) -> Iterator[dict[str, Any]]:
    for statement in account.reading.statements:
        yield _of_statement(statement, account.document)
    for one in account.checked:
        yield _of_finding(one, account.document)


def _of_statement(statement: Statement, document: Document) -> dict[str, Any]:
    found, facts = statement.attribution, statement.facts()
    who = statement.speaker or "somebody not named"
    by_way = f", by way of {', '.join(statement.via)}" if statement.via else ""
    held = f"; {found.stance}" if found.withheld else ""
    body = {
        "type": "onrecord:Statement",
        **{f"onrecord:{name}": facts[name] for name in _FACTS},
        "onrecord:source": _targets(document, found.source),
        "onrecord:cue": _targets(document, found.cue),
    }
    told = f"{who}{by_way} ({found.quotation}{held})"
    return _annotation(urn_of_statement(statement), "identifying") | {
        "body": [_told(told, "identifying"), body],
        "target": _targets(document, found.content),
    }


def _of_finding(one: Checked, document: Document) -> dict[str, Any]:
    finding = one.finding
    told = f"{finding.outcome.value.replace('_', ' ')}: {finding.coverage.why}".rstrip(": ")
    identifier = urn_of_place("finding", document.id, (one.quotation,))
    body = {
        "type": "onrecord:Finding",
        "onrecord:finding": finding.outcome.value,
        "onrecord:also": [outcome.value for outcome in finding.also],
        "onrecord:flags": list(finding.flags),
        "onrecord:against": finding.against.value,
        "onrecord:held": finding.coverage.held,
        "onrecord:record": finding.record,
        "onrecord:at": _record(finding),
    }
    return _annotation(identifier, "assessing") | {
        "body": [_told(told, "assessing"), body],
        "target": _targets(document, (one.quotation,)),
    }


def _annotation(identifier: str, motivation: str) -> dict[str, Any]:
    return {
        "id": identifier,
        "type": "Annotation",
        "motivation": motivation,
        "generator": _GENERATOR,
    }


def _told(told: str, purpose: str) -> dict[str, str]:
    kind = {"type": "TextualBody", "format": "text/plain", "language": "en"}
    return kind | {"purpose": purpose, "value": told}


def _targets(document: Document, spans: Spans) -> list[dict[str, Any]]:
    return [_target(document, span) for span in spans]


def _target(document: Document, span: Span) -> dict[str, Any]:
    chosen = select(document.text, span)
    quote = {"type": "TextQuoteSelector", "exact": chosen.exact}
    quote |= {"prefix": chosen.prefix, "suffix": chosen.suffix}
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": urn_of_document(document.id),
        "selector": [quote, position],
    }
    return target | ({"scope": address} if (address := web_address(document)) else {})


def _record(finding: Finding) -> list[dict[str, Any]]:
    source = urn_of_document(finding.document)
    return [
        {
            "type": "SpecificResource",
            "source": source,
            "selector": {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        }
        for span in finding.spans
    ]


def _is_annotation(held: object) -> bool:
    return isinstance(held, dict) and "target" in held


def _anchored(held: Mapping[str, Any], text_of: Callable[[str], str]) -> Anchored:
    targets = _listed(held["target"])
    spans, lost = _laid(targets, text_of)
    bodies = [one for one in _listed(held.get("body")) if isinstance(one, dict)]
    body = next((one for one in bodies if one.get("type") != "TextualBody"), {})
    roles = {role: _laid(_listed(body.get(f"onrecord:{role}")), text_of) for role in _ROLES}
    missing = tuple(words for _, others in roles.values() for words in others)
    return Anchored(
        id=str(held.get("id", "")),
        source=_source(targets[0]) if targets else "",
        motivation=" ".join(map(str, _listed(held.get("motivation")))),
        spans=spans,
        lost=(*lost, *missing),
        roles={role: found for role, (found, _) in roles.items() if found},
        body=body,
    )


_ROLES = ("source", "cue")


def _laid(targets: Iterable[Any], text_of: Callable[[str], str]) -> tuple[Spans, tuple[str, ...]]:
    """Where targets stand, and the words of those that stand nowhere."""
    found, lost = [], []
    for target in targets:
        selector = _selector(target)
        text = text_of(_source(target)) or text_of(_scope(target))
        span = anchor(selector, text) if text else None
        if span is None:
            lost.append(selector.exact or _source(target))
        else:
            found.append(span)
    return tuple(found), tuple(lost)


def _selector(target: object) -> Selector:
    """What selects the words of a target: the quote with the position beside it."""
    given = target.get("selector") if isinstance(target, dict) else None
    kinds = {one.get("type"): one for one in _listed(given) if isinstance(one, dict)}
    quote, at = kinds.get("TextQuoteSelector", {}), kinds.get("TextPositionSelector", {})
    words = [_string(quote.get(name)) for name in ("exact", "prefix", "suffix")]
    return Selector(words[0], words[1], words[2], _number(at.get("start")), _number(at.get("end")))


def _source(target: object) -> str:
    if isinstance(target, str):
        return target.split("#", maxsplit=1)[0]
    named = target.get("source", target.get("id")) if isinstance(target, dict) else ""
    return _string(named.get("id") if isinstance(named, dict) else named)


def _scope(target: object) -> str:
    return _string(target.get("scope")) if isinstance(target, dict) else ""


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _listed(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
