"""WebVTT: cues of a recording to a transcript, voices to turns (W3C, 2019)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.errors import ReadError
from onrecord.model import Document, Failure, Mark, PartKind, Span
from onrecord.readers.blocks import Block, compose
from onrecord.readers.encodings import decode
from onrecord.readers.inputs import Found, Input, Reader, document_of

READER = Reader("web_vtt", "1", "text/vtt")
_HEAD = re.compile(r"WEBVTT(?:[ \t][^\n]*)?(?:\n|\Z)")
_AT = r"((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})"
_TIMING = re.compile(rf"[ \t]*{_AT}[ \t]+-->[ \t]+{_AT}(?:[ \t].*)?")
_TAG = re.compile(r"<([^<>]*)>")
_VOICE = re.compile(r"v(?:\.[^\s<>]*)?[ \t\n]+(.+)", re.DOTALL)
_PAUSE = 2.0
"""Seconds of silence after the end of a sentence that begin another paragraph of a voice."""
_CLOSING = "\"'”’»)]"
_NOBODY = "Unidentified speaker"
_SKIPPED = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one voice says in one cue; `voice` is "" where the cue names nobody."""

    voice: str
    words: str
    start: str
    end: str


def read_web_vtt(entry: Input) -> Iterator[Document | Failure]:
    """One document: the cues of a voice as its turn, cues that follow each other as one paragraph.

    A voice (`<v Name>`) becomes the label `Name:`; a cue without one, in a file that has voices,
    is an unidentified speaker's, never the one's before.
    Times stay as marks of kind `time` on the words of their cue. Notes, styles, regions, settings
    and tags are left out; `dropped` says which cues could not be read. `ReadError` where no cue
    can.
    """
    decoded = decode(entry.data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if not _HEAD.match(text):
        raise ReadError("no WebVTT: it does not begin with WEBVTT")
    pieces, notes = _pieces(text)
    if not pieces:
        raise ReadError(notes[0] if notes else "no cue in it")
    groups = _paragraphs(pieces)
    words, marks = compose(_blocks(groups))
    marks = (*marks, *_times(groups, words, marks))
    yield document_of(
        entry, READER, Found(words, marks, {}, (*decoded.notes, *notes), decoded.encoding)
    )


def looks_like_web_vtt(head: str) -> bool:
    """Whether a file begins with the word that every WebVTT file begins with."""
    return bool(_HEAD.match(head.replace("\r\n", "\n").replace("\r", "\n")))


def _pieces(text: str) -> tuple[list[_Piece], list[str]]:
    """What is said in the cues, in their order, and what was left out, one line each."""
    found: list[_Piece] = []
    notes: list[str] = []
    for line, block in _cut(text):
        at = next((n for n, one in enumerate(block[:2]) if "-->" in one), None)
        if at is None:
            if line > 1 and not block[0].startswith(_SKIPPED):
                notes.append(f"line {line}: no cue: {' '.join(block)[:100]}")
            continue
        timing = _TIMING.fullmatch(block[at])
        if timing is None:
            notes.append(f"line {line + at}: no times: {block[at][:100]}")
            continue
        found += _voices("\n".join(block[at + 1 :]), _full(timing[1]), _full(timing[2]))
    if any(one.voice for one in found):
        found = [one if one.voice else replace(one, voice=_NOBODY) for one in found]
    return found, notes[:50]


def _cut(text: str) -> Iterator[tuple[int, list[str]]]:
    """The blocks between blank lines, each with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip(" \t"):
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []
    if block:
        yield text.count("\n") + 2 - len(block), block


def _voices(payload: str, start: str, end: str) -> Iterator[_Piece]:
    """The words of a cue by their voices, without tags."""
    voice, words, at = "", [], 0
    for tag in _TAG.finditer(payload):
        words.append(payload[at : tag.start()])
        at = tag.end()
        named = _VOICE.fullmatch(tag[1])
        if named or tag[1] == "/v":
            yield from _piece(voice, words, start, end)
            voice, words = _plain(named[1]) if named else "", []
    words.append(payload[at:])
    yield from _piece(voice, words, start, end)


def _piece(voice: str, words: Sequence[str], start: str, end: str) -> Iterator[_Piece]:
    if plain := _plain("".join(words)):
        yield _Piece(voice, plain, start, end)


def _plain(words: str) -> str:
    return " ".join(html.unescape(words).split())


def _full(time: str) -> str:
    return time if time.count(":") == 2 else f"00:{time}"


def _paragraphs(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """The pieces in paragraphs: another voice, or silence after a sentence, begins a new one."""
    groups: list[list[_Piece]] = []
    for piece in pieces:
        last = groups[-1][-1] if groups else None
        if last is not None and piece.voice == last.voice and not _pauses(last, piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _pauses(last: _Piece, piece: _Piece) -> bool:
    ended = last.words.rstrip(_CLOSING).endswith((".", "!", "?", "…"))
    return ended and _seconds(piece.start) - _seconds(last.end) >= _PAUSE


def _seconds(time: str) -> float:
    hours, minutes, seconds = time.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def _blocks(groups: Sequence[Sequence[_Piece]]) -> Iterator[Block]:
    before = ""
    for group in groups:
        words = " ".join(one.words for one in group)
        voice = group[0].voice
        if voice != before:
            yield Block(f"{voice}: {words}", label=len(voice) + 1, speaker=voice)
        else:
            yield Block(words)
        before = voice


def _times(groups: Sequence[Sequence[_Piece]], text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """When the words of each cue were said: a mark on each, in the order of the text."""
    paragraphs = [mark.span for mark in marks if mark.kind is PartKind.PARAGRAPH]
    for group, span in zip(groups, paragraphs, strict=True):
        at = span.end - sum(len(one.words) + 1 for one in group) + 1
        for one in group:
            yield Mark(PartKind.TIME, Span(at, at + len(one.words)), f"{one.start} --> {one.end}")
            at += len(one.words) + 1
