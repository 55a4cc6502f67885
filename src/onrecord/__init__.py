"""Onrecord: who said what, in which words, and how do we know.

    bytes -> Document -> Structure -> Statements -> people -> store of passages
                                                                  |
                    quotation -> candidates -> alignment -> typed edits -> Finding

Names below are imported when first used, so that `import onrecord` stays cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.checking import check, check_document, check_text
    from onrecord.frames import to_frame
    from onrecord.model import Document, Failure, Finding, Reading, Span, Statement
    from onrecord.pipeline import extract, read_document
    from onrecord.readers import read
    from onrecord.searching import search
    from onrecord.stores import open_store
    from onrecord.tracing import compare, renderings

__all__ = [
    "Document",
    "Failure",
    "Finding",
    "Reading",
    "Span",
    "Statement",
    "__version__",
    "check",
    "check_document",
    "check_text",
    "compare",
    "extract",
    "open_store",
    "read",
    "read_document",
    "renderings",
    "search",
    "to_frame",
]
__version__ = "0.1.0"

_HOMES = {
    "Document": "onrecord.model",
    "Failure": "onrecord.model",
    "Finding": "onrecord.model",
    "Reading": "onrecord.model",
    "Span": "onrecord.model",
    "Statement": "onrecord.model",
    "check": "onrecord.checking",
    "check_document": "onrecord.checking",
    "check_text": "onrecord.checking",
    "compare": "onrecord.tracing",
    "extract": "onrecord.pipeline",
    "open_store": "onrecord.stores",
    "read": "onrecord.readers",
    "read_document": "onrecord.pipeline",
    "renderings": "onrecord.tracing",
    "search": "onrecord.searching",
    "to_frame": "onrecord.frames",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (PEP 562 fixes this signature)
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
