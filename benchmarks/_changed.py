"""Makers of quotations whose words were changed: altered, each by one kind of change."""

from __future__ import annotations

import random
import re

from benchmarks._kept import Maker
from benchmarks._sentences import NEGATION, OTHER_WORDS, Said, fitting, having, one_of, replaced

_MODALS = {"will": "may", "must": "may", "should": "must", "can": "must", "would": "will"}
_FIGURE = r"(?<![\w.,$€£-])\d{1,4}(?![\w.,:%-])"
_NAMES = ("Zambia", "Petrova", "Lisbon")
_TITLES = "President|Mr|Mrs|Ms|Dr|Secretary|Minister|Administrator|Prime|Foreign|Vice|General"
_A_NAME = r"(?<=[a-z] )(?!I\b)[A-Z][a-z]{3,}\b"


def number(turn: Said, rng: random.Random) -> str | None:
    """A figure changed."""
    fit = having(_FIGURE, turn)
    by = rng.choice([1, 2, 10])
    return (
        re.sub(_FIGURE, lambda m: str(int(m.group()) + by), rng.choice(fit), count=1)
        if fit
        else None
    )


def spelled_number(turn: Said, rng: random.Random) -> str | None:
    """A number word changed."""
    swaps = {"two": "three", "three": "five", "four": "six", "five": "four", "six": "nine"}
    swaps |= {"million": "billion", "billion": "million", "first": "second", "ten": "twelve"}
    return _swapped(turn, rng, swaps)


def number_dropped(turn: Said, rng: random.Random) -> str | None:
    """A figure left out in silence."""
    fit = having(r"[a-z] \d{1,4} [a-z]", turn)
    return re.sub(r"(?<=[a-z]) \d{1,4}(?= [a-z])", "", rng.choice(fit), count=1) if fit else None


def number_unit(turn: Said, rng: random.Random) -> str | None:
    """The percent of a number, or its currency, left out."""
    pattern = r"(?<=\d) ?(%|percent)(?= [a-z])|\$(?=\d)"
    fit = having(pattern, turn)
    return re.sub(pattern, "", rng.choice(fit), count=1) if fit else None


def number_magnitude(turn: Said, rng: random.Random) -> str | None:
    """Millions made billions, thousands millions."""
    swaps = {"million": "billion", "billion": "trillion", "thousand": "million"}
    pattern = rf"(?<=[\da-z] )({'|'.join(swaps)})\b"
    return replaced(pattern, swaps, turn, rng)


def negation_dropped(turn: Said, rng: random.Random) -> str | None:
    """A "not" or "n't" left out, with or without a mark."""
    fit = having(r"[a-z] not [a-z]|[a-z]n[’']t ", turn, but=r"not only|can[’']t|won[’']t")
    mark = rng.choice([" ", " ... "])
    return re.sub(r" not (?=[a-z])|n[’']t ", mark, rng.choice(fit), count=1) if fit else None


def negation_added(turn: Said, rng: random.Random) -> str | None:
    """A "not" put in behind an auxiliary."""
    pattern = r" (will|is|are|can|must|has) (?=[a-z])"
    fit = having(pattern, turn, but=r"(is|are|will|can|has|must) not")
    return re.sub(pattern, r" \1 not ", rng.choice(fit), count=1) if fit else None


def negation_word(turn: Said, rng: random.Random) -> str | None:
    """A word that denies put in the place of its opposite, or the other way round."""
    swaps = {"without": "with", "never": "always", "unable": "able", "nothing": "something",
             "nobody": "everybody", "impossible": "possible", "always": "never", "able": "unable",
             "possible": "impossible", "everyone": "nobody", "failed": "managed",
             "unacceptable": "acceptable"}  # fmt: skip
    return _swapped(turn, rng, swaps)


def name(turn: Said, rng: random.Random) -> str | None:
    """A name inside a sentence changed to another."""
    fit = having(_A_NAME, turn)
    if not fit:
        return None
    text = rng.choice(fit)
    found = rng.choice(list(re.finditer(_A_NAME, text)))
    other = rng.choice([n for n in _NAMES if n != found.group()])
    return text[: found.start()] + other + text[found.end() :]


def name_dropped(turn: Said, rng: random.Random) -> str | None:
    """A name inside a sentence left out in silence."""
    pattern = rf"(?<=[a-z] )(?!(?:I|{_TITLES}|Senator|Senators|Chair)\b)[A-Z][a-z]{{3,}} (?=[a-z])"
    fit = having(pattern, turn)
    return re.sub(pattern, "", rng.choice(fit), count=1) if fit else None


def name_for_pronoun(turn: Said, rng: random.Random) -> str | None:
    """A name in the place of a pronoun, without brackets."""
    pattern = r"(?<=[a-z] )(him|them|they|she|he)(?= [a-z])"
    fit = having(pattern, turn)
    return re.sub(pattern, rng.choice(_NAMES), rng.choice(fit), count=1) if fit else None


def wording(turn: Said, rng: random.Random) -> str | None:
    """A long word changed to another."""
    text = one_of(turn, rng)
    found = list(re.finditer(r"(?<= )[a-z]{6,}\b", text or ""))
    fit = [m for m in found if not NEGATION.search(m.group())]
    if not text or not fit:
        return None
    place = rng.choice(fit)
    return text[: place.start()] + rng.choice(OTHER_WORDS) + text[place.end() :]


def word_added(turn: Said, rng: random.Random) -> str | None:
    """A word put in."""
    text = one_of(turn, rng)
    if not text:
        return None
    words = text.split()
    at = rng.randrange(2, len(words) - 1)
    return " ".join([*words[:at], rng.choice(OTHER_WORDS), *words[at:]])


def modal(turn: Said, rng: random.Random) -> str | None:
    """A modal changed."""
    return _swapped(turn, rng, _MODALS)


def tense(turn: Said, rng: random.Random) -> str | None:
    """A verb in another tense."""
    swaps = {"is": "was", "are": "were", "was": "is", "were": "are", "has": "had", "had": "has"}
    return _swapped(turn, rng, swaps)


def order(turn: Said, rng: random.Random) -> str | None:
    """Two words joined by "and" in the other order."""
    pattern = r"(?<=[a-z] )([a-z]{5,}) and ([a-z]{5,})\b"
    fit = [s for s in fitting(turn) if (m := re.search(pattern, s)) and m[1] != m[2]]
    return re.sub(pattern, r"\2 and \1", rng.choice(fit), count=1) if fit else None


def _swapped(turn: Said, rng: random.Random, swaps: dict[str, str]) -> str | None:
    return replaced(rf"(?<=[a-z] )({'|'.join(swaps)})(?= [a-z])", swaps, turn, rng)


MAKERS: dict[str, tuple[str, Maker]] = {
    maker.__name__: ("altered", maker)
    for maker in (
        number,
        spelled_number,
        number_dropped,
        number_unit,
        number_magnitude,
        negation_dropped,
        negation_added,
        negation_word,
        name,
        name_dropped,
        name_for_pronoun,
        wording,
        word_added,
        modal,
        tense,
        order,
    )
}
"""What each kind must come out as, and how it is made."""
CLOSED = frozenset(
    kind for kind in MAKERS if kind.startswith(("number", "spelled", "nega", "name"))
)
"""Kinds that must never come out as verbatim, edited or trimmed."""
