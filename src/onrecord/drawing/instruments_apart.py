"""Whether what a phrase says tells an instrument apart from others of its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.drawing.clauses import Clause
from onrecord.drawing.numbers import count_of
from onrecord.drawing.phrases import Phrase
from onrecord.languages import AgreementWords, language
from onrecord.model import Dating, Span


@dataclass(frozen=True, slots=True)
class Instrument:
    """One place of a document that speaks of an instrument, and what it says of it.

    `names` are the words of its name, folded, states and organisations by their short names.
    """

    clause: Clause
    span: Span
    noun: str
    kind: str
    number: str = ""
    names: frozenset[str] = frozenset()
    titled: bool = False
    plural: bool = False
    joint: bool = False
    bare: bool = False
    dating: Dating | None = None
    place: str = ""
    parties: tuple[str, ...] = ()
    basis: str = "noun"
    code: str = "en"

    @property
    def spanned(self) -> Span:
        """Where the phrase stands in the document."""
        return self.span.moved(self.clause.span.start)


def instrument_apart(one: Instrument, phrase: Phrase, text: str, words: AgreementWords) -> bool:
    """Whether a phrase tells an instrument apart from others of its kind."""
    if one.number:
        return True
    indefinite = language(one.code).process.phrases.indefinite
    definite, named = phrase.determiner not in indefinite, bool(one.names)
    match one.kind:
        case "statement":
            counted = count_of(phrase.front, one.code) is not None
            told = (one.joint and (not one.plural or counted)) or (one.titled and named)
        case "decision":
            told = definite and _decided(one, phrase, text, words)
        case "resolution":
            subject = one.span.end > phrase.span.end and _made_before(one, text, words)
            told = not one.plural and ((definite and named) or subject)
        case "plan":
            told = _planned(one, phrase, text, words)
        case "charter":
            told = named
        case "ceasefire":
            told = bool(one.dating) or (named and phrase.noun not in words.states)
        case _:
            told = _contracted(one, phrase, text, words)
    return told


def _contracted(one: Instrument, phrase: Phrase, text: str, words: AgreementWords) -> bool:
    if phrase.noun in words.packages:
        return one.titled
    made = text[phrase.head.end : one.span.end].strip().split(" ")[0] in words.made
    indefinite = phrase.determiner in language(one.code).process.phrases.indefinite
    before = _made_before(one, text, words)
    told = _agreed(one, made=made, before=before, indefinite=indefinite)
    return told or _on_subject(one, phrase, text, words)


def _made_before(one: Instrument, text: str, words: AgreementWords) -> bool:
    """Whether the words just before say that it was made: "has signed an agreement with"."""
    lead = text[max(0, one.span.start - 30) : one.span.start].casefold().split()[-2:]
    return any(word in words.made for word in lead)


def _on_subject(one: Instrument, phrase: Phrase, text: str, words: AgreementWords) -> bool:
    """An agreement on something that is said to have been made, or that "the" makes known."""
    if one.plural or phrase.kind not in words.on_subjects or one.span.end <= phrase.span.end:
        return False
    before = text[max(0, phrase.span.start - 60) : phrase.span.start].casefold()
    known = phrase.determiner in language(one.code).process.phrases.definite
    return known or any(f"{word} " in before for word in words.made)


def _planned(one: Instrument, phrase: Phrase, text: str, words: AgreementWords) -> bool:
    """A plan with a name, one that was made, or one for named years."""
    after = text[phrase.head.end : one.span.end].strip()
    made = after.split(" ")[0] in words.made and bool(one.names or one.dating)
    if made or _for_years(text, phrase, words):
        return True
    if one.titled and _domestic(one, phrase, text, words):
        return False
    return one.titled and bool(one.names or after) and phrase.noun not in words.unnamed


def _domestic(one: Instrument, phrase: Phrase, text: str, words: AgreementWords) -> bool:
    """Whether a plan bears one state's name, and nobody is said to have signed or adopted it."""
    adjectives = language(one.code).actors.adjectives
    states = {adjectives[token.low] for token in phrase.front if token.low in adjectives}
    if len(states) != 1 or len(one.parties) > 1 or one.joint:
        return False
    around = text[max(0, one.span.start - 60) : one.span.end + 60].casefold()
    return not any(re.search(rf"\b{word}\b", around) for word in words.made)


def _for_years(text: str, phrase: Phrase, words: AgreementWords) -> bool:
    """A programme that is for named years ("for 2018-2023")."""
    behind = re.split(r"[.,;:]", text[phrase.head.end : phrase.head.end + 90])[0]
    return bool(re.search(words.for_years, behind))


def _agreed(one: Instrument, *, made: bool, before: bool, indefinite: bool) -> bool:
    """Whether an agreement, memorandum or treaty is told apart from others."""
    if made:
        return bool(one.dating or one.place or one.names)
    if indefinite and not one.dating and not one.titled:
        return len(one.parties) > 1 or (before and bool(one.parties))
    if one.bare and not one.names:
        return False
    return bool(one.names or (one.dating and not one.titled))


def _decided(one: Instrument, phrase: Phrase, text: str, words: AgreementWords) -> bool:
    """A decision of somebody named, or of a meeting, to do something."""
    behind = text[phrase.head.end : phrase.head.end + 40].split()
    if behind and behind[0].casefold() in words.tasks:
        own = phrase.determiner in language(one.code).process.phrases.possessives
        return bool(one.names or one.parties) and not own
    made = bool(behind) and behind[0].casefold() in {*words.made, *words.taken}
    return made and bool(one.dating or one.names)
