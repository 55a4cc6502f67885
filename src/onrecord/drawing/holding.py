"""What a role is held in, in the words of the clause that tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.drawing.actors import ActorKind
from onrecord.drawing.clauses import Clause
from onrecord.drawing.members import Page, expression, members_in
from onrecord.drawing.mentions import Mentioned, Naming, mentions
from onrecord.drawing.numbers import ordinal_of
from onrecord.drawing.phrases import Phrase, phrases_in
from onrecord.drawing.role_rules import Found
from onrecord.languages import language
from onrecord.model import PartKind, Profile, RoleKind, Span

_OF_BODIES = frozenset({RoleKind.CHAIR, RoleKind.MEMBER})
_NEAR = 40
_FORMAT = "format"
_HERE = frozenset(("attended by", "our hosts", "thanked for hosting"))


def held_in(page: Page, found: Found, profile: Profile | None, heads: Sequence[Clause]) -> str:
    """The organisation, meeting or process that a role is held in; "" where no words tell.

    Of chairs and members it is the organisation. Of others it is the meeting that the words are
    said of, if a number, "next" or a name tells that one apart (a bare "the meeting" is that of the
    headline, `heads`), else the process of `profile` that the sentence or the paragraph names.
    Guarantors are so in a process, which a profile may know by "the guarantor countries" alone.
    """
    if found.role in _OF_BODIES:
        return _body(page, found)
    meeting = "" if found.role is RoleKind.GUARANTOR else _meeting(page, found, profile, heads)
    return meeting or (_process(page, found, profile) if profile else "")


def _body(page: Page, found: Found) -> str:
    """The organisation that somebody chairs or is a member of: the first after its words begin."""
    span = _within(found)
    for member in members_in(page, found.clause):
        organisation = member.kind is ActorKind.ORGANISATION and member.name != found.actor
        if organisation and span.start <= member.span.start <= span.end + _NEAR:
            return member.name
    return ""


def _within(found: Found) -> Span:
    """The words of a role in their sentence."""
    return found.span.moved(-found.clause.span.start)


def _meeting(page: Page, found: Found, profile: Profile | None, heads: Sequence[Clause]) -> str:
    text = found.clause.text
    phrase = _nearest(_phrases(text, page.code), _within(found))
    if phrase is None:
        return ""
    if not phrase.front and not _whose(text, phrase, page.code) and _own(found, phrase, page):
        for head in heads:
            same = [p for p in _phrases(head.text, page.code) if p.noun == phrase.noun]
            if same:
                words = same[0].span.of(head.text).partition("(")[0]
                return " ".join(words.split())
    return _name(text, phrase, page.code, profile)


def _own(found: Found, phrase: Phrase, page: Page) -> bool:
    """Whether a bare "the meeting" is that which the page itself is of."""
    here = phrase.determiner in language(page.code).conduct.roles.here
    return here or found.basis in _HERE or found.clause.part is PartKind.STANDFIRST


def _phrases(text: str, code: str) -> list[Phrase]:
    return phrases_in(text, language(code).process.meetings.nouns, code=code)


def _nearest(phrases: Sequence[Phrase], span: Span) -> Phrase | None:
    """The phrase in or just behind some words, else the last before them."""
    inside = [p for p in phrases if span.start <= p.head.start <= span.end + _NEAR // 4]
    before = [p for p in phrases if p.head.end <= span.start]
    return next(iter((*inside[-1:], *before[-1:])), None)


def _name(text: str, phrase: Phrase, code: str, profile: Profile | None) -> str:
    """The words of a meeting that tell it apart; "" where none do."""
    times = language(code).process.times
    lows = {token.low for token in phrase.front}
    whole = Span(phrase.span.start, phrase.head.end).of(text) + _whose(text, phrase, code)
    numbered = ordinal_of(phrase.front, code) is not None or lows & times.next_words
    if profile and not numbered:
        known = _longest(mentions(whole, profile), profile)
        if known:
            return known
    named = any(char.isupper() for token in phrase.front for char in token.raw)
    if numbered or named or _whose(text, phrase, code):
        return " ".join(whole.split())
    return ""


def _whose(text: str, phrase: Phrase, code: str) -> str:
    """ "of the Lake Council", "on Mali" behind a noun."""
    whose = expression(language(code).conduct.roles.whose, cased=True)
    match = whose.match(text, phrase.head.end)
    return match.group() if match else ""


def _process(page: Page, found: Found, profile: Profile) -> str:
    """The process that the sentence or the paragraph names, or a body of it close by."""
    span = _within(found)
    said = mentions(found.clause.text, profile)
    close = [m for m in said if m.span.end > span.start and m.span.start < span.end + _NEAR]
    if found.role is RoleKind.GUARANTOR:
        if any(m.naming is Naming.BODY and m.kind == _FORMAT for m in close):
            return profile.names[0]
        close = []
    around = mentions(found.clause.paragraph.of(page.reading.document.text), profile)
    for near in (close, [m for m in (*said, *around) if m.naming is Naming.NAME]):
        known = _longest(near, profile)
        if known:
            return known
    return ""


def _longest(said: Sequence[Mentioned], profile: Profile) -> str:
    """The process or its body by the longest of some words, by its usual name."""
    own = [m for m in said if m.naming is Naming.NAME]
    bodies = [m for m in said if m.naming is Naming.BODY and m.kind != _FORMAT]
    longest = max((*own, *bodies), key=lambda m: len(m.span), default=None)
    if longest is None:
        return ""
    return profile.names[0] if longest.naming is Naming.NAME else longest.name


def headlines(clauses: Sequence[Clause]) -> list[Clause]:
    """The sentences of the headline."""
    return [clause for clause in clauses if clause.part is PartKind.HEADLINE]
