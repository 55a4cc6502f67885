"""`onrecord search`: statements and sentences by their words, as rows or in context."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.house import tell
from onrecord.cli.saying import CSV, TABLE, format_option, read_day, row_of
from onrecord.cli.shown import tell_rows
from onrecord.model import Kind, Manner, Outcome, Quotation, Stance

if TYPE_CHECKING:
    from onrecord.searching import Aligned, Answer, Filters, Sifted
    from onrecord.stores import Store

_SENTENCES = ("document", "date", "kind", "speaker", "words")
_SENTENCES_CSV = (
    *("id", "document", "date", "publisher", "title", "kind", "speaker", "via", "start", "end"),
    "words",
)
_LINES = ("left", "match", "right", "speaker", "date", "document")
_LINES_CSV = (*_LINES, "publisher", "title", "start", "end")


def _of(
    name: str, kind: type[StrEnum], help_: str
) -> Callable[[click.decorators.FC], click.decorators.FC]:
    choice = click.Choice([one.value for one in kind])
    return click.option(name, type=choice, metavar=name[2:].upper(), help=help_)


@click.command("search")
@click.argument("query", nargs=-1)
@click.option(
    "--in",
    "unit",
    type=click.Choice(["statements", "sentences"]),
    default="statements",
    show_default=True,
    help="What to search: attributed statements, or all that documents say.",
)
@click.option("--speaker", default="", help="Whose; Sergei is Sergey, a surname fits its bearers.")
@click.option("--publisher", default="", help="Put out by; a piece of the name will do.")
@_of("--kind", Quotation, "direct, indirect or mixed.")
@_of("--genre", Kind, "Of a transcript, a story or an other document.")
@_of("--stance", Stance, "asserted, denied, not_said or open.")
@_of("--manner", Manner, "speech, writing, thought or intention.")
@_of("--finding", Outcome, "What a check finds, of the first 100 hits in quotation marks.")
@click.option("--process", default="", help="In documents of a process: a name, or NAME.toml.")
@click.option("--from", "since", default="", metavar="EDTF", help="Of this day, month, year on.")
@click.option("--until", default="", metavar="EDTF", help="Up to this day, month or year.")
@click.option(
    "--order", type=click.Choice(["best", "newest", "oldest"]), default="best", show_default=True
)
@click.option("--kwic", is_flag=True, help="Every match in the middle of a line of its own.")
@click.option(
    "--sort",
    type=click.Choice(["rank", "left", "right"]),
    default="rank",
    show_default=True,
    help="The order of these lines: by words before or after the match.",
)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000))
@click.option("--cursor", default="", help="Go on where a search before ended.")
@format_option
@database_option
def search(database: Database | None, **given: Any) -> None:  # noqa: ANN401
    """Search statements, or all sentences, best first.

    All words must occur, "a phrase" side by side, -words not at all. Without words the filters
    alone say what is listed.
    """
    with open_database(database) as store:
        sifted = _sift(store, given)
        if given["kwic"]:
            _tell_lines(sifted, store, given)
        else:
            _tell_rows(sifted, given)
    if sifted.any_word and sifted.total:
        tell("nothing has all of these words; these have any of them")
    if sifted.cursor and given["form"] == "table":
        more = "more than " if sifted.more else ""
        shown = sifted.place + len(sifted.answers)
        tell(f"{shown} of {more}{sifted.total:,}; the next with --cursor {sifted.cursor}")


def _sift(store: Store, given: dict[str, Any]) -> Sifted:
    from onrecord.searching import sift
    from onrecord.stores import Order

    typed = _typed(given["query"])
    filters = _filters(given)
    if given["process"]:
        from onrecord.dossiers import choose_among, find

        hits = sift(typed, store, filters, limit=1, said=given["kwic"]).documents
        belonging = choose_among(hits, store, find(given["process"]))
        filters = replace(filters, documents=belonging.documents)
    return sift(
        typed,
        store,
        filters,
        limit=given["limit"],
        cursor=given["cursor"],
        order=Order(given["order"]),
        said=given["kwic"],
    )


def _typed(query: tuple[str, ...]) -> str:
    """The query: a shell takes quotation marks away; several words in one argument are a phrase."""
    if len(query) == 1:
        return query[0]
    return " ".join(f'"{one}"' if " " in one else one for one in query)


def _filters(given: dict[str, Any]) -> Filters:
    from onrecord.searching import Filters
    from onrecord.stores import Unit

    first, last = read_day(given["since"]), read_day(given["until"])
    return Filters(
        unit=Unit.PASSAGE if given["unit"] == "sentences" else Unit.STATEMENT,
        speaker=given["speaker"],
        publisher=given["publisher"],
        quotation=Quotation(given["kind"]) if given["kind"] else None,
        form=Kind(given["genre"]) if given["genre"] else None,
        manner=Manner(given["manner"]) if given["manner"] else None,
        stance=Stance(given["stance"]) if given["stance"] else None,
        finding=Outcome(given["finding"]) if given["finding"] else None,
        earliest=first.earliest if first else None,
        latest=last.latest if last else None,
    )


def _tell_rows(sifted: Sifted, given: dict[str, Any]) -> None:
    csv = given["form"] == "csv"
    if given["unit"] == "statements":
        found = (answer.found for answer in sifted.answers)
        tell_rows((row_of(one) for one in found if one), given["form"], CSV if csv else TABLE)
    else:
        rows = (_sentence(answer) for answer in sifted.answers)
        tell_rows(rows, given["form"], _SENTENCES_CSV if csv else _SENTENCES)


def _sentence(answer: Answer) -> dict[str, object]:
    """A sentence as a line for programs; offsets are of the document, half-open."""
    return {
        "id": answer.number,
        **_place(answer),
        "kind": answer.kind,
        "via": list(answer.via),
        "start": answer.span.start,
        "end": answer.span.end,
        "words": answer.words,
        "marks": [[mark.start, mark.end] for mark in answer.marks],
    }


def _place(answer: Answer) -> dict[str, object]:
    return {
        "document": answer.document,
        "date": answer.dated,
        "publisher": answer.publisher,
        "title": answer.title,
        "speaker": answer.speaker,
    }


def _tell_lines(sifted: Sifted, store: Store, given: dict[str, Any]) -> None:
    """Lines in context; in a table for people the matches stand in one column."""
    from onrecord.searching import By, align

    width = 60 if given["form"] != "table" else 40
    lines = align(sifted.answers, store, by=By(given["sort"]), width=width)
    rows: Iterable[dict[str, object]] = map(_line, lines)
    if given["form"] == "table":
        _tell_aligned(rows)
        return
    tell_rows(rows, given["form"], _LINES_CSV if given["form"] == "csv" else _LINES)


def _line(line: Aligned) -> dict[str, object]:
    return {
        "left": line.left.strip(),
        "match": line.match,
        "right": line.right.strip(),
        "start": line.span.start,
        "end": line.span.end,
        **_place(line.answer),
    }


def _tell_aligned(rows: Iterable[dict[str, object]]) -> None:
    from rich.cells import cell_len, set_cell_size

    from onrecord.cli.shown import one_line

    held = [{name: one_line(str(row[name])) for name in _LINES} for row in rows]
    left, right = (max((cell_len(r[n]) for r in held), default=0) for n in ("left", "right"))
    for row in held:
        before = " " * (left - cell_len(row["left"])) + row["left"]
        match = click.style(row["match"], bold=True)
        after = set_cell_size(row["right"], right)
        where = "  ".join(row[name] for name in ("speaker", "date", "document") if row[name])
        click.echo(f"{before} {match} {after}  {where}")
