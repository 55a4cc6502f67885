"""Texts to attributions: who is said to have said what, by rules."""

from onrecord.statements.manners import characterise
from onrecord.statements.reading import attribute

__all__ = ["attribute", "characterise"]
