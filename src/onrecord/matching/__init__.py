"""Quotations to places in passages: candidates, alignment, typed edits."""

from onrecord.matching.cutting import Edges, crossed, edges
from onrecord.matching.meaning import content, differing, shared
from onrecord.matching.outer import outer
from onrecord.matching.place import FAR, LONG, bare, match
from onrecord.matching.weighing import in_rows, said, stretches, weight, worth
from onrecord.text import passages

__all__ = [
    "FAR",
    "LONG",
    "Edges",
    "bare",
    "content",
    "crossed",
    "differing",
    "edges",
    "in_rows",
    "match",
    "outer",
    "passages",
    "said",
    "shared",
    "stretches",
    "weight",
    "worth",
]
