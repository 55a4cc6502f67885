"""A quotation and a store to a finding.

quotation -> renderings -> choice -> outcomes -> Finding
                              coverage ----^
"""

from onrecord.checking.outcomes import OUTCOME_OF, Seen, outcomes
from onrecord.checking.quotation import check
from onrecord.checking.stories import Checked, check_document, check_reading, check_text, quoted
from onrecord.checking.stylebooks import (
    STYLEBOOKS,
    Practice,
    Stylebook,
    books_for,
    disallowed,
    stylebook,
)

__all__ = [
    "OUTCOME_OF",
    "STYLEBOOKS",
    "Checked",
    "Practice",
    "Seen",
    "Stylebook",
    "books_for",
    "check",
    "check_document",
    "check_reading",
    "check_text",
    "disallowed",
    "outcomes",
    "quoted",
    "stylebook",
]
