"""Corrections of a dossier's lines, for people and programs; the options of their commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from onrecord.cli.shown import clean, json_line, one_line
from onrecord.model import Amendment, AmendmentKind, Anchor, Target

_Command = TypeVar("_Command", bound=Callable[..., object])

_DONE = {
    AmendmentKind.ACCEPT: "accepted",
    AmendmentKind.CHANGE: "changed",
    AmendmentKind.MERGE: "merged",
    AmendmentKind.SPLIT: "split",
    AmendmentKind.REJECT: "rejected",
}

json_option = click.option("--json", "as_json", is_flag=True, help="For programs, line by line.")


def process_option(command: _Command) -> _Command:
    """The option `--process`."""
    option = click.option(
        "--process", required=True, metavar="NAME", help="Of which process; or a file NAME.toml."
    )
    return option(command)


def tell_amendments(amendments: Iterable[Amendment], *, as_json: bool) -> None:
    """Say what was laid or taken back, a line each."""
    for one in amendments:
        click.echo(json_line(row(one)) if as_json else one_line(_line(one)))


def _line(one: Amendment) -> str:
    back = "took back: " if one.taken_back else ""
    what = f": {told(one)}" if told(one) else ""
    return f"{back}{_DONE[one.kind]} {one.on.id} ({says(one.on)}){what} [correction {one.id}]"


def told(one: Amendment) -> str:
    """What a correction says beside its kind and its line."""
    if one.kind is AmendmentKind.CHANGE:
        return f"{one.field} = {one.value or '(empty)'}"
    if one.others:
        return f"with {', '.join(other.id for other in one.others)}"
    return f"without {', '.join(map(_place, one.parted))}" if one.parted else ""


def says(target: Target) -> str:
    """What told a line apart, in words."""
    return ", ".join(words for _, words in target.naming) or str(target.kind)


def _place(anchor: Anchor) -> str:
    return f"{clean(anchor.document)}:{anchor.spans[0].start if anchor.spans else 0}"


def row(one: Amendment) -> dict[str, Any]:
    """A correction for programs; spans are [start, end) code points."""
    return {
        "id": one.id,
        "kind": str(one.kind),
        "process": one.process,
        "line": _target(one.on),
        "field": one.field,
        "value": one.value,
        "others": [_target(other) for other in one.others],
        "parted": [_anchor(anchor) for anchor in one.parted],
        "by": one.by,
        "at": one.at,
        "note": one.note,
        "taken_back": one.taken_back,
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "kind": str(target.kind),
        "id": target.id,
        "naming": dict(target.naming),
        "evidence": [_anchor(anchor) for anchor in target.anchors],
        "made_by": target.made_by,
    }


def _anchor(anchor: Anchor) -> dict[str, Any]:
    spans = [[span.start, span.end] for span in anchor.spans]
    return {"document": anchor.document, "spans": spans, "words": anchor.words}
