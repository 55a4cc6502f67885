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
    from onrecord.model import Document, Finding, Statement

__all__ = ["Document", "Finding", "Statement", "__version__"]
__version__ = "0.1.0"

_HOMES = {
    "Document": "onrecord.model",
    "Finding": "onrecord.model",
    "Statement": "onrecord.model",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (PEP 562 fixes this signature)
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
