"""Places of a document as addresses write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.errors import InputError
from onrecord.model import Span, Spans

_PLACE = re.compile(r"([0-9]{1,12})-([0-9]{1,12})")


def places(given: Iterable[str]) -> Spans:
    """Places as addresses write them, `start-end`, several joined by commas; `InputError` for else.

    They count in code points, half-open.
    """
    found: list[Span] = []
    for one in ",".join(given).split(","):
        matched = _PLACE.fullmatch(one.strip())
        if one.strip() and not matched:
            raise InputError(f"a place is START-END, in characters from the beginning, not {one!r}")
        if matched:
            start, end = int(matched[1]), int(matched[2])
            if end < start:
                raise InputError(f"the place {one} ends before it begins")
            found.append(Span(start, end))
    return tuple(found)
