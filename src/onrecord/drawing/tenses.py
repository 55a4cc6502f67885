"""Whether a sentence speaks of an occasion as past, to come or put off."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.drawing.phrases import Phrase
from onrecord.languages import language
from onrecord.model import Dating, Status

_NEAR = 70


def status_of(text: str, phrase: Phrase, code: str = "en") -> Status:
    """What the words of a sentence around a phrase say; `SPOKEN_OF` where they do not tell."""
    times = language(code).process.times
    lows = {token.low for token in phrase.front}
    before = text[max(0, phrase.span.start - _NEAR) : phrase.span.start].casefold()
    behind = text[phrase.span.end : phrase.span.end + _NEAR].casefold()
    inside = phrase.after.of(text).casefold()
    if _any(times.put_off, f"{before} {behind}"):
        return Status.PUT_OFF
    if lows & times.next_words or _any(times.coming_before, before):
        return Status.ANNOUNCED
    if _any(times.coming_behind, inside) or _any(times.coming_behind, behind):
        return Status.ANNOUNCED
    if lows & times.last_words or _any(times.past_inside, inside):
        return Status.HELD
    before = before.rstrip().removesuffix(f" {phrase.determiner}").rstrip()
    if _any(times.past_before, before) or _any(times.past_behind, behind):
        return Status.HELD
    return Status.SPOKEN_OF


def _any(patterns: tuple[str, ...], text: str) -> bool:
    return bool(patterns) and bool(_joined(patterns).search(text))


@lru_cache(maxsize=32)
def _joined(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


def dated(status: Status, dating: Dating | None, said: Dating | None) -> Status:
    """The status that the days tell; what the words say where they do not."""
    if status is Status.PUT_OFF or not (dating and said and dating.latest and said.earliest):
        return status
    if dating.earliest is None:  # "before the end of the year" tells no side
        return status
    if dating.latest < said.earliest:
        return Status.HELD
    if said.latest and dating.earliest >= said.earliest and dating.latest > said.latest:
        return Status.ANNOUNCED
    return status
