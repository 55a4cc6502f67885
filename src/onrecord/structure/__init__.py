"""Documents to structure: turns and exchanges of transcripts, parts of stories, dates."""

from onrecord.structure.dissection import dissect
from onrecord.structure.reported_day import day_of_report

__all__ = ["day_of_report", "dissect"]
