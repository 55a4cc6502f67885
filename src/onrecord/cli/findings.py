"""A finding for a person: what was found, every difference with marks, where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from onrecord.answers.wording import CUTS, KINDS, SEVERITIES, meaning, proof_words, searched
from onrecord.cli.shown import clean, one_line
from onrecord.model import Edit, Finding, Outcome, Severity, Span

if TYPE_CHECKING:
    from onrecord.checking import Stylebook

COLOURS = {
    Outcome.VERBATIM: "green",
    Outcome.EDITED: "green",
    Outcome.PARAPHRASE: "cyan",
    Outcome.RECORD_NOT_HELD: "blue",
    Outcome.TRIMMED: "yellow",
}
_AROUND = 300
_SHOWN = 5
_SHORT = 12


def finding_lines(
    finding: Finding, text: str = "", *, style: Stylebook | None = None
) -> Iterator[str]:
    """The lines that show a finding; `text` is the document's that holds the record, if any.

    With a `style` they say which edits that stylebook does not allow.
    """
    colour = COLOURS.get(finding.outcome, "red")
    yield click.style(finding.outcome.upper(), fg=colour, bold=True) + (
        f": {meaning(finding)}{_both(finding)}"
    )
    yield _field("quotation", difference(finding.quote, finding.edits))
    if finding.record:
        held = f"held against a {finding.against}" if finding.against else ""
        yield _field("record", f"{_quoted(finding.record)}  {held}".rstrip())
    yield from (f"  {edit_line(edit)}" for edit in finding.edits)
    yield from _cut_lines(finding)
    yield from _style_lines(finding, style)
    yield from _places(finding)
    if finding.context and text:
        yield _field("around it", around(text, finding.context, finding.spans))
    yield from _others(finding)
    yield _field("searched", one_line(searched(finding.coverage)))
    if finding.proof:
        yield _field("proof", proof_words(finding.proof))


def difference(quote: str, edits: Sequence[Edit]) -> str:
    """The quotation with each difference: `[-the record's words-]{+the quotation's words+}`."""
    pieces: list[str] = []
    place = 0
    for edit in sorted(edits, key=lambda e: e.quote_span):
        span = edit.quote_span
        if span.start < place:
            continue  # it lies inside one that is shown already; the list below has it
        pieces += [quote[place : span.start], _change(edit, quote)]
        place = span.end
    return _squeezed("".join([*pieces, quote[place:]]))


def _change(edit: Edit, quote: str) -> str:
    span = edit.quote_span
    gone = click.style(f"[-{clean(edit.record)}-]", fg="red") if edit.record else ""
    come = click.style(f"{{+{clean(span.of(quote))}+}}", fg="green") if len(span) else ""
    if come or not gone:
        return gone + come
    before = " " if quote[: span.start][-1:].isalnum() else ""
    after = " " if quote[span.end :][:1].isalnum() else ""
    return f"{before}{gone}{after}"


def _squeezed(text: str) -> str:
    """White space as one blank each; escape codes of colours hold none."""
    return " ".join(text.split())


def edit_line(edit: Edit) -> str:
    """One change: its kind, the words on both sides, what it does to the sense."""
    change = f"{_quoted(edit.record) or 'nothing'} became {_quoted(edit.quote) or 'nothing'}"
    marked = ", marked" if edit.marked else ""
    colour = None if edit.severity is Severity.KEPT else "red"
    note = click.style(f"{SEVERITIES[edit.severity]}{marked}", fg=colour)
    return f"{KINDS[edit.kind]:<12} {change}  ({note})"


def _both(finding: Finding) -> str:
    """Who is on record, and who was asked for, where the words are somebody else's."""
    if finding.outcome is not Outcome.MISATTRIBUTED:
        return ""
    asking = "question" in finding.flags
    who = one_line(finding.speaker) or "somebody not named"
    return f": {who}{', asking' if asking else ''}, not {one_line(finding.asked)}"


def _cut_lines(finding: Finding) -> Iterator[str]:
    for cut in finding.cut:
        place = f"{finding.document} {cut.span.start}-{cut.span.end}"
        yield _field("cut", f"{_quoted(_short(cut.words))}  ({CUTS[cut.why]}; {place})")


def _short(words: str) -> str:
    """Words with their middle left out where they are many."""
    found = words.split()
    return words if len(found) <= 2 * _SHORT else " ".join([*found[:_SHORT], "…", *found[-_SHORT:]])


def _style_lines(finding: Finding, style: Stylebook | None) -> Iterator[str]:
    from onrecord.checking import STYLEBOOKS, disallowed

    if finding.outcome is Outcome.EDITED:
        names = ", ".join(finding.allowed_by)
        yield _field("allowed by", names or f"none of {', '.join(b.name for b in STYLEBOOKS)}")
    if style is None or not finding.record:
        return
    if style.name in finding.allowed_by:
        yield _field(style.name, "allows all of it")
        return
    edits = disallowed(finding, style)
    for edit in edits:
        change = f"{_quoted(edit.record) or 'nothing'} became {_quoted(edit.quote) or 'nothing'}"
        yield _field(style.name, f"does not allow {KINDS[edit.kind]}: {change}")
    if not edits:
        yield _field(style.name, f"does not allow a quotation that is {finding.outcome}")


def _quoted(words: str) -> str:
    return f"“{one_line(words)}”" if words.strip() else ""


def _places(finding: Finding) -> Iterator[str]:
    if finding.also:
        yield _field("also", ", ".join(finding.also))
    if finding.flags:
        yield _field("flags", ", ".join(finding.flags))
    if finding.document:
        asked = finding.asked if finding.asked != finding.speaker else ""
        given = f"  (asked for: {one_line(asked)})" if asked else ""
        yield _field("speaker", (one_line(finding.speaker) or "not known") + given)
        yield _field("date", finding.dating or "not known")
        places = ", ".join(f"{span.start}-{span.end}" for span in finding.spans)
        yield _field("document", f"{finding.document} {places}".rstrip())
    if finding.link and not finding.link.startswith(f"{finding.document}@"):
        yield _field("link", one_line(finding.link))


def _others(finding: Finding) -> Iterator[str]:
    for match in finding.others[:_SHOWN]:
        passage = match.passage
        who = one_line(passage.speaker) or "not known"
        words = one_line(passage.text)[:120]
        how = f" ({', '.join(passage.flags)})" if passage.flags else ""
        yield _field("see too", f"{passage.document} {passage.span.start}, {who}{how}: {words}")


def around(text: str, context: Span, spans: Sequence[Span]) -> str:
    """The turn around the record's words, which stand between ⟦ and ⟧, cut where it is long."""
    inside = [span for span in spans if context.holds(span)] or [context]
    first, last = inside[0].start, inside[-1].end
    start, end = max(context.start, first - _AROUND), min(context.end, last + _AROUND)
    pieces, place = [], start
    for span in inside:
        held = click.style(f"⟦{clean(span.of(text))}⟧", bold=True)
        pieces += [clean(text[place : span.start]), held]
        place = span.end
    pieces.append(clean(text[place:end]))
    cut = ("… " if start > context.start else "", " …" if end < context.end else "")
    return f"{cut[0]}{_squeezed(''.join(pieces))}{cut[1]}"


def _field(name: str, value: str) -> str:
    return f"  {name:<12} {value}"
