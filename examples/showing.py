"""How the demo shows things: the papers, their speakers, a quotation beside the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.answers.wording import MEANINGS
from onrecord.cli.findings import COLOURS, difference
from onrecord.matching import shared
from onrecord.model import Finding, Outcome, Reading, Span
from onrecord.people import same_name
from onrecord.text import sentences

EXACT = {Outcome.VERBATIM, Outcome.EDITED, Outcome.ALTERED}
"""Of these the quotation with its differences shows the record's words already."""


def papers(readings: Mapping[str, Reading]) -> Table:
    """One line for each document: its kind and why, its day, how much was found in it."""
    table = Table("document", "kind", "day", box=None, pad_edge=False, header_style="bold")
    for column in ("turns", "statements"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("taken for it because")
    for name, reading in readings.items():
        structure = reading.structure
        dating = structure.dating or structure.published
        counts = [str(n or "") for n in (len(structure.turns), len(reading.statements))]
        table.add_row(name, structure.kind, dating.edtf if dating else "", *counts, structure.why)
    return table


def speakers(readings: Sequence[Reading], most: int = 8) -> Text:
    """How many statements are whose, spellings of one name together."""
    counts: Counter[str] = Counter()
    for statement in (s for reading in readings for s in reading.statements):
        known = (name for name in counts if same_name(name, statement.speaker))
        counts[next(known, statement.speaker)] += 1
    nobody = counts.pop("", 0)
    first = ", ".join(f"{name} {count}" for name, count in counts.most_common(most))
    return Text.assemble(
        ("Statements by speaker: ", "bold"), f"{first}; {nobody} by somebody unnamed."
    )


def checked(case: Mapping[str, Any], finding: Finding, readings: Mapping[str, Reading]) -> Group:
    """A planted case: the finding, the quotation with its differences, where the record is."""
    where = f"in {case['document']}" if case["document"] else "pasted"
    asked = Text(f"{case['speaker']}, {case['date']}, {where}", "dim")
    names = {reading.document.id: name for name, reading in readings.items()}
    below = [asked, _quotation(finding), *_record(finding, names, readings)]
    return Group(_heading(finding), *(Padding(line, (0, 0, 0, 4), expand=False) for line in below))


def _heading(finding: Finding) -> Text:
    edits = () if finding.outcome is Outcome.PARAPHRASE else finding.edits
    kinds = dict.fromkeys(edit.kind.value for edit in edits)
    notes = [*(outcome.value for outcome in finding.also), *finding.flags, *kinds]
    colour = COLOURS.get(finding.outcome, "red")
    text = Text.assemble(
        (finding.outcome.upper(), f"bold {colour}"), f": {MEANINGS[finding.outcome]}"
    )
    return text.append(f" ({', '.join(notes)})") if notes else text


def _quotation(finding: Finding) -> Text:
    """The quotation with its differences; too much of a paraphrase or a splice is different."""
    whole = finding.outcome in {Outcome.PARAPHRASE, Outcome.SPLICED}
    words = difference(finding.quote, () if whole else finding.edits)
    return Text.assemble("“", Text.from_ansi(words), "”", style="italic")


def _record(
    finding: Finding, names: Mapping[str, str], readings: Mapping[str, Reading]
) -> list[Text]:
    if not finding.against:
        return [Text(finding.coverage.why)]
    name = names[finding.document]
    who = "a question" if "question" in finding.flags else finding.speaker
    line = Text(f"{finding.against}: {who}, {finding.dating}, {name}")
    if finding.outcome in EXACT:
        return [line]
    return [line, Text(_sentences(finding, readings[name].document.text))]


def _sentences(finding: Finding, text: str) -> str:
    """The record's sentences that the finding stands on; of a paraphrase the one nearest to it."""
    spans = [s for s in sentences(text) if any(s.meets(span) for span in finding.spans)]
    if finding.outcome is Outcome.PARAPHRASE:
        spans = [max(spans, key=lambda span: shared(finding.quote, span.of(text)).share)]
    label = f"{finding.speaker}: "
    return " … ".join(words.removeprefix(label) for words in _joined(spans, text))


def _joined(spans: Sequence[Span], text: str) -> list[str]:
    """Sentences that follow each other as one string each."""
    found: list[str] = []
    last = -1
    for span in spans:
        if found and not text[last : span.start].strip():
            found[-1] += " " + span.of(text)
        else:
            found.append(span.of(text))
        last = span.end
    return found
