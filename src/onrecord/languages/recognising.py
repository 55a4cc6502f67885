"""Which of the known languages a text is in."""

from __future__ import annotations

import re
from itertools import islice

from onrecord.languages._language import Language

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 30
_SHARE = 0.12
_SAMPLE = 3000


def likeliest(text: str, known: dict[str, Language]) -> str:
    """The code of the language whose commonest words make up enough of `text`, or "und".

    Fewer than thirty words in Latin letters are taken for the first language known: a sentence
    that somebody pasted is too short to tell.
    """
    sample = [m.group().casefold() for m in islice(_WORD.finditer(text), _SAMPLE)]
    if not sample:
        return "und"
    share, code = max(
        (sum(word in data.common for word in sample) / len(sample), code)
        for code, data in known.items()
    )
    if share >= _SHARE:
        return code
    latin = all(word[0] < "\u0250" for word in sample)
    return next(iter(known)) if latin and len(sample) < _ENOUGH else "und"
