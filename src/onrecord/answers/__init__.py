"""What programs are given: one form for `--json`, the web's JSON API and the MCP server.

a noun of the model -> an answer (frozen, every field described) -> plain -> JSON

Spans are `[start, end]`, half-open, in code points of the document's text. What findings are called
for people is in `onrecord.answers.wording`. Each module is imported when it is first
used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.answers.documents import DocumentAnswer, ReadingAnswer, document, reading
    from onrecord.answers.finders import EngineAnswer, engines
    from onrecord.answers.findings import FindingAnswer, checked, finding
    from onrecord.answers.hits import FacetAnswer, HitAnswer, facet, hit
    from onrecord.answers.people import (
        HolderAnswer,
        PersonAnswer,
        PersonLineAnswer,
        holder,
        person,
        person_line,
    )
    from onrecord.answers.processes import (
        PositionAnswer,
        ProcessAnswer,
        ProcessLineAnswer,
        position,
        process,
        process_line,
    )
    from onrecord.answers.shapes import plain
    from onrecord.answers.statements import ExtractedAnswer, StatementAnswer, extracted, statement
    from onrecord.answers.utterances import ComparedAnswer, UtteranceAnswer, compared, utterance

__all__ = [
    "ComparedAnswer",
    "DocumentAnswer",
    "EngineAnswer",
    "ExtractedAnswer",
    "FacetAnswer",
    "FindingAnswer",
    "HitAnswer",
    "HolderAnswer",
    "PersonAnswer",
    "PersonLineAnswer",
    "PositionAnswer",
    "ProcessAnswer",
    "ProcessLineAnswer",
    "ReadingAnswer",
    "StatementAnswer",
    "UtteranceAnswer",
    "checked",
    "compared",
    "document",
    "engines",
    "extracted",
    "facet",
    "finding",
    "hit",
    "holder",
    "person",
    "person_line",
    "plain",
    "position",
    "process",
    "process_line",
    "reading",
    "statement",
    "utterance",
]

_MODULES = {
    "documents": "DocumentAnswer ReadingAnswer document reading",
    "finders": "EngineAnswer engines",
    "findings": "FindingAnswer checked finding",
    "hits": "FacetAnswer HitAnswer facet hit",
    "people": "HolderAnswer PersonAnswer PersonLineAnswer holder person person_line",
    "processes": "PositionAnswer ProcessAnswer ProcessLineAnswer position process process_line",
    "shapes": "plain",
    "statements": "ExtractedAnswer StatementAnswer extracted statement",
    "utterances": "ComparedAnswer UtteranceAnswer compared utterance",
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names.split()}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (PEP 562 fixes this signature)
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord.answers' has no attribute {name!r}")
    found = getattr(import_module(f"onrecord.answers.{_HOMES[name]}"), name)
    globals()[name] = found  # asked for once
    return found
