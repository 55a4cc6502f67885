"""Statements as annotated articles, the form that `onrecord train` and the scorers read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.exports.accounts import Account
from onrecord.exports.characters import as_json
from onrecord.model import Spans, Statement


def as_annotated(accounts: Iterable[Account]) -> Iterator[str]:
    """A line of JSON for each document: `doc`, `text` and `attributions`.

    Spans are `[start, end]`, half-open, in code points. They are what Onrecord found, to be put
    right by hand before anything is trained with them.
    """
    for account in accounts:
        document = account.document
        found = [_attribution(one) for one in account.reading.statements]
        yield as_json({"doc": document.id, "text": document.text, "attributions": found}) + "\n"


def _attribution(statement: Statement) -> dict[str, Any]:
    found = statement.attribution
    return {
        "source": _pairs(found.source),
        "cue": _pairs(found.cue),
        "content": _pairs(found.content),
        "quotation": found.quotation.value,
        "manner": found.manner.value if found.manner else None,
        "stance": found.stance.value if found.stance else None,
        "hedged": found.hedged,
        "speaker": statement.speaker,
        "via": list(statement.via),
    }


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
