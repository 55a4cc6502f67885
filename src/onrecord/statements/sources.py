"""Who is said to have said it: the noun phrase before a cue, after it, or of the whole sentence.

Shallow on purpose: small words, capitals and punctuation, no parser. A range is a pair of token
places, the second left out.
"""

from __future__ import annotations

from onrecord.languages import Grammar
from onrecord.statements.cues import speaking
from onrecord.statements.units import MASK, Unit

Range = tuple[int, int]
_STOP = frozenset(",;:()[]–—?!…|-") | {"--", "---", "..."}
_LONGEST = 28
_INSIDE_NAMES = frozenset("of for the and de van von al bin & - 's".split())
_COUNTS = frozenset({"one", "two", "three"})
_RELATIVE = frozenset({"who", "which", "that"})
_TITLES_AFTER = frozenset("jr. sr. jr sr ii iii iv".split())


def subject_before(unit: Unit, place: int, grammar: Grammar) -> Range | None:
    """The noun phrase that ends right before the token `place`, apposition included."""
    last = place
    while last > 0 and unit.low[last - 1] in grammar.times and not unit.capital(last - 2):
        last -= 1
        if last > 0 and unit.low[last - 1] == "on":
            last -= 1
    if last <= 0:
        return None
    before = unit.low[last - 1]
    if before in (",", ")", "–", "—", "--", "-"):
        return _over_apposition(unit, last, grammar)
    if before in _RELATIVE and last >= 2:
        return _antecedent(unit, last - 1, grammar)
    if before in grammar.pronouns:
        return (last - 1, last)
    first = _phrase_start(unit, last, grammar)
    if 2 <= first < last and unit.low[first - 1] == "who":
        return _antecedent(unit, first - 1, grammar)
    return (first, last) if first < last else None


def _antecedent(unit: Unit, relative: int, grammar: Grammar) -> Range | None:
    """What "who" or "which" stands for; "that" after a noun is left to other rules."""
    if unit.low[relative] == "that":
        return None
    last = relative - 1 if unit.low[relative - 1] == "," else relative
    first = _phrase_start(unit, last, grammar)
    return (first, relative + 1) if first < last else (relative, relative + 1)


def _over_apposition(unit: Unit, last: int, grammar: Grammar) -> Range | None:
    """The noun phrase before ", 39," or ", the envoy for Syria," or ", who led the talks,"."""
    closing = unit.low[last - 1]
    opening = {")": "("}.get(closing, closing)
    place = last - 2
    commas = 0
    while place > 0 and last - place < _LONGEST:
        if unit.low[place] == opening:
            commas += 1
            inside = unit.low[place + 1]
            if closing != "," or _apposes(unit, place + 1, last - 1, grammar):
                first = _phrase_start(unit, place, grammar)
                if first < place and not _adverbial(unit, first, place, grammar):
                    return (first, last - 1 if closing == "," else last)
            if commas >= 4 or inside in _STOP:
                return None
        place -= 1
    return None


def _apposes(unit: Unit, first: int, last: int, grammar: Grammar) -> bool:
    """Whether the words between two commas can stand beside a name."""
    word = unit.at(first)
    if word in grammar.subjects or word in ("but", "so", "however"):
        return False
    return last > first


def _adverbial(unit: Unit, first: int, last: int, grammar: Grammar) -> bool:
    """Whether a stretch is no subject: "However", "On Monday"."""
    word = unit.low[first]
    if first > 0 and unit.low[first - 1] in grammar.prepositions:
        return True
    if all(unit.low[i][0].isdigit() for i in range(first, last)):
        return True
    return last - first == 1 and (word in grammar.times or word.endswith("ly"))


def _phrase_start(unit: Unit, last: int, grammar: Grammar) -> int:
    """Where the noun phrase that ends before `last` begins."""
    place = last
    while place > 0 and last - place < _LONGEST and _continues(unit, place, last, grammar):
        place -= 1
        if unit.low[place] in grammar.determiners and unit.low[place] not in _COUNTS:
            before = unit.at(place - 1)
            if before not in grammar.prepositions and before not in ("all", "both"):
                break
    if place < last and unit.at(place - 1) in grammar.subjects:
        place = _past_verb(unit, place, last, grammar)
    while place < last and (
        unit.low[place] in grammar.prepositions or unit.low[place] in ("and", "&")
    ):
        place += 1
    return place


def _past_verb(unit: Unit, place: int, last: int, grammar: Grammar) -> int:
    """In "I spoke with the envoy" the noun phrase begins after the preposition."""
    inside = [i for i in range(place, last) if unit.low[i] in grammar.prepositions - {"of"}]
    return inside[-1] + 1 if inside else place


def _continues(unit: Unit, place: int, last: int, grammar: Grammar) -> bool:
    """Whether the token before `place` belongs to the noun phrase that ends before `last`."""
    word = unit.low[place - 1]
    if word == MASK:
        return unit.capital(place) and unit.capital(place - 2)
    if word in grammar.prepositions:
        return _attaches(unit, place - 1, grammar)
    if word in ("and", "&"):
        return _joins(unit, place - 1)
    if word in grammar.subjects:
        return place == last
    auxiliary = word in grammar.auxiliaries and not _first_name(unit, place - 1)
    closed = word in _STOP or word in grammar.subordinators or auxiliary
    return not closed and not (word in speaking(grammar) and not unit.capital(place - 1))


def _attaches(unit: Unit, place: int, grammar: Grammar) -> bool:
    """Whether a preposition ties to a noun before it, as in "spokesman for the ministry"."""
    if place == 0:
        return False
    before = unit.low[place - 1]
    if not before[:1].isalpha() or before in grammar.times:
        return False
    closed = grammar.prepositions | grammar.subordinators | grammar.auxiliaries
    return before not in closed and unit.low[place] in (
        "of",
        "for",
        "with",
        "from",
        "at",
        "in",
        "on",
        "to",
        "behind",
        "inside",
        "near",
    )


def _joins(unit: Unit, place: int) -> bool:
    """Whether "and" joins two names."""
    return unit.capital(place - 1) and unit.capital(place + 1)


def subject_after(unit: Unit, place: int, grammar: Grammar) -> Range | None:
    """The noun phrase that begins at the token `place`, as in "said the envoy for Syria"."""
    if place >= len(unit):
        return None
    word = unit.low[place]
    if word in grammar.subjects:
        return (place, place + 1)
    named = unit.capital(place) and word not in grammar.times
    if not (named or word in grammar.determiners or word[:1].isalpha()):
        return None
    if word in grammar.prepositions or word in grammar.subordinators:
        return None
    last = place
    while last < len(unit) and last - place < _LONGEST:
        word = unit.low[last]
        if word == "," and _age_or_title(unit, last):
            last += 2
            continue
        verbal = word in grammar.auxiliaries and not (unit.capital(last) and last > place)
        if word in _STOP or word in (MASK, ".") or (verbal and not _first_name(unit, last)):
            break
        if word in grammar.subordinators and word != "and":
            break
        if word in grammar.prepositions and word not in ("of", "for", "with", "from", "at"):
            break
        if word in grammar.times and last > place:
            break
        last += 1
    return (place, last) if last > place else None


def _first_name(unit: Unit, place: int) -> bool:
    """Whether a word that is an auxiliary as well is a name: "said Will Orr"."""
    return unit.capital(place) and unit.capital(place + 1)


def speaker_after(unit: Unit, place: int, grammar: Grammar) -> Range | None:
    """A name or a role after a cue, with nothing but the end or an aside after it.

    Stricter than `subject_after`: where no quotation goes before, "said the river rose" must not
    pass for a source.
    """
    last = place
    while unit.capital(last) or (
        unit.at(last) in _INSIDE_NAMES and unit.capital(last + 1) and last > place
    ):
        last += 1
    if last == place:
        found = subject_after(unit, place, grammar)
        if not found:
            return None
        head = found[1] - 1
        if unit.low[head] not in grammar.roles and not (unit.capital(head) and head > place):
            return None
        last = found[1]
    after = unit.at(last)
    ends = after in ("", ".", ",", "who") or after in grammar.prepositions
    return (place, last) if ends and unit.low[place] not in grammar.times else None


def _age_or_title(unit: Unit, comma: int) -> bool:
    """Whether a comma is followed by an age or Jr. and so stands inside the phrase."""
    return unit.at(comma + 1) in _TITLES_AFTER


def main_subject(unit: Unit, before: int, grammar: Grammar) -> Range | None:
    """The subject of the sentence, for a cue without one of its own ("..., adding that")."""
    place = 0
    while place < before and (unit.low[place] == MASK or not unit.low[place][:1].isalnum()):
        place += 1
    if unit.at(place) in ("but", "and", "so", "yet"):
        place += 1
    for _ in range(3):
        word = unit.at(place)
        opener = word in grammar.prepositions or word in grammar.subordinators
        if not (opener or word.endswith(("ing", "ly")) or word in grammar.times):
            break
        comma = next((i for i in range(place, before) if unit.low[i] == ","), None)
        if comma is None:
            break
        place = comma + 1
        if word in grammar.prepositions and unit.capital(place) and unit.at(place + 1) == ",":
            place += 2
    return clause_subject(unit, place, before, grammar)


def clause_subject(unit: Unit, place: int, before: int, grammar: Grammar) -> Range | None:
    """The noun phrase that starts a clause at `place`, up to its verb as far as can be told."""
    if place >= before:
        return None
    if unit.low[place] in grammar.pronouns:
        return (place, place + 1)
    last = place
    while last < before and last - place < 12:
        word = unit.low[last]
        after_name = unit.capital(last - 1) and not unit.capital(last)
        verbal = last > place and (
            word in grammar.auxiliaries
            or (not unit.capital(last) and word.endswith(("ed", "ly")))
            or (after_name and word not in _INSIDE_NAMES and word not in grammar.roles)
        )
        if word in _STOP or word == MASK or verbal:
            break
        last += 1
    return (place, last) if last > place else None
