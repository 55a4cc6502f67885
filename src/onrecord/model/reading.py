"""All that is derived from one document."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.documents import Document, Structure
from onrecord.model.evidence import Passage
from onrecord.model.statements import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is derived from one document.

    `engine` found the statements: "rules", or a learned engine's name and the beginning of the
    SHA-256 of its model ("fast 3f2a91c07b4e"); "" where nothing looked for any.
    """

    document: Document
    structure: Structure
    statements: tuple[Statement, ...] = ()
    passages: tuple[Passage, ...] = ()
    engine: str = ""
