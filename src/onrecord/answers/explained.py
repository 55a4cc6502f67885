"""The findings explained to a reader who is no programmer; each with an example that is checked.

The examples are from the sample corpus, a made-up process between made-up countries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model import Outcome


@dataclass(frozen=True, slots=True)
class Explained:
    """What a finding says in plain words, what it does not say, and what one does with it.

    `quote` is an example by `speaker` on `date`; `record` is what is held of it, "" where nothing
    is.
    """

    plain: str
    beware: str
    advice: str
    quote: str
    speaker: str
    date: str
    record: str = ""


EXPLAINED: Mapping[Outcome, Explained] = {
    Outcome.VERBATIM: Explained(
        "The record held has these words, in this order. Only what typography does to words is"
        " different: the kind of quotation marks, a capital at the beginning, the stop at the end.",
        "It says that the words were spoken, not that they are true, nor that nothing around them"
        " matters: read the turn that they stand in.",
        "Quote it, and cite the place.",
        "It is too early to name a date. Presidents meet when ministers have done their homework.",
        "Andrey Tolvarin",
        "2023-02-16",
        "It is too early to name a date. Presidents meet when ministers have done their homework.",
    ),
    Outcome.EDITED: Explained(
        "The words were tidied as editors may tidy them: a filler left out, words in brackets put"
        " in, an ellipsis where something was skipped, another spelling, a number in another form.",
        "Stylebooks differ in what they allow; the finding names those that allow all of it.",
        "Fit to print where your stylebook is among them.",
        "We’re going to help with the gauges, and we’re going to help with the mines.",
        "Caspar Ostrick",
        "2023-02-21",
        "We’re going to, uh, help with the gauges, and we’re going to help with, you know, the"
        " mines.",
    ),
    Outcome.TRIMMED: Explained(
        "Words were left out and no mark shows it. Where a condition or a denial was cut off that"
        " governed the rest, the finding says “out of context” and shows what was cut.",
        "Some trims change nothing, others turn the sense round. Read what was cut.",
        "Put the words back, or mark the gap.",
        "We shall leave the trial and say so publicly.",
        "Mirelle Osgarth",
        "2023-03-29",
        "If the gauges show less than 36 cubic metres a second for ten days in a row, we shall"
        " leave the trial and say so publicly.",
    ),
    Outcome.ALTERED: Explained(
        "Words are not those of the record. Each change has a type: a number, a denial, a name, a"
        " modal verb (may, will, must), a tense, or other wording.",
        "A change of a number, a denial or a name is never passed off as a small one. It may still"
        " be a slip of the pen; the finding says what changed, not why.",
        "Correct it from the record.",
        "Our engineers found 381 mines there last autumn,",
        "Andrey Tolvarin",
        "2023-02-16",
        "Our engineers found 318 mines there last autumn.",
    ),
    Outcome.SPLICED: Explained(
        "Two or more stretches that do not stand together, in two answers for instance, were made"
        " into one quotation, or their order was turned round.",
        "Each piece may be word for word; what is wrong is that they look like one breath.",
        "Quote the pieces apart, or mark the gap.",
        "We see no reason to change what works. It is too early to name a date.",
        "Andrey Tolvarin",
        "2023-02-16",
        "We see no reason to change what works. … It is too early to name a date.",
    ),
    Outcome.PROMOTED: Explained(
        "A reporter's own words for what somebody said stand in quotation marks here, as if the"
        " speaker had used them. The first report held has them without marks.",
        "The sense may be right. The words are not known to be the speaker's.",
        "Take the marks away, or find the record.",
        "could not survive another summer without a guaranteed flow.",
        "Mirelle Osgarth",
        "2023-02-16",
        "the delta could not survive another summer without a guaranteed flow",
    ),
    Outcome.MISATTRIBUTED: Explained(
        "These words are on record from somebody else than the person named. Often they are a"
        " journalist's question that was given to whoever answered.",
        "It says who is on record with them among the documents held. The person named may have"
        " said the like elsewhere.",
        "Name who said it.",
        "The Ossimere process has become a theatre in which the upstream side writes every line,",
        "Andrey Tolvarin",
        "2023-02-16",
        "the Ossimere process has become a theatre in which the upstream side writes every line",
    ),
    Outcome.PARAPHRASE: Explained(
        "Nobody is on record with these words, but the same speaker said something of the same"
        " meaning on the same occasion; the place is shown.",
        "Likeness of meaning is judged by a program, and about one untrue sentence in ten is taken"
        " for a paraphrase: compare the two yourself. Where speech was translated, this is often"
        " another translation of the same words, which is no misquotation.",
        "Quote the record instead, or write it without marks.",
        "Monitors may visit each of our twelve pumping stations daily, even on holidays.",
        "Mirelle Osgarth",
        "2023-03-02",
        "Norvessia will open all twelve pumping stations on the lower canal to the monitors from"
        " 20 March. Not some of them, and not on some days. All twelve, every day, including"
        " holidays.",
    ),
    Outcome.NOT_IN_RECORD: Explained(
        "A transcript of that speaker on that day is held, and it has nothing like these words.",
        "It is not the same as “never said”: there may have been another occasion that day, the"
        " transcript may leave something out, the date may be wrong.",
        "Ask where and when it was said. Do not call it made up on this ground alone.",
        "Not one drop will cross the line until every prisoner is back in his own kitchen.",
        "Andrey Tolvarin",
        "2023-02-16",
    ),
    Outcome.RECORD_NOT_HELD: Explained(
        "No transcript is held of that speaker at that time, so nothing can be said either way.",
        "It says something about the documents held and nothing about the quotation.",
        "Find the record and add it; then check again.",
        "Nobody ever drowned in a conference room.",
        "Andrey Tolvarin",
        "2023-04-05",
    ),
}
"""From the best to the least that can be found."""
