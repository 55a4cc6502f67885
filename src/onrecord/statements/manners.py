"""Whether a cue says, writes, thinks or means to, and whether it asserts its content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.languages import CueWord, Effect, Manners
from onrecord.languages import language as language_of
from onrecord.model import Attribution, Manner, Quotation, Stance
from onrecord.statements.beside import before_cue, between, opening, sourced
from onrecord.statements.cue_words import Head, head_of, tokens
from onrecord.statements.embedded import embedded
from onrecord.statements.medium import medium
from onrecord.statements.polarity import affirmed, base_of, govern, reverse

_REFUSING = (Effect.DENIES, Effect.OPPOSES, Effect.DISMISSES)
_ASKING = (Effect.ASKS, Effect.REQUESTS)
_LEXICAL = frozenset({*_REFUSING, Effect.DOUBTS, *_ASKING})
_TOPICS = frozenset({"about", "of", "on", "regarding"})


def characterise(
    text: str, attributions: Sequence[Attribution], *, language: str = "en"
) -> tuple[Attribution, ...]:
    """The attributions with manner, stance and hedge, from the words of their cue and beside it.

    Whoever found the cue: verbs, nouns and adjectives are looked up in the language's tables, and
    what is in none of them has no manner. Shallow: what the sentence before says, irony, and an
    opposition ("Vale, not Brann, said") are not seen. Spans stay as they are; a cue inside content
    that is not asserted is not asserted either. The cost goes with the number of attributions.
    """
    data = language_of(language).manners
    return embedded([_characterised(text, one, data) for one in attributions])


@dataclass(slots=True)
class _Case:
    """A cue with the small words before it, its head, and the first words of its content."""

    text: str
    one: Attribution
    data: Manners
    words: list[str]
    content: list[str]
    head: Head | None
    word: CueWord

    @property
    def behind(self) -> list[str]:
        """The words of the cue behind its head."""
        return self.words[self.head.last :] if self.head else []


def _characterised(text: str, one: Attribution, data: Manners) -> Attribution:
    if not one.cue:
        return replace(one, manner=None, stance=Stance.ASSERTED, hedged=False)
    case = _case(text, one, data)
    place = case.head.first if case.head else len(case.words)
    stance, hedged = govern(case.words, (place, case.word), _stated(case), data)
    stance, doubted = sourced(text, one, (stance, case.word, case.head, case.words), data)
    if _is_question(case, stance):
        stance = Stance.OPEN
    return replace(
        one,
        manner=medium(text, one, case.word, case.words, data=data),
        stance=stance,
        hedged=hedged or doubted or _hedges(case),
    )


def _case(text: str, one: Attribution, data: Manners) -> _Case:
    run = before_cue(text, one, data)
    cue = [word for span in one.cue for word in tokens(span.of(text))]
    words, content = [*run, *cue], opening(text, one.content[0])
    head = head_of(words, len(run), data)
    if head and head.word.effect is Effect.WITHHOLDS and content[:1] in (["to"], ["comment"]):
        words, head = _with_content(words, head, content, data)
    word = head.word if head else CueWord(data.bare.get(" ".join(cue)))
    return _Case(text, one, data, words, content, head, word)


def _with_content(
    words: list[str], head: Head, content: list[str], data: Manners
) -> tuple[list[str], Head]:
    """A refusal together with what was refused, where that is to say: "refused" | "to say if"."""
    joined = [*words, *content]
    inner = head_of(joined, len(words), data)
    if inner is None or inner.word.manner is not Manner.SPEECH:
        return words, head
    between_them = joined[len(words) : inner.first]
    near = all(word == "to" or word.endswith("ly") for word in between_them)
    return (joined, inner) if near else (words, head)


def _stated(case: _Case) -> Stance:
    """The stance by the head and what stands behind it, before what governs it is looked at."""
    effect = case.word.effect
    if effect in _LEXICAL and _in_own_words(case):
        return Stance.ASSERTED
    if effect is Effect.DISMISSES and ("as" in case.behind or "as" in case.content):
        return Stance.ASSERTED
    if effect is Effect.REQUESTS and _wants_it_done(case):
        return Stance.ASSERTED
    stance = base_of(case.word)
    return _reversed_behind(case) if stance is Stance.ASSERTED and case.head else stance


def _in_own_words(case: _Case) -> bool:
    """Whether words in marks are what was said in denying or asking, set off from the cue."""
    one = case.one
    if one.quotation is not Quotation.DIRECT:
        return False
    if case.word.effect in _ASKING or one.content[0].start < one.cue[0].start:
        return True
    return between(case.text, one).rstrip().endswith((",", ":"))


def _wants_it_done(case: _Case) -> bool:
    """Whether what is asked is to do something: "asked" | "the board to leave"."""
    opens = [*case.behind, *case.content[:1]]
    return "to" in case.content and case.data.wonders.isdisjoint(opens)


def _reversed_behind(case: _Case) -> Stance:
    """The stance by what is behind the head: "promised not to", "said" | "nothing about"."""
    after = case.behind
    known = (case.data.words.get(word) for word in after)
    if any(word is not None and word.effect in _REFUSING for word in known):
        return Stance.DENIED
    for at, word in enumerate(after):
        if word in case.data.negators and not affirmed(after, at, case.data):
            denied = after[at + 1 : at + 2] == ["to"]
            return Stance.DENIED if denied else reverse(Stance.ASSERTED, case.word)
    nothing = case.content[:1] == ["nothing"] and case.content[1:2] != []
    if nothing and case.content[1] in _TOPICS and case.one.quotation is not Quotation.DIRECT:
        return reverse(Stance.ASSERTED, case.word)
    return Stance.ASSERTED


def _hedges(case: _Case) -> bool:
    """Whether the head itself hedges: "seemed", "reportedly", "is said" | "to have left"."""
    if not case.head:
        return False
    head = case.words[case.head.first]
    if case.word.effect is Effect.SEEMS or head in case.data.hedges:
        return True
    passive = not case.data.passives.isdisjoint(case.words[: case.head.first])
    return passive and head in case.data.reported - {"expected"} and case.content[:1] == ["to"]


def _is_question(case: _Case, stance: Stance) -> bool:
    """Whether the content is a question: "said whether", "did not say" | "if"."""
    if not case.head or case.one.quotation is Quotation.DIRECT:
        return False
    near = [*case.behind, *case.content[:1]]
    if not case.data.questions.isdisjoint(near):
        return True
    return stance is not Stance.ASSERTED and "if" in near and ("if", "not") not in pairwise(near)
