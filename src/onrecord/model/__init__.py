"""The nouns of the house: frozen, slotted, without I/O.

Spans are half-open and count code points of `Document.text`. Whatever is derived from a document
carries the spans it stands on.

    bytes -> Document -> Structure (parts, turns, exchanges) -> Statement -> Passage
    quotation -> Match -> Edit -> Finding
"""

from onrecord.model.documents import (
    UNSAID,
    Dating,
    Document,
    Exchange,
    Failure,
    Kind,
    Mark,
    Part,
    PartKind,
    Provenance,
    Role,
    Span,
    Spans,
    Structure,
    Turn,
)
from onrecord.model.evidence import (
    BY_MEANING,
    BY_WORDS,
    Against,
    Coverage,
    Cut,
    CutKind,
    Edit,
    EditKind,
    Finding,
    Match,
    Outcome,
    Passage,
    PassageKind,
    Proof,
    Severity,
)
from onrecord.model.reading import (
    Reading,
)
from onrecord.model.statements import (
    Attribution,
    Manner,
    Quotation,
    Resolved,
    Stance,
    Statement,
)
from onrecord.model.travel import Basis, Hop, Rendering, Utterance

__all__ = [
    "BY_MEANING",
    "BY_WORDS",
    "UNSAID",
    "Against",
    "Attribution",
    "Basis",
    "Coverage",
    "Cut",
    "CutKind",
    "Dating",
    "Document",
    "Edit",
    "EditKind",
    "Exchange",
    "Failure",
    "Finding",
    "Hop",
    "Kind",
    "Manner",
    "Mark",
    "Match",
    "Outcome",
    "Part",
    "PartKind",
    "Passage",
    "PassageKind",
    "Proof",
    "Provenance",
    "Quotation",
    "Reading",
    "Rendering",
    "Resolved",
    "Role",
    "Severity",
    "Span",
    "Spans",
    "Stance",
    "Statement",
    "Structure",
    "Turn",
    "Utterance",
]
