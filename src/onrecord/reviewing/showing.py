"""A doubt with its evidence: the words in their context, and what else the answer could be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord import rosters
from onrecord.errors import NotFoundError
from onrecord.model import Reading, Span
from onrecord.model.rulings import Doubt, Matter, Spot
from onrecord.naming import clean_name, same_name
from onrecord.overlay import statement_at, turn_at, words_of
from onrecord.reviewing.speakers import people_named, speakers_of
from onrecord.stores import Listed, Store

_AROUND = 320
"""Code points shown on either side of the words in doubt."""
_LONGEST = 1_200
"""Code points of them that are shown; the middle of longer ones is left out."""
_MOST = 8
_ROSTER = 4
_PLACES = 12

_Marked = tuple[Span, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words and what it is: content, source, cue, words, cut or second; "" neither."""

    words: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a document in their context, and where they stand."""

    document: Listed
    pieces: tuple[Piece, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a turn could be split, with the words that would begin the second half."""

    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A doubt with its evidence.

    `people` are speakers that the answer could name, those of the document first, `roster` those
    that a roster has; `places` are where else a turn could be split.
    """

    doubt: Doubt
    excerpts: tuple[Excerpt, ...]
    people: tuple[str, ...] = ()
    roster: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


def shown(store: Store, doubt: Doubt) -> Shown:
    """A doubt with the words it is about in their context, and other answers to choose from."""
    if doubt.matter is Matter.PEOPLE:
        return Shown(doubt, tuple(_of_names(store, (doubt.speaker, doubt.other))))
    reading = store.load(doubt.spot.document)
    own = excerpt(store, reading, _marks(reading, doubt))
    if doubt.matter is Matter.MATCH:
        return Shown(doubt, (own, *_record(store, doubt.second)))
    return Shown(
        doubt,
        (own,),
        people=_people(reading, doubt),
        roster=_from_roster(reading, doubt),
        places=tuple(_places(reading, doubt)),
    )


def excerpt(store: Store, reading: Reading, marks: Sequence[_Marked]) -> Excerpt:
    """The words under marks, which lie near each other, with some words around them."""
    text, ordered = reading.document.text, sorted(marks)
    first, last = ordered[0][0].start, max(span.end for span, _ in ordered)
    start = _word_edge(text, max(0, first - _AROUND))
    stop = _word_edge(text, min(len(text), last + _AROUND))
    pieces = [Piece("… ")] if start else []
    at = start
    for span, mark in ordered:
        if span.start < at:
            continue
        pieces.append(Piece(text[at : span.start]))
        pieces.append(Piece(_within(span.of(text)), mark))
        at = span.end
    pieces += [Piece(text[at:stop]), Piece(" …" if stop < len(text) else "")]
    found = tuple(piece for piece in pieces if piece.words or piece.mark == "cut")
    return Excerpt(store.listed(reading.document.id), found, Span(first, last))


def _word_edge(text: str, at: int) -> int:
    """The end of the word at a place, so that no word is shown in part."""
    while 0 < at < len(text) and not text[at].isspace():
        at += 1
    return at


def _within(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    half = _LONGEST // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"


def _marks(reading: Reading, doubt: Doubt) -> list[_Marked]:
    if doubt.matter is Matter.STATEMENT:
        place, _ = statement_at(reading, doubt.spot)
        if place is not None:
            found = reading.statements[place].attribution
            roles = (("content", found.content), ("source", found.source), ("cue", found.cue))
            return [(span, role) for role, spans in roles for span in spans]
    if doubt.cut is not None:
        return [(doubt.cut, "cut"), (_line(reading, doubt.cut.end), "second")]
    if doubt.matter is Matter.TURN:
        return [(_of_turn(reading, doubt), "words")]
    return [(span, "words") for span in doubt.spot.spans]


def _of_turn(reading: Reading, doubt: Doubt) -> Span:
    place, _ = turn_at(reading, doubt.spot)
    spans = reading.structure.turns[place].spans if place is not None else doubt.spot.spans
    return Span(spans[0].start, spans[-1].end)


def _line(reading: Reading, start: int) -> Span:
    """The paragraph that begins at a place."""
    text = reading.document.text
    end = text.find("\n", start)
    return Span(start, len(text) if end < 0 else end)


def _record(store: Store, second: Spot | None) -> Iterator[Excerpt]:
    if second is None:
        return
    try:
        reading = store.load(second.document)
    except NotFoundError:
        return
    yield excerpt(store, reading, [(span, "words") for span in second.spans])


def _of_names(store: Store, names: Iterable[str]) -> Iterator[Excerpt]:
    """For each name the first words that are given to it."""
    from onrecord.stores import Wanted

    for name in names:
        found = next(store.statements(Wanted(speakers=(name,))), None)
        if found:
            reading = store.load(found.statement.document)
            roles = found.statement.attribution
            marks = [(s, "content") for s in roles.content] + [(s, "source") for s in roles.source]
            yield excerpt(store, reading, marks)


def _people(reading: Reading, doubt: Doubt) -> tuple[str, ...]:
    """The people of the document, those who are named or speak nearest to the place first."""
    place = doubt.spot.spans[0].start if doubt.spot.spans else 0
    nearest: dict[str, int] = {}

    def near(name: str, start: int) -> None:
        nearest[name] = min(abs(start - place), nearest.get(name, len(reading.document.text)))

    for named in people_named(reading):
        near(named.name, named.span.start)
    for turn in reading.structure.turns:
        for span in turn.spans:
            near(turn.speaker, span.start)
    names = dict.fromkeys((*speakers_of(reading), *nearest))
    wanted = [name for name in names if name not in ("", doubt.speaker)]
    last = len(reading.document.text)
    return tuple(sorted(wanted, key=lambda name: nearest.get(name, last)))[:_MOST]


def _from_roster(reading: Reading, doubt: Doubt) -> tuple[str, ...]:
    """People of the roster that ships whose name the source could be."""
    if doubt.matter is not Matter.STATEMENT:
        return ()
    place, _ = statement_at(reading, doubt.spot)
    if place is None:
        return ()
    source = words_of(reading.document.text, reading.statements[place].attribution.source)
    name = clean_name(source)
    if not name:
        return ()
    found = rosters.people_named(rosters.shipped(), name)
    known = speakers_of(reading)
    new = (one.name for one in found if not any(same_name(one.name, k) for k in known))
    return tuple(dict.fromkeys(new))[:_ROSTER]


def _places(reading: Reading, doubt: Doubt) -> Iterator[Place]:
    """Where a turn's paragraphs begin, those nearest to the place proposed."""
    place, _ = turn_at(reading, doubt.spot)
    if doubt.cut is None or place is None:
        return
    text, end = reading.document.text, doubt.cut.end
    starts = [span.start for span in reading.structure.turns[place].spans[1:]]
    nearest = sorted(starts, key=lambda start: abs(start - end))[:_PLACES]
    for start in sorted(nearest):
        if start not in (doubt.cut.start, end):
            yield Place(start, _line(reading, start).of(text)[:80])
