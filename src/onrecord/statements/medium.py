"""What reached its readers in writing, though its cue is one of speech."""

from __future__ import annotations

from onrecord.languages import CueWord, Manners
from onrecord.model import Attribution, Manner
from onrecord.statements.beside import behind
from onrecord.statements.cue_words import tokens

_CARRYING = frozenset("in on via by through a an of".split())
_ENDS = frozenset("of from released published conducted , :".split())


def medium(
    text: str, one: Attribution, word: CueWord, words: list[str], *, data: Manners
) -> Manner | None:
    """The manner of a cue of this head: writing where speech comes in a letter, post or report."""
    evident = not data.evidence.isdisjoint(words) or words[-1:] in (["in"], ["of"])
    if word.manner is not Manner.SPEECH and not evident:
        return word.manner
    if _document(text, one, data) or (evident and not data.written.isdisjoint(words)):
        return Manner.WRITING
    if word.manner is not Manner.SPEECH:
        return word.manner
    near = [*words, *behind(text, one)]
    for at, low in enumerate(near):
        if low in _CARRYING and not data.written.isdisjoint(near[at + 1 : at + 4]):
            return Manner.WRITING
    return word.manner


def _document(text: str, one: Attribution, data: Manners) -> bool:
    """Whether the source is itself something written: "the report", "a poll by ..."."""
    if not one.source:
        return False
    head = ""
    for word in tokens(one.source[0].of(text)[:80]):
        if head and (word in data.prepositions or word in _ENDS):
            break
        head = word
    return head in data.written
