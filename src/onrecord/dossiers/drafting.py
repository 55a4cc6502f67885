"""A corpus and a few words to a first profile, for a person to mend."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.drawing import ActorKind, actors_in
from onrecord.errors import InputError
from onrecord.languages import language
from onrecord.model import Kind, Reading, Span
from onrecord.stores import Store

_NAME = re.compile(r"\b[A-Z][\w’'\-]*(?:[ -](?:(?:of|on|for|the|and) )?[A-Z0-9][\w’'\-]*)+")
_MANY = 12  # of each sort; a person mends a short list sooner than a long one
_LEAST = 2
_CITED = 3  # documents that an entry is according to

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class _Seen:
    """Names with the documents that have them in a paragraph with the words."""

    documents: int = 0
    names: dict[str, dict[str, None]] = field(default_factory=dict)
    actors: dict[str, dict[str, None]] = field(default_factory=dict)
    around: Counter[str] = field(default_factory=Counter)


def draft(
    store: Store, name: str, words: Sequence[str], *, progress: Progress | None = None
) -> str:
    """A profile in TOML, drafted from the paragraphs of a store that have one of `words`.

    Parties, bodies and instruments are those named there most often, each with the documents that
    it is according to. Nothing tells a body from what merely has a name: a person must read it,
    take out what does not belong and say what the process must not be taken for. `InputError`
    where there are no words or no document has them.
    """
    wanted = [word for word in (" ".join(one.split()) for one in words) if word]
    if not wanted:
        raise InputError("no words to draft a profile from")
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        raise InputError(f"not a name: {name!r}; small letters, numbers and hyphens")
    seen = _Seen()
    listed = list(store.documents())
    for number, line in enumerate(listed, 1):
        _look(seen, store.load(line.id), wanted)
        if progress:
            progress(number, len(listed))
    if not seen.documents:
        raise InputError(f"no document held has {' or '.join(map(repr, wanted))}")
    return "\n".join(_lines(name, wanted, seen)) + "\n"


def _look(seen: _Seen, reading: Reading, wanted: Sequence[str]) -> None:
    text, code = reading.document.text, reading.document.language or "en"
    pattern = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in wanted), re.IGNORECASE)
    near = [span for span in _paragraphs(reading) if pattern.search(span.of(text))]
    seen.documents += bool(near)
    for words in (span.of(text) for span in near):
        for found in pattern.finditer(words):
            seen.around[_widened(words, found)] += 1
        for name in map(_bare, _NAME.findall(words)):
            seen.names.setdefault(name, {})[reading.document.id] = None
        for actor in actors_in(words, code=code):
            if actor.kind in (ActorKind.STATE, ActorKind.ORGANISATION):
                seen.actors.setdefault(actor.name, {})[reading.document.id] = None


def _bare(name: str) -> str:
    """A name without a capitalised article before it."""
    first, *rest = name.split()
    return " ".join(rest if first.casefold() in language("en").people.definite else [first, *rest])


def _paragraphs(reading: Reading) -> list[Span]:
    structure = reading.structure
    if structure.kind is Kind.TRANSCRIPT and structure.turns:
        return [span for turn in structure.turns for span in turn.spans]
    return [part.span for part in structure.parts]


def _widened(text: str, found: re.Match[str]) -> str:
    """The words with the noun behind them: "Lake" stands in "Lake talks"."""
    behind = re.match(r" [a-z]+\b", text[found.end() :])
    after = behind[0] if behind else ""
    return found[0] + (after if after.strip() not in language("en").wording.common else "")


def _lines(name: str, wanted: Sequence[str], seen: _Seen) -> Iterator[str]:
    yield f"# Drafted from {seen.documents} documents that have {' or '.join(wanted)}."
    yield "# Read every line: take out what does not belong, say what does and according to what."
    yield f"name = {_quoted(name)}"
    yield f"title = {_quoted(wanted[0])}"
    yield 'language = "en"'
    plain = {one for one in wanted if " " not in one}
    more = [one for one, many in seen.around.most_common(_MANY) if many > 1]
    names = dict.fromkeys([*wanted, *(one for one in more if one.split()[0] in plain)])
    yield f"names = [{', '.join(map(_quoted, names))}]"
    yield "subject = []  # what it is about: words that count with a place, or with who belongs"
    yield "places = []"
    bodies, instruments = _told_apart(seen)
    for sort, entries in (
        ("parties", _commonest(seen.actors)),
        ("bodies", bodies),
        ("instruments", instruments),
    ):
        for entry, documents in entries:
            cited = ", ".join(list(documents)[:_CITED])
            many = f"{len(documents)} document{'' if len(documents) == 1 else 's'}"
            yield f"\n[[{sort}]]\nname = {_quoted(entry)}"
            yield f"according = {_quoted(f'{many}: {cited}')}"
    yield '\n# [[confusable]]\n# words = ""\n# means = ""\n# why = ""'
    yield '\n# [[themes]]\n# name = ""\n# words = []'


Entries = list[tuple[str, dict[str, None]]]


def _told_apart(seen: _Seen) -> tuple[Entries, Entries]:
    """Names whose nouns are those of bodies, and those whose nouns are those of agreements."""
    process = language("en").process
    bodies: dict[str, dict[str, None]] = {}
    instruments: dict[str, dict[str, None]] = {}
    for name, documents in seen.names.items():
        head = _head(name)
        if head in process.agreements.nouns:
            instruments[name] = documents
        elif head in process.meetings.bodies | process.meetings.gatherings:
            bodies[name] = documents
    return _commonest(bodies), _commonest(instruments)


def _head(name: str) -> str:
    """The noun of a name: the last word before "of", "on" and the like, or before a number."""
    links = language("en").process.phrases.links
    words = [word.casefold() for word in name.split()]
    ends = [n for n, word in enumerate(words) if n and (word in links or word[0].isdigit())]
    return words[min(ends, default=len(words)) - 1]


def _commonest(found: dict[str, dict[str, None]]) -> Entries:
    """The names that most documents have; those of one alone where nothing has more."""
    ranked = sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
    common = [one for one in ranked if len(one[1]) >= _LEAST]
    return (common or ranked)[:_MANY]


def _quoted(text: str) -> str:
    """A TOML string; JSON's is one, but for the slash that none of ours has."""
    return json.dumps(text, ensure_ascii=False)
