"""The nouns of the house: frozen, slotted, without I/O.

Spans are half-open and count code points of `Document.text`. Whatever is derived from a document
carries the spans it stands on.

    bytes -> Document -> Structure (parts, turns, exchanges) -> Statement -> Passage
    quotation -> Match -> Edit -> Finding
    Reading -> Drawn -> Dossier

The nouns of a process's memory and of rulings are imported when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from onrecord.model.amendments import (
        Adrift,
        Amendment,
        AmendmentKind,
        Anchor,
        LineKind,
        Target,
    )
    from onrecord.model.process import (
        Agreement,
        AgreementKind,
        Amended,
        Confusable,
        Covered,
        Discrepancy,
        DiscrepancyKind,
        DocumentLine,
        Dossier,
        Drawn,
        Evidence,
        Line,
        Meeting,
        MeetingKind,
        Missing,
        Named,
        Position,
        PostHeld,
        Profile,
        Promise,
        PromiseState,
        RoleHeld,
        RoleKind,
        Shift,
        Status,
        Theme,
    )
    from onrecord.model.roster import (
        ONGOING,
        Body,
        BodyKind,
        Called,
        Disagreement,
        DisagreementKind,
        Fit,
        Holder,
        Imported,
        Person,
        Place,
        Rejected,
        Roster,
        Tenure,
    )
    from onrecord.model.rulings import (
        NOWHERE,
        Doubt,
        Matter,
        Ruling,
        RulingKind,
        Sort,
        Spot,
        Unlaid,
    )

__all__ = [
    "BY_MEANING",
    "BY_WORDS",
    "NOWHERE",
    "ONGOING",
    "UNSAID",
    "Adrift",
    "Against",
    "Agreement",
    "AgreementKind",
    "Amended",
    "Amendment",
    "AmendmentKind",
    "Anchor",
    "Attribution",
    "Basis",
    "Body",
    "BodyKind",
    "Called",
    "Confusable",
    "Coverage",
    "Covered",
    "Cut",
    "CutKind",
    "Dating",
    "Disagreement",
    "DisagreementKind",
    "Discrepancy",
    "DiscrepancyKind",
    "Document",
    "DocumentLine",
    "Dossier",
    "Doubt",
    "Drawn",
    "Edit",
    "EditKind",
    "Evidence",
    "Exchange",
    "Failure",
    "Finding",
    "Fit",
    "Holder",
    "Hop",
    "Imported",
    "Kind",
    "Line",
    "LineKind",
    "Manner",
    "Mark",
    "Match",
    "Matter",
    "Meeting",
    "MeetingKind",
    "Missing",
    "Named",
    "Outcome",
    "Part",
    "PartKind",
    "Passage",
    "PassageKind",
    "Person",
    "Place",
    "Position",
    "PostHeld",
    "Profile",
    "Promise",
    "PromiseState",
    "Proof",
    "Provenance",
    "Quotation",
    "Reading",
    "Rejected",
    "Rendering",
    "Resolved",
    "Role",
    "RoleHeld",
    "RoleKind",
    "Roster",
    "Ruling",
    "RulingKind",
    "Severity",
    "Shift",
    "Sort",
    "Span",
    "Spans",
    "Spot",
    "Stance",
    "Statement",
    "Status",
    "Structure",
    "Target",
    "Tenure",
    "Theme",
    "Turn",
    "Unlaid",
    "Utterance",
]

# What only the memory of a process needs: most commands never do, and making it takes a while.
_LATER = {
    "amendments": """
        Adrift Amendment AmendmentKind Anchor LineKind Target
    """,
    "process": """
        Agreement AgreementKind Amended Confusable Covered Discrepancy DiscrepancyKind
        DocumentLine Dossier Drawn Evidence Line Meeting MeetingKind Missing Named Position
        PostHeld Profile Promise PromiseState RoleHeld RoleKind Shift Status Theme
    """,
    "roster": """
        ONGOING Body BodyKind Called Disagreement DisagreementKind Fit Holder Imported Person
        Place Rejected Roster Tenure
    """,
    "rulings": """
        NOWHERE Doubt Matter Ruling RulingKind Sort Spot Unlaid
    """,
}
_HOMES = {name: module for module, names in _LATER.items() for name in names.split()}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (PEP 562 fixes this signature)
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord.model' has no attribute {name!r}")
    found = getattr(import_module(f"onrecord.model.{_HOMES[name]}"), name)
    globals()[name] = found  # asked for once
    return found
