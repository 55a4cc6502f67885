"""Quotations to places in passages: candidates, alignment, typed edits."""

from onrecord.matching.fingerprint import fingerprints
from onrecord.matching.passages import passages
from onrecord.matching.place import FAR, bare, match

__all__ = ["FAR", "bare", "fingerprints", "match", "passages"]
