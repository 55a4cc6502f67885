"""Documents to structure: turns and exchanges of transcripts, parts of stories, dates."""

from onrecord.structure.dates import day_of_report, find_dates, read_edtf
from onrecord.structure.dissection import dissect

__all__ = ["day_of_report", "dissect", "find_dates", "read_edtf"]
