"""`onrecord renderings`: the utterances that several documents have, and how each travelled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.shown import json_line, one_line
from onrecord.cli.travelling import called, way_lines
from onrecord.cli.watching import progress
from onrecord.model import Rendering, Utterance


@click.command("renderings")
@click.option("--document", default="", metavar="ID", help="Only what this document renders.")
@click.option("--quote", default="", metavar="TEXT", help="Only what has these words.")
@click.option("--json", "as_json", is_flag=True, help="JSON, one line an utterance.")
@database_option
def renderings(database: Database | None, *, document: str, quote: str, as_json: bool) -> None:
    """Group the renderings of each utterance, and trace them.

    An utterance is what several documents have in the same or nearly the same words: the record of
    it, where one is held, and the reports, in order. For each it is told where it has the words
    from, what that rests on, and which changes came in there. Copies are no sources: of these there
    are as many as are shown not to have it from each other, and may be as many as are not known to.
    """
    from onrecord.answers import plain, utterance
    from onrecord.tracing import renderings as find

    with open_database(database) as store:
        with progress() as watch:
            found = find(store, document=document, quote=quote, progress=watch)
        for number, one in enumerate(found, start=1):
            if as_json:
                click.echo(json_line(plain(utterance(one, id=str(number)))))
            else:
                _tell(number, one)
        if not as_json:
            click.echo(_sum(found))


def _tell(number: int, one: Utterance) -> None:
    first = one.renderings[0]
    who = one_line(first.passage.speaker) or "nobody named"
    words = one_line(first.words)
    shown = words if len(words) <= 60 else f"{words[:60]}…"
    click.secho(f"{number}. {who}: “{shown}”", bold=True)
    for line in (*way_lines(one, range(len(one.renderings))), *_again(one), _sources(one)):
        click.echo(line)
    click.echo()


def _again(one: Utterance) -> Iterator[str]:
    for other in one.again:
        yield f"  see too  {_place(other)}"


def _place(one: Rendering) -> str:
    spans = ",".join(f"{span.start}-{span.end}" for span in one.spans)
    who = one_line(one.passage.speaker) or "nobody named"
    return f"{called(one)}  {who}  {one.dated or 'no date'}  {one.document}@{spans}"


def _sources(one: Utterance) -> str:
    reports = len({r.document for r in one.renderings if not r.record})
    many = str(one.least) if one.least == one.most else f"{one.least} to {one.most}"
    return f"  {_counted(reports, 'report')}, {many} of them independent"


def _sum(found: Sequence[Utterance]) -> str:
    held = sum(1 for one in found if one.record is not None)
    return f"{_counted(len(found), 'utterance')}, {held} with a record"


def _counted(many: int, what: str) -> str:
    return f"{many} {what}{'' if many == 1 else 's'}"
