"""Dates: EDTF strings read, dates found in words, and the day of an event worked out."""

from onrecord.structure.dates.edtf import read_edtf
from onrecord.structure.dates.mentions import Mention, find_dates
from onrecord.structure.dates.occasion import day_of_report

__all__ = ["Mention", "day_of_report", "find_dates", "read_edtf"]
