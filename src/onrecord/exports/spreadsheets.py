"""Words of others in the cells of a spreadsheet."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula, or passes over before one."""


def safe_cell(text: str) -> str:
    """A text that no spreadsheet runs as a formula: an apostrophe stands before what might be one.

    After the advice of OWASP on CSV injection. Whoever reads the file without a spreadsheet takes
    one apostrophe off a cell that begins with one and a sign of `=+-@`, tab or line's end.
    """
    return f"'{text}" if text.startswith(_FORMULA) else text
