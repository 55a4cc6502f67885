"""What a document is: a transcript, a story, or neither, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.languages._layout import Layout
from onrecord.model import Document, Kind, Span
from onrecord.structure.blocks import Block
from onrecord.structure.head import Head
from onrecord.structure.labels import Label, LabelKind
from onrecord.structure.names import plain
from onrecord.structure.story import is_sentence
from onrecord.structure.titles import announces_speech, title_speaker

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_COUNTRY = re.compile(r"\bUS\b")
_QUOTED = re.compile(r"“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"|''[^'\n]{0,2000}''")
_FIRST_PERSON = 0.012  # share of words in the first person in a speech, outside quotation marks
_FORMULAS = 3  # of address and of thanks that a speech without label or title has
_FIRST_PERSON_AT_ALL = 0.005
_HEARD = 24_000  # characters by which a text's voice is told
_LONG = 900  # words of a speech that salutes nobody: a written message is shorter
_TOLD = 0.005  # share of verbs of saying that a speech does not pass
_WHOLE = 0.9  # of a body under a dateline that labels must cover
_SHARE = 0.5  # of a body that is labelled turns, below which labels are an excerpt in a story


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind, and a sentence for a person on why."""

    kind: Kind
    why: str


@dataclass(frozen=True, slots=True)
class Voice:
    """How a text speaks: shares of words, outside quotation marks."""

    first_person: float
    reporting: int
    salutations: int
    words: int
    salutes: bool = False


def decide(
    document: Document,
    blocks: tuple[Block, ...],
    labels: tuple[Label, ...],
    *,
    head: Head,
    title: str,
    layout: Layout,
) -> Verdict:
    """The kind of a document: the given one, else by labels, dateline and how the text speaks."""
    if document.kind is not None:
        return Verdict(document.kind, "The kind was given.")
    return (
        _by_labels(document.text, blocks, labels, head=head, title=title, layout=layout)
        or _by_voice(document, blocks, head=head, title=title, layout=layout)
        or Verdict(Kind.OTHER, "No labels of speakers, and nothing that reports what was said.")
    )


def _by_labels(
    text: str,
    blocks: tuple[Block, ...],
    labels: tuple[Label, ...],
    *,
    head: Head,
    title: str,
    layout: Layout,
) -> Verdict | None:
    if not labels:
        return None
    share = _labelled_share(text, blocks, labels, head)
    marked = any(x.kind is LabelKind.COLUMN for x in labels)
    if head.dateline and share < _WHOLE and not marked:
        return None
    asked = any(x.kind is LabelKind.QUESTION for x in labels)
    announced = announces_speech(title, layout)
    speakers = len({x.words for x in labels})
    voice = listen(text, blocks, labels[0].block, layout)
    spoken = share >= _SHARE and voice.first_person >= _FIRST_PERSON
    official = _official(labels, layout)
    rules = (
        (marked, "a column of the table names them"),
        (asked and speakers > 1 and (announced or share >= _SHARE / 2), "questions and answers"),
        (announced and share >= _SHARE / 2, "under a title that announces speech"),
        (spoken and (official or 1 < speakers < len(labels)), "it speaks in the first person"),
    )
    why = next((reason for holds, reason in rules if holds), "")
    count = f"{len(labels)} label{'s' if len(labels) > 1 else ''} of speakers"
    return Verdict(Kind.TRANSCRIPT, f"{count}: {why}.") if why else None


def _official(labels: tuple[Label, ...], layout: Layout) -> bool:
    """Whether a label names somebody with a public office."""
    return any(plain(w) in layout.officials for x in labels for w in x.words.split())


def _labelled_share(
    text: str, blocks: tuple[Block, ...], labels: tuple[Label, ...], head: Head
) -> float:
    """How much of the body stands at or after the first label."""
    body = sum(len(b.span) for b in blocks[head.body :])
    spoken = sum(len(b.span) for b in blocks[max(head.body, labels[0].block) :])
    return spoken / body if body else 0.0


def listen(text: str, blocks: tuple[Block, ...], start: int, layout: Layout) -> Voice:
    """How the text from a block on speaks, what stands in quotation marks left out.

    Salutations are looked for only where enough words for a speech are in the first person.
    """
    if start >= len(blocks):
        return Voice(0.0, 0, 0, 0)
    begin = blocks[start].span.start
    span = Span(begin, min(begin + _HEARD, blocks[-1].span.end))
    own = _QUOTED.sub(" ", span.of(text))
    # "US" is a country, "I" a pronoun: other capitals are folded.
    words = _WORD.findall(_COUNTRY.sub("USA", own).casefold())
    first = sum(map(layout.first_person.__contains__, words))
    told = sum(map(layout.reporting.__contains__, words))
    if first < _FIRST_PERSON_AT_ALL * len(words):  # nobody is asked then whether it salutes
        return Voice(first / len(words), told, 0, len(words))
    salutations = [p for p in layout.salutations if re.search(p, own, re.IGNORECASE)]
    formulas = [p for p in layout.speech_formulas if re.search(p, own, re.IGNORECASE)]
    return Voice(
        first / len(words) if words else 0.0,
        told,
        len(salutations) + len(formulas),
        len(words),
        bool(salutations),
    )


def _by_voice(
    document: Document,
    blocks: tuple[Block, ...],
    *,
    head: Head,
    title: str,
    layout: Layout,
) -> Verdict | None:
    if head.dateline:
        place = f" ({head.dateline.agency})" if head.dateline.agency else ""
        return Verdict(Kind.STORY, f"It has a dateline{place}.")
    voice = listen(document.text, blocks, head.body, layout)
    speaks = voice.first_person >= _FIRST_PERSON
    announced = speaks and bool(title_speaker(title, layout)) and voice.salutations > 0
    headed = head.title is not None and not announces_speech(title, layout)
    address = _is_speech(voice) and not (headed and voice.salutations < _FORMULAS)
    quoted = headed or bool(_QUOTED.search(document.text))
    prose = head.title is not None and _sentences(document.text, blocks, head) > 0
    story, transcript = Kind.STORY, Kind.TRANSCRIPT
    rules = (
        (announced, transcript, "The title announces a speech, and the text gives it."),
        (speaks and document.speaker, transcript, "A speaker was given: a speech."),
        (address, transcript, "It addresses an audience in the first person: a speech."),
        (voice.reporting >= (1 if quoted else 2), story, "It reports what was said."),
        (prose, story, "A headline over paragraphs of prose."),
    )
    return next((Verdict(kind, why) for holds, kind, why in rules if holds), None)


def _sentences(text: str, blocks: tuple[Block, ...], head: Head) -> int:
    return sum(is_sentence(b.span.of(text)) for b in blocks[head.body :])


def _is_speech(voice: Voice) -> bool:
    """Whether it speaks in the first person and tells little of what others said."""
    enough = _FIRST_PERSON_AT_ALL if voice.salutations >= _FORMULAS else _FIRST_PERSON
    told = voice.reporting / max(1, voice.words)
    addressed = voice.salutes or (voice.salutations > 0 and voice.words >= _LONG)
    return addressed and voice.first_person >= enough and told <= _TOLD
