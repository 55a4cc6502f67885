"""Makers of quotations that keep the words: verbatim, edited, trimmed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from benchmarks._sentences import (
    GOVERNED,
    NEGATION,
    NUMBER,
    OTHER_WORDS,
    SOFT,
    VERBS,
    Said,
    having,
    one_of,
    repeats,
    replaced,
    together,
)
from onrecord.languages import language

Maker = Callable[[Said, random.Random], str | None]


def verbatim(turn: Said, rng: random.Random) -> str | None:
    """A whole sentence."""
    return one_of(turn, rng)


def typography(turn: Said, rng: random.Random) -> str | None:
    """A whole sentence with apostrophes of the other kind, soft hyphens, other white space."""
    text = one_of(turn, rng)
    if not text:
        return None
    text = text.replace("’", "'") if "’" in text else text.replace("'", "’")
    long = re.sub(r"\b([a-z]{4})([a-z]{4,})\b", "\\1\u00ad\\2", text, count=1)
    return long.replace(" ", "\u00a0", 1).replace(" ", "\n", 1)


def partial(turn: Said, rng: random.Random) -> str | None:
    """Words from the middle of a sentence in which nothing can govern anything."""
    text = one_of(turn, rng, 14)
    if not text or NEGATION.search(text) or GOVERNED.search(text):
        return None
    words = text.split()
    start = rng.randrange(1, len(words) - 9)
    return " ".join(words[start : start + 8])


def two_sentences(turn: Said, rng: random.Random) -> str | None:
    """Two sentences that stand together."""
    pairs = together(turn, 2)
    return " ".join(rng.choice(pairs)) if pairs else None


def _cut(text: str, rng: random.Random, mark: str) -> tuple[str, str] | None:
    words = text.split()
    size = rng.randrange(1, 4)
    if len(words) < size + 8:
        return None
    start = rng.randrange(3, len(words) - size - 3)
    out = " ".join(words[start : start + size])
    kept = [*words[:start], *([mark] if mark else []), *words[start + size :]]
    return " ".join(kept), out


def ellipsis(turn: Said, rng: random.Random) -> str | None:
    """One to three words left out under a mark, none of them a negation."""
    text = one_of(turn, rng, 12)
    cut = _cut(text, rng, rng.choice(["...", "…", ". . .", "[...]"])) if text else None
    return cut[0] if cut and not NEGATION.search(cut[1]) else None


def sentence_under_a_mark(turn: Said, rng: random.Random) -> str | None:
    """A sentence without a negation left out under a mark between two others."""
    runs = [run for run in together(turn, 3) if not NEGATION.search(run[1])]
    if not runs:
        return None
    first, _, last = rng.choice(runs)
    return f"{first} {rng.choice(['...', '[…]'])} {last}"


def bracket(turn: Said, rng: random.Random) -> str | None:
    """An explanation put in between brackets."""
    text = one_of(turn, rng)
    if not text:
        return None
    words = text.split()
    at = rng.randrange(2, len(words) - 1)
    return " ".join([*words[:at], f"[the {rng.choice(OTHER_WORDS)}]", *words[at:]])


def inner_case(turn: Said, rng: random.Random) -> str | None:
    """A word inside a sentence with a capital."""
    text = one_of(turn, rng)
    fit = list(re.finditer(r"(?<=[a-z] )[a-z]{5,}\b", text or ""))
    if not text or not fit:
        return None
    found = rng.choice(fit)
    return text[: found.start()] + found.group().capitalize() + text[found.end() :]


def contraction(turn: Said, rng: random.Random) -> str | None:
    """A contraction written out."""
    pattern = r"\b(do|is|have|are|did)n[’']t\b"
    fit = having(pattern, turn)
    return re.sub(pattern, r"\1 not", rng.choice(fit)) if fit else None


def contracted(turn: Said, rng: random.Random) -> str | None:
    """Two words made a contraction."""
    pattern = r"(?<=[a-z] )(we|they|you) (are|have|will)(?= [a-z])"
    ends = {"are": "re", "have": "ve", "will": "ll"}
    fit = having(pattern, turn)
    if not fit:
        return None
    return re.sub(pattern, lambda m: f"{m[1]}'{ends[m[2]]}", rng.choice(fit), count=1)


_SPELLINGS = (
    (r"(?<=[a-z]{3})iz(?=(e|es|ed|ing|ation|ations)\b)", "is"),
    (r"(?<=[a-z]{3})is(?=(ation|ations)\b)", "iz"),
    (r"\b(lab|fav|neighb|hon)or", r"\1our"),
    (r"\b(lab|fav|neighb|hon)our", r"\1or"),
    (r"\bcenter\b", "centre"),
    (r"\bdefense\b", "defence"),
    (r"\btoward\b", "towards"),
)


def spelling(turn: Said, rng: random.Random) -> str | None:
    """A word in British spelling, or in American."""
    swaps = list(_SPELLINGS)
    rng.shuffle(swaps)
    for pattern, becomes in swaps:
        fit = having(pattern, turn)
        if fit:
            return re.sub(pattern, becomes, rng.choice(fit), count=1)
    return None


_WORDS = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
          "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12"}  # fmt: skip


def number_form(turn: Said, rng: random.Random) -> str | None:
    """A number in words put in figures, or a percent sign for the word."""
    forms = _WORDS | {" percent": "%", " million": "m", " billion": "bn"}
    words = "|".join(_WORDS)
    pattern = rf"(?<=[a-z] )({words})(?= [a-z])|(?<=\d) (percent|million|billion)(?= [a-z])"
    return replaced(pattern, forms, turn, rng, but=rf"-({words})|({words})-|\d (of|and) ")


def filler(turn: Said, rng: random.Random) -> str | None:
    """A hesitation or a word said twice left out."""
    fit = having(r"\b(uh|um),? |, you know, |, I mean, |\b([a-z]+),? \2\b", turn)
    if not fit:
        return None
    text = re.sub(r"\b(uh|um),? ", "", rng.choice(fit))
    text = re.sub(r", (you know|I mean), ", ", ", text)
    return re.sub(r"\b([a-z]+),? \1\b", r"\1", text)


def trimmed(turn: Said, rng: random.Random) -> str | None:
    """One to three words left out in silence, no negation, number, name or filler among them."""
    text = one_of(turn, rng, 12)
    cut = _cut(text, rng, "") if text else None
    if not cut or not text:
        return None
    quote, out = cut
    bad = NEGATION.search(out) or NUMBER.search(out) or re.search(r"[A-Z,.;:]", out)
    soft = SOFT.search(out) or VERBS.search(out)
    again = set(out.lower().split()) & set(quote.lower().split())
    return None if bad or soft or again or repeats(text) else quote


def sentence_trimmed(turn: Said, rng: random.Random) -> str | None:
    """A sentence without a negation, number or name left out in silence between two others."""
    runs = [
        run
        for run in together(turn, 3)
        if not NEGATION.search(run[1])
        and not NUMBER.search(run[1])
        and not re.search(r"[A-Z]", run[1][1:].replace(" I ", " i ").replace(" I'", " i'"))
        and run[1].split()[0].casefold() in language("en").wording.common
        and 6 <= len(run[1].split()) <= 30
        and not SOFT.match(run[1])
    ]
    if not runs:
        return None
    first, _, last = rng.choice(runs)
    return f"{first} {last}"


def condition_cut(turn: Said, rng: random.Random) -> str | None:
    """What stands behind "If ...," without it."""
    fit = having(r"^If [^,]+, [^,]+[.]$", turn)
    fit = [
        s
        for s in fit
        if len(s.split(", ", 1)[1].split()) >= 6 and not re.search(r"if (you|I may)", s, re.I)
    ]
    return rng.choice(fit).split(", ", 1)[1].removeprefix("then ") if fit else None


def denial_cut(turn: Said, rng: random.Random) -> str | None:
    """What stands behind "I don't think that" without it."""
    pattern = r"\b(?:do not|don[’']t) (?:think|believe) that ((?:\S+ ){5,}\S+[.])$"
    fit = [m[1] for s in turn.said if clean_enough(s) and (m := re.search(pattern, s))]
    return rng.choice(fit) if fit else None


def clean_enough(sentence: str) -> bool:
    return not re.search(r"[\[\]()\"“”…*_/]|--| – | — |\.\.", sentence)


MAKERS: dict[str, tuple[str, Maker]] = {
    "verbatim": ("verbatim", verbatim),
    "typography": ("verbatim", typography),
    "partial": ("verbatim", partial),
    "two_sentences": ("verbatim", two_sentences),
    "ellipsis": ("edited", ellipsis),
    "sentence_under_a_mark": ("edited", sentence_under_a_mark),
    "bracket": ("edited", bracket),
    "inner_case": ("edited", inner_case),
    "contraction": ("edited", contraction),
    "contracted": ("edited", contracted),
    "spelling": ("edited", spelling),
    "number_form": ("edited", number_form),
    "filler": ("edited", filler),
    "trimmed": ("trimmed", trimmed),
    "sentence_trimmed": ("trimmed", sentence_trimmed),
    "condition_cut": ("trimmed", condition_cut),
    "denial_cut": ("trimmed", denial_cut),
}
"""What each kind must come out as, and how it is made."""
