"""Onrecord as a component of a spaCy pipeline: `nlp.add_pipe("onrecord")`.

    nlp = spacy.blank("en")
    nlp.add_pipe("onrecord")
    doc = nlp(text)
    for span in doc.spans["onrecord_statements"]:
        print(span._.speaker, span._.cue, span._.content)

It needs tokens and nothing else of a pipeline. Each span is the content of one statement, widened
to whole tokens, and to all that lies between its first piece and its last; its label is the kind of
quotation. What it is made of, as it stands in the text, is in the extensions that `EXTENSIONS`
names. All of it is plain data in `Doc.user_data`, counted from the start of the span, so that it
goes wherever a document goes: to another process, into a DocBin, into a longer document.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from onrecord import pipeline, tagging
from onrecord.errors import InputError, MissingLibraryError
from onrecord.model import (
    Attribution,
    Manner,
    PartKind,
    Quotation,
    Spans,
    Stance,
    Statement,
)
from onrecord.model import Span as Stretch

try:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, SpanGroup
except ImportError as error:
    raise MissingLibraryError.of("spaCy", "spacy") from error

__all__ = ["EXTENSIONS", "KEY", "Statements", "create", "statements"]

KEY = "onrecord_statements"
"""The name of the group of spans in `Doc.spans`."""

ROLES = ("source", "cue", "content")
WORDS = ("speaker", "basis", "via", "quotation", "manner", "stance", "hedged")
EXTENSIONS = (*ROLES, *WORDS, "offsets")
"""What `span._` has: see `Statements`."""

_DATA = "onrecord"
_UNKNOWN: dict[str, Any] = {"via": (), "hedged": False, "offsets": {}} | dict.fromkeys(ROLES, ())


class Statements:
    """Sets `doc.spans["onrecord_statements"]` and the extensions of its spans.

    `source`, `cue` and `content` are the exact words, piece by piece; `offsets` where these pieces
    stand in `doc.text` (half-open, in code points), by role, "via" among them. `speaker` is ""
    where nobody can be named, and `basis` says how the name was reached. `via` names those who pass
    it on, outermost first. `quotation` is direct, indirect or mixed, `manner` is speech, writing,
    thought, intention or "", `stance` asserted, denied, not_said, open or ""; `hedged` is a bool.
    A span that is no statement's has none of it: empty words and an empty tuple.
    """

    def __init__(self, *, engine: str = "", model: str = "", language: str = "") -> None:
        self.engine, self.model = engine or None, model or None
        self.language = "" if language == "xx" else language
        tagging.choose(self.engine, folder=self.model)  # what cannot be used is told now
        _set_extensions()
        _refuse_others()

    def __call__(self, doc: Doc) -> Doc:
        """The same document, with its statements; those of an earlier run are replaced."""
        text = doc.text
        found = pipeline.extract(text, language=self.language, engine=self.engine, model=self.model)
        kept: dict[Any, Any] = doc.user_data
        for key in [key for key in kept if _is_ours(key)]:
            del kept[key]
        spans = []
        for number, statement in enumerate(found, start=1):
            span = _span(doc, statement.attribution, number)
            record = {"id": number, **_plain(statement, span.start_char, text)}
            kept.setdefault(_key(span), []).append(record)
            spans.append(span)
        doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=spans)
        return doc


@Language.factory(
    "onrecord",
    default_config={"engine": "", "model": "", "language": ""},
    assigns=["doc.spans", *(f"span._.{name}" for name in EXTENSIONS)],
)
def create(nlp: Language, name: str, *, engine: str, model: str, language: str) -> Statements:
    """The component that `nlp.add_pipe("onrecord", config={...})` asks for.

    `engine` is rules, fast or best, `model` a folder of models, as in `onrecord.extract`;
    `language` is a BCP 47 tag, by default the pipeline's, and recognised in a pipeline for "xx".
    Languages without rules give an empty group. `ModelError` for an engine that cannot be used.
    """
    return Statements(engine=engine, model=model, language=language or nlp.lang or "")


def statements(doc: Doc) -> tuple[Statement, ...]:
    """The statements of a document that the component has read, as the rest of Onrecord has them.

    Their spans count code points of `doc.text`; `to_frame(statements(doc), text=doc.text)` makes a
    table of them. Empty for a document that the component has not seen.
    """
    found = doc.spans.get(KEY, ())
    return tuple(_statement(span, record) for span in found if (record := _record(span)))


def _span(doc: Doc, said: Attribution, number: int) -> Span:
    """The content of an attribution as a span of tokens."""
    span = doc.char_span(
        min(piece.start for piece in said.content),
        max(piece.end for piece in said.content),
        label=said.quotation.value,
        span_id=str(number),
        alignment_mode="expand",
    )
    assert span is not None  # some token holds any code point of a document's text
    return span


def _key(span: Span) -> tuple[str, str, int, int]:
    """Where spaCy keeps what belongs to a span, and finds it when documents are put together."""
    return ("._.", _DATA, span.start_char, span.end_char)


def _is_ours(key: object) -> bool:
    return isinstance(key, tuple) and key[:2] == ("._.", _DATA)


def _plain(statement: Statement, start: int, text: str) -> dict[str, Any]:
    """A statement as msgpack can hold it, its places counted from `start`."""
    said = statement.attribution
    places = {"source": said.source, "cue": said.cue, "content": said.content, "via": said.via}
    return {
        "offsets": {
            role: [[piece.start - start, piece.end - start] for piece in pieces]
            for role, pieces in places.items()
        },
        **{role: [piece.of(text) for piece in places[role]] for role in ROLES},
        **statement.facts(),
    }


def _record(span: Span) -> dict[str, Any]:
    """What is known of a span; several statements may have one content."""
    kept: dict[Any, Any] = span.doc.user_data
    found = kept.get(_key(span), ())
    ours = [one for one in found if span.id == span.doc.vocab.strings[str(one["id"])]]
    known = ours or found
    return known[0] if len(known) == 1 else {}


def _offsets(span: Span, record: dict[str, Any]) -> dict[str, tuple[tuple[int, int], ...]]:
    at = span.start_char
    return {
        role: tuple((at + start, at + end) for start, end in pieces)
        for role, pieces in record.get("offsets", {}).items()
    }


def _value(name: str, span: Span) -> Any:  # noqa: ANN401  (spaCy asks for one getter a name)
    record = _record(span)
    if not record:
        return _UNKNOWN.get(name, "")
    if name == "offsets":
        return _offsets(span, record)
    return tuple(record[name]) if name in (*ROLES, "via") else record[name]


def _statement(span: Span, record: dict[str, Any]) -> Statement:
    places = {role: _stretches(pieces) for role, pieces in _offsets(span, record).items()}
    manner, stance = record["manner"], record["stance"]
    said = Attribution(
        **places,
        quotation=Quotation(record["quotation"]),
        manner=Manner(manner) if manner else None,
        stance=Stance(stance) if stance else None,
        hedged=record["hedged"],
    )
    who = {"speaker": record["speaker"], "basis": record["basis"], "via": tuple(record["via"])}
    return Statement("", said, **who, part=PartKind(record["part"]), turn=record["turn"])


def _stretches(pieces: Iterable[tuple[int, int]]) -> Spans:
    return tuple(Stretch(start, end) for start, end in pieces)


def _set_extensions() -> None:
    """Set what nobody has set yet: a DocBin is read without a pipeline, and has them too."""
    for name in EXTENSIONS:
        if not Span.has_extension(name):
            Span.set_extension(name, getter=partial(_value, name))


def _refuse_others() -> None:
    """`InputError` where another component's extension has the name of one of these."""
    for name in EXTENSIONS:
        getter = Span.get_extension(name)[2]
        if getattr(getter, "func", None) is not _value:
            raise InputError(f"span._.{name} is taken by another component; use one of the two")


_set_extensions()
