"""Quotations to places in passages: candidates, alignment, typed edits."""

from onrecord.matching.passages import passages

__all__ = ["passages"]
