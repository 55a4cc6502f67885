"""Dates: EDTF strings read, and dates found in words."""

from onrecord.dates.edtf import read_edtf
from onrecord.dates.mentions import Mention, find_dates

__all__ = ["Mention", "find_dates", "read_edtf"]
