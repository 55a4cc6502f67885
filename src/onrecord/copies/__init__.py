"""Copies of one story: what a text is recognised by, and whether two texts are copies.

    words      a text as numbers: its words, and runs of three
    sketching  sketch(text): a few keys, of which copies share at least one, as a rule
    likening   likeness(a, b): how much two texts have in common, and whether they are copies
    grouping   group(texts): the copies of each story among texts in memory

Pure functions; the store keeps the keys and does the same for all that it holds.
"""

from onrecord.copies.grouping import group
from onrecord.copies.likening import Likeness, likeness
from onrecord.copies.sketching import KEYS, sketch

__all__ = ["KEYS", "Likeness", "group", "likeness", "sketch"]
