"""Which of the known languages a text is in."""

from __future__ import annotations

import re

from onrecord.languages._language import Language

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 30
_SHARE = 0.12
_SAMPLE = 20_000  # characters


def likeliest(text: str, known: dict[str, Language]) -> str:
    """The code of the language whose commonest words make up enough of `text`, or "und".

    Fewer than thirty words in Latin letters are taken for the first language known: a sentence
    that somebody pasted is too short to tell.
    """
    sample = _WORD.findall(text[:_SAMPLE].casefold())
    if not sample:
        return "und"
    share, code = max(
        (sum(map(data.common.__contains__, sample)) / len(sample), code)
        for code, data in known.items()
    )
    if share >= _SHARE:
        return code
    latin = all(word[0] < "\u0250" for word in sample)
    return next(iter(known)) if latin and len(sample) < _ENOUGH else "und"
