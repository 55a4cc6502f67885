"""A transcript as WebVTT: turns as cues, each with its voice (W3C, 2019)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.exports.accounts import Account
from onrecord.exports.characters import whole
from onrecord.model import PartKind, Reading, Span, Turn

_A_MINUTE = 150
"""Words in a minute of speech, by which times are estimated."""
_LEAST = 0.5
_ESTIMATED = (
    "Times are estimated from the number of words, "
    f"{_A_MINUTE} a minute; nobody measured them in a recording."
)


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words with the voice that says them and the times between which it does."""

    span: Span
    voice: str
    times: str


def as_web_vtt(account: Account, *, estimate: bool = False) -> str:
    """The turns of a document as cues; their ids are the places of the words, in code points.

    Times are those of the recording where the document has them (read from WebVTT); else they are
    only given with `estimate`, by the number of words, and a note says so. `InputError` where
    there are no turns, or no times and none are to be estimated.
    """
    reading = account.reading
    if not reading.structure.turns:
        raise InputError(f"{reading.document.id}: no turns, so no cues: it is no transcript")
    cues = list(_timed(reading))
    if not cues and not estimate:
        raise InputError(
            f"{reading.document.id}: no times are known of it; --estimate-times makes some up"
        )
    told = [_head(reading)] if cues else [_head(reading), _ESTIMATED]
    notes = [f"NOTE\n{_line(note)}" for note in told if note]
    blocks = [_block(cue, reading.document.text) for cue in cues or _estimated(reading)]
    return whole("\n\n".join(["WEBVTT", *notes, *blocks]) + "\n")


def _head(reading: Reading) -> str:
    document = reading.document
    return ". ".join(filter(None, (document.title, document.publisher, document.url)))


def _timed(reading: Reading) -> Iterator[_Cue]:
    """The cues that the document was read from, each with the speaker of its turn."""
    voices = {span: _voice(t, reading) for t in reading.structure.turns for span in t.spans}
    spans = sorted(voices)
    at = 0
    for mark in sorted(reading.document.marks, key=lambda mark: mark.span):
        if mark.kind is not PartKind.TIME:
            continue
        while at < len(spans) and spans[at].end <= mark.span.start:
            at += 1
        inside = at < len(spans) and spans[at].meets(mark.span)
        yield _Cue(mark.span, voices[spans[at]] if inside else "", mark.value)


def _voice(turn: Turn, reading: Reading) -> str:
    """The speaker of a turn, else the words of its label ("Question"): nobody else's words."""
    label = turn.label.of(reading.document.text) if turn.label else ""
    return turn.speaker or label.strip(" :\n")


def _estimated(reading: Reading) -> Iterator[_Cue]:
    at = 0.0
    for turn in reading.structure.turns:
        for span in turn.spans:
            words = len(span.of(reading.document.text).split())
            end = at + max(_LEAST, 60 * words / _A_MINUTE)
            yield _Cue(span, _voice(turn, reading), f"{_time(at)} --> {_time(end)}")
            at = end


def _time(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def _block(cue: _Cue, text: str) -> str:
    words = _escaped(cue.span.of(text))
    name = _escaped(cue.voice)
    # The end of the tag must not make an arrow of a name that ends with dashes.
    voice = f"<v {name}{' ' if name.endswith('--') else ''}>" if name else ""
    return f"{cue.span.start}-{cue.span.end}\n{cue.times}\n{voice}{words}"


def _escaped(words: str) -> str:
    """Words in one line, in which nothing ends a cue or begins a tag."""
    return _line(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def _line(words: str) -> str:
    """Words in one line in which there is no arrow, which would make it one of times."""
    return " ".join(words.replace("\0", "\ufffd").split()).replace("-->", "->")
