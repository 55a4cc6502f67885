"""Dates: EDTF read, dates found in words, and every expression of time resolved against an anchor.

A text becomes tokens; each token that may begin an expression is tried with the forms there are:
days and months by name, years and seasons, what is counted from the anchor, parts of these, and
at the top what lies between two of them or is open at one end. Two that were resolved can be asked
whether they agree.
"""

from onrecord.dates.agreeing import Agreement, agree, finer
from onrecord.dates.edtf import read_edtf
from onrecord.dates.mentions import Mention, find_dates
from onrecord.dates.resolving import resolve_dates

__all__ = ["Agreement", "Mention", "agree", "find_dates", "finer", "read_edtf", "resolve_dates"]
