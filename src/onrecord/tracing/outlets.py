"""Whether two names mean the same outlet; unsure is False."""

from __future__ import annotations

from functools import lru_cache

from onrecord.text import words


@lru_cache(maxsize=4096)
def same_outlet(one: str, other: str) -> bool:
    """Whether two names can be one outlet's: alike, shortened at its end, or by its first letters.

    "TASS" and "the TASS", "Duvar" and "Duvar English", "QPA" and "Quenna Press Agency". A shared
    last word ("Times") proves nothing.
    """
    a, b = sorted((_parts(one), _parts(other)), key=len)
    if not a:
        return False
    return b[: len(a)] == a or (len(a) == 1 and len(b) > 1 and a[0] == "".join(w[0] for w in b))


def _parts(name: str) -> list[str]:
    forms = [word.form.removesuffix("'s") for word in words(name)]
    return forms[1:] if forms[:1] == ["the"] else forms
