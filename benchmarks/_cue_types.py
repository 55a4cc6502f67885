"""The type of a cue: a verb of speech, of writing, of thought, of intention, or another."""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages import language

_WORD = re.compile(r"[\w’'-]+")


@cache
def _kinds() -> dict[str, str]:
    """Kinds by form of the verb; of two verbs that share a form the first of the list counts."""
    kinds: dict[str, str] = {}
    for verb in language("en").grammar.verbs:
        for form in verb.forms:
            kinds.setdefault(form, verb.kind)
    return kinds


def cue_type(cue: str) -> str:
    """The type of a cue by its words: the kind of its last verb that is known.

    "according to" for that, "none" for no cue, "a mark" for a colon or dash alone, "other" for
    nouns ("his view") and for verbs that the language's data does not know.
    """
    found = [word.casefold().replace("’", "'") for word in _WORD.findall(cue)]
    if not found:
        return "a mark" if cue.strip() else "none"
    if "according" in found:
        return "according to"
    return next((_kinds()[word] for word in reversed(found) if word in _kinds()), "other")
