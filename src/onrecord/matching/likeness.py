"""How alike two words are that are not the same."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages import Wording, language
from onrecord.matching.numbers import is_number


@lru_cache(maxsize=200_000)
def likeness(one: str, other: str, code: str = "en") -> float:
    """0 to 1 for two forms: 1 the same, .95 the same in another spelling, .5 the same lemma."""
    if one == other:
        return 1.0
    wording = language(code).wording
    loose = other in wording.loose.get(one, ()) or one in wording.loose.get(other, ())
    if is_number(one) or is_number(other):
        return 0.3 if is_number(one) and is_number(other) else 0.0
    if loose or respelled(one, code) == respelled(other, code):
        return 0.95
    if lemma(one, code) == lemma(other, code):
        return 0.5
    both_modal = one in wording.modals and other in wording.modals
    return 0.3 if both_modal or negated(one, other, wording) or _shared(one, other) else 0.0


@lru_cache(maxsize=65_536)
def respelled(form: str, code: str) -> str:
    """A form with the endings of transliterated names made alike: Sergey and Sergei."""
    for pattern, becomes in language(code).wording.name_endings:
        form = re.sub(pattern, becomes, form)
    return form


@lru_cache(maxsize=65_536)
def _stem(form: str) -> str:
    for ending, least in (("ing", 3), ("ied", 3), ("ies", 3), ("ed", 3), ("es", 3), ("s", 3)):
        if form.endswith(ending) and len(form) - len(ending) >= least and not form.endswith("ss"):
            root = form[: -len(ending)]
            if ending in ("ied", "ies"):
                return root + "y"
            if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
                root = root[:-1]
            return root.removesuffix("e")
    return form.removesuffix("e") if len(form) > 3 else form


@lru_cache(maxsize=65_536)
def lemma(form: str, code: str) -> str:
    """The lemma of a form as far as a table of irregular words and endings tell it."""
    wording = language(code).wording
    return wording.lemmas.get(form) or _stem(wording.plurals.get(form, form))


def negated(one: str, other: str, wording: Wording) -> bool:
    """Whether one form is the other with a negative prefix: able and unable."""
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and any(long == prefix + short for prefix in wording.negative_prefixes)


def _shared(one: str, other: str) -> bool:
    """Whether two words begin alike for the most part."""
    shorter = min(len(one), len(other))
    return shorter >= 4 and one[: max(4, shorter * 2 // 3)] == other[: max(4, shorter * 2 // 3)]
