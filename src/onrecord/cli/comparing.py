"""`onrecord compare`: a story against its sources, quotation by quotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.answers.wording import MEANINGS
from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.findings import COLOURS
from onrecord.cli.shown import json_line, one_line
from onrecord.cli.travelling import KEPT, called, chain, way, way_lines
from onrecord.model import Outcome

if TYPE_CHECKING:
    from onrecord.stores import Store
    from onrecord.tracing import Compared, Comparison


@click.command("compare")
@click.argument("story", metavar="STORY")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--json", "as_json", is_flag=True, help="JSON, one line a quotation.")
@database_option
def compare(
    story: str, sources: tuple[str, ...], database: Database | None, *, as_json: bool
) -> None:
    """Set a story against its sources, hop by hop.

    Each quotation of the STORY is held against the SOURCEs alone, records and reports: which of
    them has it from whom, and at which hop each change came in. All are documents held, by their
    id, URL, path or file name.
    """
    from onrecord.answers import compared, plain
    from onrecord.tracing import compare as compare_story

    with open_database(database) as store:
        found = compare_story(story, sources, store)
        if as_json:
            for number, one in enumerate(found.quotations, start=1):
                click.echo(json_line(plain(compared(one, id=str(number)))))
            return
        for line in (*_head(found, store), *_body(found)):
            click.echo(line)


def _head(found: Comparison, store: Store) -> Iterator[str]:
    yield click.style(_named(found.story.document.id, store), bold=True)
    for source in found.sources:
        yield f"  against {_named(source, store)}"
    yield ""


def _named(document: str, store: Store) -> str:
    line = store.listed(document)
    facts = (line.kind, line.publisher, line.dated)
    title = one_line(line.title) or Path(line.path).name
    return f"{document}  {', '.join(one_line(fact) for fact in facts if fact)}: {title}"


def _body(found: Comparison) -> Iterator[str]:
    for number, one in enumerate(found.quotations, start=1):
        yield from _quotation(number, one)
        yield ""
    counts = Counter(one.finding.outcome.value for one in found.quotations)
    told = ", ".join(f"{n} {outcome}" for outcome, n in counts.items())
    yield f"{len(found.quotations)} quotations compared" + (f": {told}" if told else "")
    for place, outcomes in _changes(found).items():
        yield f"came in at {place}: " + ", ".join(f"{n} {what}" for what, n in outcomes.items())


def _changes(found: Comparison) -> dict[str, Counter[str]]:
    """What came in at each rendering's document, by its name: every change counted once."""
    seen: set[tuple[str, int, Outcome]] = set()
    counts: dict[str, Counter[str]] = {}
    for one in found.quotations:
        for number in way(one.utterance, one.place):
            hop, rendering = one.utterance.hop_to(number), one.utterance.renderings[number]
            for outcome in hop.outcomes if hop else ():
                key = (rendering.document, rendering.spans[0].start, outcome)
                if outcome not in KEPT and key not in seen:
                    seen.add(key)
                    counts.setdefault(called(rendering), Counter())[outcome.value] += 1
    return counts


def _quotation(number: int, one: Compared) -> Iterator[str]:
    finding = one.finding
    all_ = (finding.outcome, *finding.also)
    outcome = click.style(
        ", ".join(all_).upper(), fg=COLOURS.get(finding.outcome, "red"), bold=True
    )
    place = f"{one.quotation.start}-{one.quotation.end}"
    yield click.style(f"{number}. at {place}  ", bold=True) + (
        f"{outcome}: {MEANINGS[finding.outcome]}"
    )
    if not finding.document:
        yield f"  “{one_line(finding.quote)}”"
        yield f"  none of these documents has the words; {one_line(finding.coverage.why)}"
        return
    flags = f"  ({', '.join(finding.flags)})" if finding.flags else ""
    yield f"  {chain(one.utterance, one.place)}, held against a {finding.against}{flags}"
    yield from way_lines(one.utterance, way(one.utterance, one.place))
