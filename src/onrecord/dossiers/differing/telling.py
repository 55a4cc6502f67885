"""A discrepancy, made."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.dossiers.identity import identify
from onrecord.model import Discrepancy, DiscrepancyKind, Evidence


def discrepancy(
    kind: DiscrepancyKind,
    what: str,
    said: Sequence[str],
    evidence: Sequence[Evidence],
    *,
    explained: str = "",
    likelier: str = "",
    why: str = "",
) -> Discrepancy:
    """One thing that is said differently; with `explained` it is so in words alone."""
    documents = sorted(one.document for one in evidence)
    return Discrepancy(
        kind=kind,
        what=what,
        said=tuple(said),
        evidence=tuple(evidence),
        explained=bool(explained),
        likelier=likelier,
        why=explained or why,
        id=identify("discrepancy", kind, what, *sorted(said), *documents),
    )
