"""Both sides of a finding, cut where they differ."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Coverage, Edit, EditKind, Finding, Outcome, Span
from onrecord.web.laying_out import lay_out

RECORD = "They said: we will open four gates in May, not in June. Then they left."


def finding(quote: str, *edits: Edit, spans: tuple[Span, ...] = ()) -> Finding:
    return Finding(
        Outcome.ALTERED,
        quote,
        Coverage(held=True),
        edits=edits,
        spans=spans,
        context=Span(11, len(RECORD)),
        document="d",
    )


def edit(kind: EditKind, quote: Span, record: Span, of: str) -> Edit:
    return Edit(kind, quote.of(of), record.of(RECORD), quote, record)


def test_a_changed_number_is_marked_on_both_sides() -> None:
    quote = "we will open five gates in May"
    number = edit(EditKind.NUMBER, Span(13, 17), Span(24, 28), quote)
    laid = lay_out(finding(quote, number, spans=(Span(11, 41),)), RECORD)
    assert [(one.words, one.edit) for one in laid.quote] == [
        ("we will open ", None),
        ("five", number),
        (" gates in May", None),
    ]
    assert [one.words for one in laid.record[0]] == ["we will open ", "four", " gates in May"]


def test_words_that_were_left_out_are_marked_in_the_record_alone() -> None:
    quote = "we will open four gates in June"
    gone = edit(EditKind.OMISSION, Span(27, 27), Span(38, 50), quote)
    laid = lay_out(finding(quote, gone, spans=(Span(11, 54),)), RECORD)
    assert [one.words for one in laid.quote] == [quote]
    assert [one.words for one in laid.record[0] if one.edit] == [gone.record]


def test_the_turn_around_it_has_the_words_marked() -> None:
    laid = lay_out(finding("four gates", spans=(Span(24, 34),)), RECORD)
    assert "".join(one.words for one in laid.around) == RECORD[11:]
    assert [one.words for one in laid.around if one.held] == ["four gates"]
    assert not laid.before
    assert not laid.after


def test_a_long_turn_is_cut_between_words() -> None:
    text = "weir " * 500 + "four gates" + " lock" * 500
    held = Span(2500, 2510)
    found = Finding(
        Outcome.VERBATIM,
        "four gates",
        Coverage(held=True),
        spans=(held,),
        context=Span(0, len(text)),
        document="d",
    )
    laid = lay_out(found, text)
    assert laid.before
    assert laid.after
    assert laid.around[0].words.startswith("weir ")
    assert laid.around[-1].words.endswith(" lock")
    assert sum(len(one.words) for one in laid.around) < 1_000


def test_without_a_record_there_is_one_side() -> None:
    laid = lay_out(Finding(Outcome.RECORD_NOT_HELD, "four gates", Coverage(held=False)))
    assert (laid.record, laid.around) == ((), ())
    assert laid.quote[0].words == "four gates"


@given(st.text(max_size=60), st.data())
def test_segments_joined_are_the_words_they_were_cut_from(quote: str, data: st.DataObject) -> None:
    def span(limit: int) -> Span:
        start = data.draw(st.integers(0, limit))
        return Span(start, data.draw(st.integers(start, limit)))

    edits = [
        Edit(EditKind.WORDING, "x", "y", span(len(quote)), span(len(RECORD))) for _ in range(4)
    ]
    spans = (span(len(RECORD)),)
    laid = lay_out(finding(quote, *edits, spans=spans), RECORD)
    assert "".join(one.words for one in laid.quote) == quote
    assert ["".join(one.words for one in piece) for piece in laid.record] == [spans[0].of(RECORD)]
