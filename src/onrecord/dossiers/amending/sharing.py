"""Amendments as one TOML file that people can read, compare and pass on, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from onrecord.dossiers.amending.anchoring import anchors_of
from onrecord.dossiers.amending.contradicting import contradicted
from onrecord.dossiers.amending.parsing import FORMAT, VERSION, read_amendments
from onrecord.model import Amendment, Anchor, Target
from onrecord.stores import Amending, Store


@dataclass(frozen=True, slots=True)
class Received:
    """An amendment of a file, what became of it, and the own ones that it is at odds with."""

    amendment: Amendment
    became: Amending
    at_odds: tuple[Amendment, ...] = ()


def receive(store: Store, text: str, *, path: str, until: datetime) -> list[Received]:
    """Keep the amendments of a file, all or none, and say what is new and what is at odds.

    A file that is read again changes nothing. `until` is the latest time that it may be of. Raises
    `InputError` with the `path` and the place where something in it cannot be used.
    """
    given = read_amendments(text, path=path, until=until)
    found = []
    with store.together():
        held = store.amendments()
        for amendment in given:
            became = store.amend(amendment)
            odd = contradicted(amendment, held) if became is Amending.NEW else []
            found.append(Received(amendment, became, tuple(odd)))
    return found


def as_file(process: str, amendments: Iterable[Amendment]) -> str:
    """The amendments of a process as a file, those taken back too; see docs/corrections.md."""
    those = sorted((a for a in amendments if a.process == process), key=lambda a: (a.at, a.id))
    bytes_of = _bytes_of(those)
    head = [
        f"# Corrections of the dossier {_words(process)}, one [[correction]] each.",
        f"format = {_words(FORMAT)}",
        f"version = {VERSION}",
        f"process = {_words(process)}",
        "",
        "[documents] # the SHA-256 of their raw bytes",
        *(f"{_words(ref)} = {_words(sha)}" for ref, sha in sorted(bytes_of.items())),
    ]
    pieces = (line for one in those for line in ("", *_correction(one, bytes_of)))
    return "\n".join([*head, *pieces, ""])


def _bytes_of(amendments: Iterable[Amendment]) -> dict[str, str]:
    """Of each document the bytes that most likely are meant: those of the first anchor on it."""
    found: dict[str, str] = {}
    for amendment in amendments:
        for anchor in anchors_of(amendment):
            if anchor.sha256:
                found.setdefault(anchor.document, anchor.sha256)
    return found


def _correction(one: Amendment, bytes_of: dict[str, str]) -> Iterator[str]:
    yield "[[correction]]"
    yield f"id = {_words(one.id)}"
    yield f"kind = {_words(one.kind)}"
    if one.field:
        yield f"field = {_words(one.field)}"
        yield f"value = {_words(one.value)}"
    yield f"by = {_words(one.by)}"
    yield f"at = {_words(one.at)}"
    for name, words in (("note", one.note), ("taken_back", one.taken_back)):
        if words:
            yield f"{name} = {_words(words)}"
    if one.parted:
        yield from _evidence("parted", one.parted, bytes_of)
    yield from _line("[correction.line]", one.on, bytes_of)
    for other in one.others:
        yield from _line("[[correction.others]]", other, bytes_of)


def _line(head: str, target: Target, bytes_of: dict[str, str]) -> Iterator[str]:
    yield head
    yield f"kind = {_words(target.kind)}"
    yield f"id = {_words(target.id)}"
    naming = ", ".join(f"{name} = {_words(words)}" for name, words in target.naming)
    yield f"naming = {{ {naming} }}" if naming else "naming = {}"
    if target.made_by:
        yield f"made_by = {_words(target.made_by)}"
    yield from _evidence("evidence", target.anchors, bytes_of)


def _evidence(name: str, anchors: Iterable[Anchor], bytes_of: dict[str, str]) -> Iterator[str]:
    yield f"{name} = ["
    for one in anchors:
        spans = ", ".join(f"[{span.start}, {span.end}]" for span in one.spans)
        own = one.sha256 != bytes_of.get(one.document, "")
        sha = f", sha256 = {_words(one.sha256)}" if own else ""
        place = f"document = {_words(one.document)}, spans = [{spans}]"
        yield f"  {{ {place}, words = {_words(one.words)}{sha} }},"
    yield "]"


def _words(text: str) -> str:
    """A TOML string; JSON's are the same but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
