"""Quotations held against the record, for an agent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from onrecord import answers, checking
from onrecord.answers.shapes import place
from onrecord.answers.wording import FLAGS, KINDS, MEANINGS, SEVERITIES, meaning, searched
from onrecord.errors import InputError
from onrecord.languages import recognise, supported
from onrecord.mcp.citing import cite
from onrecord.mcp.failing import CursorError, TooLargeError
from onrecord.mcp.paging import cursor_to, fitted, ground_of, place_in, size_of
from onrecord.mcp.shapes import QuoteChecked, TextChecked, UncheckedAnswer
from onrecord.mcp.wording import ADVICE, CUT, REPORT, WITHHELD
from onrecord.model import Against, Edit, Finding, Outcome, Span, Statement
from onrecord.model.statements import WITHHELD as STANCES
from onrecord.pipeline import extract
from onrecord.stores import Store
from onrecord.text import quotations

LONGEST_QUOTE = 10_000
"""Code points of a quotation that is checked; a longer one is no quotation but a text."""
LONGEST_TEXT = 1_000_000
_AROUND = 400
_BEGINNING = 120
_HEAD = 1_200
"""Characters of a page that are kept for its summary and counts."""
_NAMED = 20
_PRINTABLE = frozenset({Outcome.VERBATIM, Outcome.EDITED})
_NOBODY = "nobody is named who said them; check them with check_quote if you know who did"
_NO_RULES = "the language of this text is not one that has rules; check them with check_quote"
_TOO_LONG = "too long for a quotation"

Quoted = tuple[Span, Statement]


def check_quote(
    quote: str, store: Store, *, speaker: str = "", date: str = "", leave_out: str = ""
) -> QuoteChecked:
    """What the record says of one quotation; errors as of `checking.check`."""
    if len(quote) > LONGEST_QUOTE:
        raise TooLargeError(
            f"a quotation of {len(quote):,} characters; the longest that is checked has "
            f"{LONGEST_QUOTE:,}; use check_text for a text"
        )
    found = checking.check(quote, store, speaker=speaker, date=date, leave_out=leave_out)
    words = tuple(found.record.split(" … "))
    citation = None
    if found.document and found.spans:
        citation = cite(store, found.document, found.spans, words=words, who=found.speaker)
    return QuoteChecked(
        summary=summary_of(found),
        advice=advice_for(found),
        around=_around(found, store),
        citation=citation,
        finding=answers.finding(found),
    )


def check_text(
    text: str, store: Store, *, date: str = "", cursor: str = "", room: int
) -> TextChecked:
    """The findings of the quotations of a text that fit in `room` characters, from a cursor on.

    Only what is on this page is checked; words in quotation marks that are given to nobody come
    behind all others. `TooLargeError` for a text that is too long.
    """
    _refuse(text)
    ground = ground_of("check_text", text, date)
    start = place_in(cursor, ground)
    language = recognise(text)
    known = language if supported(language) else "en"
    quoted = checking.quoted(text, extract(text, language=known), known)
    short = [one for one in quoted if len(one[0]) <= LONGEST_QUOTE]
    others = _others(text, [span for span, _ in short], known)
    if start and start >= len(short) + len(others):
        raise CursorError("there is nothing behind this cursor; begin again without one")
    found = fitted(
        chain(
            _checked(text, short[start:], store, first=start + 1, date=date),
            _unchecked(text, others[max(0, start - len(short)) :], known=supported(language)),
        ),
        room - _HEAD,
        size_of,
    )
    findings = tuple(one for one in found if isinstance(one, answers.FindingAnswer))
    behind = start + len(found)
    return TextChecked(
        summary=_sum(findings, len(short), len(others)),
        quotations=len(short),
        others=len(others),
        first=start + 1 if findings else 0,
        findings=findings,
        unchecked=tuple(one for one in found if isinstance(one, UncheckedAnswer)),
        next_cursor=cursor_to(behind, ground) if behind < len(short) + len(others) else "",
    )


def _refuse(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise TooLargeError(
            f"a text of {len(text):,} characters; the longest that is checked has "
            f"{LONGEST_TEXT:,}; give it in pieces"
        )
    if not text.strip():
        raise InputError("there is no text to check")


def _checked(
    text: str, quoted: Sequence[Quoted], store: Store, *, first: int, date: str
) -> Iterator[answers.FindingAnswer]:
    for number, (span, statement) in enumerate(quoted, start=first):
        found = checking.check(span.of(text), store, speaker=statement.speaker, date=date)
        yield answers.finding(found, id=str(number), at=place(span))


def _others(text: str, checked: Sequence[Span], language: str) -> list[Span]:
    """Words in quotation marks that no statement has: nobody is said to have said them."""
    regions = [one.inner for one in quotations(text, language).regions if not one.depth]
    others, following = [], 0
    for region in sorted(regions):
        while following < len(checked) and checked[following].end <= region.start:
            following += 1
        met = following < len(checked) and checked[following].meets(region)
        if not met and any(c.isalnum() for c in region.of(text)):
            others.append(region)
    return others


def _unchecked(text: str, others: Sequence[Span], *, known: bool) -> Iterator[UncheckedAnswer]:
    for span in others:
        words = _one_line(span.of(text[: span.start + 4 * _BEGINNING]))
        cut = len(words) > _BEGINNING or span.end > span.start + 4 * _BEGINNING
        yield UncheckedAnswer(
            quotation=place(span),
            words=f"{words[:_BEGINNING]}…" if cut else words,
            why=_TOO_LONG if len(span) > LONGEST_QUOTE else _NOBODY if known else _NO_RULES,
        )


def _sum(found: Sequence[answers.FindingAnswer], total: int, others: int) -> str:
    """How many of what, and which of them an agent must not print as they are."""
    told = [f"{total} quotations of this text are given to a speaker."]
    if found:
        counts = Counter(one.finding for one in found)
        counted = ", ".join(f"{many} {finding}" for finding, many in counts.items())
        told.append(f"Found on this page: {counted}.")
    wrong = [one.id for one in found if one.finding not in _PRINTABLE]
    if wrong:
        more = f" and {len(wrong) - _NAMED} more" if len(wrong) > _NAMED else ""
        told.append(f"Not to be printed as they are: number {', '.join(wrong[:_NAMED])}{more}.")
    if others:
        told.append(f"{others} more in quotation marks are not checked: see `unchecked`.")
    return " ".join(told)


def summary_of(found: Finding) -> str:
    """A finding in a few sentences."""
    told = [f"{found.outcome.value}: {meaning(found)}."]
    if found.record:
        who = found.speaker or "somebody not named"
        day = f", {found.dating}" if found.dating else ""
        kind = "record" if found.against is Against.RECORD else "report"
        told.append(f"The {kind} has: “{_one_line(found.record)}” ({who}{day}).")
    told += [_edit(edit) for edit in found.edits[:10]]
    told += [f"Also {one.value}: {MEANINGS[one]}." for one in found.also]
    told += [f"Flag {flag}: {FLAGS[flag]}." for flag in found.flags if flag in FLAGS]
    told.append(searched(found.coverage))
    return " ".join(told)


def advice_for(found: Finding) -> str:
    """What a finding lets an agent write."""
    told = [ADVICE[found.outcome]]
    if found.against is Against.REPORT:
        told.append(REPORT)
    if STANCES.intersection(found.flags):
        told.append(WITHHELD)
    if "out_of_context" in found.flags:
        told.append(CUT)
    return " ".join(told)


def _edit(edit: Edit) -> str:
    before = f"“{_one_line(edit.record)}”" if edit.record.strip() else "nothing"
    after = f"“{_one_line(edit.quote)}”" if edit.quote.strip() else "nothing"
    return (
        f"{KINDS[edit.kind].capitalize()}: {before} became {after} ({SEVERITIES[edit.severity]})."
    )


def _around(found: Finding, store: Store) -> str:
    """The words around the record's, which stand between brackets that no text has."""
    if not (found.context and found.spans):
        return ""
    text = store.load(found.document).document.text
    inside = [span for span in found.spans if found.context.holds(span)]
    if not inside:
        return ""
    start = max(found.context.start, inside[0].start - _AROUND)
    end = min(found.context.end, inside[-1].end + _AROUND)
    pieces, at = [], start
    for span in inside:
        pieces += [text[at : span.start], f"⟦{span.of(text)}⟧"]
        at = span.end
    return _one_line("".join([*pieces, text[at:end]]))


def _one_line(words: str) -> str:
    return " ".join(words.split())
