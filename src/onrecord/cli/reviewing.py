"""`onrecord review`: what a person should look at, and what they decide about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onrecord.cli.changing import login
from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.shown import json_line, one_line

if TYPE_CHECKING:
    from onrecord.model.rulings import Doubt, Ruling, Spot
    from onrecord.reviewing import Shown
    from onrecord.stores import Store

_Command = TypeVar("_Command", bound=Callable[..., object])
_SORTS = ("speakers", "splits", "people", "matches")
_json_option = click.option("--json", "as_json", is_flag=True, help="For programs, line by line.")


@click.group("review")
def review() -> None:
    """Go through what is doubtful: who speaks, where turns part, who is who, what matches.

    What was read stays as it is; each decision is laid over it and can be taken back.
    """


def _options(command: _Command) -> _Command:
    """The options of whatever decides."""
    for option in (
        database_option,
        _json_option,
        click.option("--note", default="", metavar="WORDS", help="Why."),
        click.option("--by", default=None, metavar="NAME", help="Who; else your login name."),
    ):
        command = option(command)
    return command


@review.command("list")
@click.option("--kind", type=click.Choice(_SORTS), help="Only doubts of this kind.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 100_000))
@click.option("--decided", is_flag=True, help="What was decided, in the place of what is open.")
@_json_option
@database_option
def list_doubts(
    kind: str | None, database: Database | None, *, limit: int, decided: bool, as_json: bool
) -> None:
    """List what is doubtful, most of all first, each with its reason and its id."""
    from onrecord.model.rulings import Sort

    with open_database(database) as store:
        if decided:
            _tell_rulings(store, as_json=as_json)
            return
        _look(store, kind)
        for doubt in store.doubts(Sort(kind) if kind else None, limit=limit):
            click.echo(json_line(doubt_row(doubt)) if as_json else _line(doubt))
        if not as_json:
            counts = ", ".join(f"{n} {sort}" for sort, n in store.open_doubts().items() if n)
            click.echo(f"open: {counts or 'nothing'}")


@review.command("show")
@click.argument("ref", metavar="DOUBT")
@database_option
def show(ref: str, database: Database | None) -> None:
    """Show a doubt: the words in their context, and the answers there are."""
    from onrecord import reviewing

    with open_database(database) as store:
        doubt, why = reviewing.checked_again(store, store.doubt(ref))
        if doubt is None:
            click.echo(f"closed: {why}")
            return
        _tell_shown(reviewing.shown(store, doubt))


@review.command("accept")
@click.argument("refs", nargs=-1, required=True, metavar="DOUBT...")
@_options
def accept(refs: tuple[str, ...], database: Database | None, **given: str | bool | None) -> None:
    """Settle doubts as they propose: the speaker is right, the turn is two, the names are one."""
    from onrecord import reviewing

    _decide(database, refs, reviewing.accept, given)


@review.command("reject")
@click.argument("refs", nargs=-1, required=True, metavar="DOUBT...")
@_options
def reject(refs: tuple[str, ...], database: Database | None, **given: str | bool | None) -> None:
    """Settle doubts by a no: no statement, one turn, two people, another utterance."""
    from onrecord import reviewing

    _decide(database, refs, reviewing.reject, given)


@review.command("change")
@click.argument("ref", metavar="DOUBT")
@click.option("--speaker", metavar="NAME", help='Who says it; "" nobody.')
@click.option("--other", metavar="NAME", help="Of a turn that is two, who says the second half.")
@click.option("--at", type=int, metavar="OFFSET", help="Where the second half begins.")
@_options
def change(
    ref: str,
    database: Database | None,
    *,
    speaker: str | None,
    other: str | None,
    at: int | None,
    **given: str | bool | None,
) -> None:
    """Settle a doubt otherwise: another speaker, another place to part a turn."""
    from onrecord import reviewing

    if (speaker, other, at) == (None, None, None):
        raise click.UsageError("give --speaker, --other or --at")
    answer = reviewing.Answer(speaker, other, at)

    def decide(store: Store, one: str, **hand: str) -> Ruling:
        return reviewing.change(store, one, answer, **hand)

    _decide(database, (ref,), decide, given)


@review.command("undo")
@click.argument("refs", nargs=-1, required=True, metavar="RULING...")
@_json_option
@database_option
def undo(refs: tuple[str, ...], database: Database | None, *, as_json: bool) -> None:
    """Take decisions back; what was read stands again, and is doubted again."""
    from onrecord import reviewing

    with open_database(database) as store:
        with store.together():
            gone = [reviewing.undo(store, ref) for ref in refs]
        for one in gone:
            _tell(one, as_json=as_json)


def _decide(
    database: Database | None,
    refs: tuple[str, ...],
    decide: Callable[..., Ruling],
    given: Mapping[str, str | bool | None],
) -> None:
    by = login() if given["by"] is None else given["by"]
    with open_database(database) as store:
        with store.together():
            made = [decide(store, ref, by=by, note=given["note"]) for ref in refs]
        for one in made:
            _tell(one, as_json=bool(given["as_json"]))


def _look(store: Store, kind: str | None) -> None:
    """Look through what was not looked through yet, matches only where they are asked for."""
    from onrecord import reviewing
    from onrecord.stores import Look

    looks = {"people": [Look.NAMES], "matches": [Look.MATCHES], None: list(Look)}
    reviewing.look(store, looks.get(kind, [Look.READING]))


def _tell_rulings(store: Store, *, as_json: bool) -> None:
    adrift = {one.ruling.id: one.why for one in store.adrift()}
    for one in store.rulings():
        _tell(one, as_json=as_json, adrift=adrift.get(one.id, ""))


def _tell(one: Ruling, *, as_json: bool, adrift: str = "") -> None:
    from onrecord.reviewing import told

    if as_json:
        click.echo(json_line(ruling_row(one) | {"adrift": adrift}))
        return
    back = "taken back: " if one.taken_back else ""
    lost = f" (adrift: {adrift})" if adrift else ""
    words = f" “{one.spot.words[:60]}”" if one.spot.words else ""
    click.echo(one_line(f"{back}{told(one)}{words} [ruling {one.id}] {one.by} {one.at[:10]}{lost}"))


def _line(doubt: Doubt) -> str:
    where = f"{doubt.spot.document} " if doubt.spot.document else ""
    return one_line(f"{doubt.id}  {doubt.sort:<8}  {doubt.score:.2f}  {where}{doubt.why}")


def _tell_shown(found: Shown) -> None:
    doubt = found.doubt
    click.echo(one_line(doubt.why))
    for one in found.excerpts:
        title = one.document.title or one.document.id
        click.secho(
            one_line(f"\n{title} ({one.document.id}@{one.at.start}-{one.at.end})"), bold=True
        )
        marked = (f"[{p.mark}: {p.words}]" if p.mark else p.words for p in one.pieces)
        click.echo(one_line("".join(marked)))
    if doubt.sort != "matches":
        click.echo(f"\nproposed: {one_line(doubt.speaker or 'nobody')}")
    for name, words in (("people", found.people), ("roster", found.roster)):
        if words:
            click.echo(one_line(f"{name}: {'; '.join(words)}"))
    for place in found.places:
        click.echo(one_line(f"--at {place.at}: {place.words}"))


def doubt_row(doubt: Doubt) -> dict[str, Any]:
    """A doubt for programs; spans are [start, end) code points."""
    return {
        "id": doubt.id,
        "kind": str(doubt.sort),
        "about": str(doubt.matter),
        "rule": doubt.rule,
        "why": doubt.why,
        "score": doubt.score,
        **_spot(doubt.spot),
        "speaker": doubt.speaker,
        "other": doubt.other,
        "cut": [doubt.cut.start, doubt.cut.end] if doubt.cut is not None else None,
        "second": _spot(doubt.second) if doubt.second else None,
    }


def ruling_row(one: Ruling) -> dict[str, Any]:
    """A ruling for programs."""
    return {
        "id": one.id,
        "ruling": str(one.kind),
        "about": str(one.matter),
        **_spot(one.spot),
        "speaker": one.speaker,
        "other": one.other,
        "cut": [one.cut.start, one.cut.end] if one.cut is not None else None,
        "second": _spot(one.second) if one.second else None,
        "by": one.by,
        "at": one.at,
        "note": one.note,
        "taken_back": one.taken_back,
    }


def _spot(spot: Spot) -> dict[str, Any]:
    spans = [[span.start, span.end] for span in spot.spans]
    return {"document": spot.document, "spans": spans, "words": spot.words}
