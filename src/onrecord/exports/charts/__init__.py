"""Drawings as SVG: strings, nothing loaded, nothing run.

scale.py      days to places on an axis, long empty times left out
labels.py     how wide words are, and rows in which none lies on another
timeline.py   meetings, agreements and promises in time
bars.py       who was what from when to when
columns.py    how much there was in each period
chain.py      the way of an utterance from record to copies
"""

from onrecord.exports.charts.bars import Bar, draw_bars
from onrecord.exports.charts.chain import draw_chain
from onrecord.exports.charts.columns import Column, draw_columns
from onrecord.exports.charts.timeline import Mark, draw_timeline

__all__ = [
    "Bar",
    "Column",
    "Mark",
    "draw_bars",
    "draw_chain",
    "draw_columns",
    "draw_timeline",
]
