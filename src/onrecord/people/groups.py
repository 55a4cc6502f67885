"""Several people as one source: those named together, those counted, and groups without a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages import language
from onrecord.naming.names import folded, read_name
from onrecord.people.organisations import organisation

TOGETHER = "; "
"""What stands between the names of several people."""
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]")
_JOINING = re.compile(r"\s(?:and|&|well)\s")
_PIECE = re.compile(r"(,?\s+(?:and|&)\s+|,\s+|;\s+|\s+as well as\s+)")
_END = re.compile(r",|;|:|\s[–—-]+\s|\n|\(|\s(?=(?:who|whom|whose|which|that)\b)")
_EDGE = " \t\r\n\"'“”‘’«»„`.,:;!?…*"
_SHORT = re.compile(r"[A-Z]\.$")
_MOST_WORDS, _OPENING = 12, 6


def each_of(names: str) -> tuple[str, ...]:
    """The names in what `resolve` gives for several people, one name as it is."""
    return tuple(names.split(TOGETHER))


def is_group(name: str) -> bool:
    """Whether this names several people, a group or an organisation, not one person."""
    return TOGETHER in name or bool(organisation(name) or group(name))


@dataclass(frozen=True, slots=True)
class Counted:
    """ "the two ministers": how many, 0 where it is not said, and which post, "" where any."""

    number: int
    post: str


@lru_cache(maxsize=16_384)
def named_together(words: str) -> tuple[str, ...]:
    """The names in "Anna Weber and Kemal Demir, the minister", () unless two or more are joined.

    Words that name nobody may stand before the first name or, between commas, after one; where
    "and" joins anything else to a name the whole is no list of people.
    """
    if not _JOINING.search(words):
        return ()
    pieces = _PIECE.split(_ASIDE.sub("", words).strip(_EDGE))
    if not any(_joins(piece) for piece in pieces[1::2]):
        return ()
    names: list[str] = []
    named = False
    for place in range(0, len(pieces), 2):
        piece, link = pieces[place], pieces[place - 1] if place else ", "
        name = _alone(piece)
        if _joins(link) and not (name and (named or link.startswith(","))):
            return ()
        names += [name] if name else []
        named = bool(name)
    return tuple(names) if len(names) > 1 else ()


def _joins(link: str) -> bool:
    return link.strip() not in {",", ";"}


def _alone(piece: str) -> str:
    """The name that a piece of a list is, with nothing but titles and posts before it."""
    read = read_name(piece)
    data = language("en").people
    unfit = data.vague - data.together
    name = "" if any(word in unfit for word in read.before) else read.name
    return (
        name if name and piece.rstrip(_EDGE).endswith(name.rpartition(" ")[2].rstrip(".")) else ""
    )


@lru_cache(maxsize=16_384)
def counted(words: str) -> Counted | None:
    """What "the two ministers", "both sides" or "the heads of state" count; None for others.

    Only definite descriptions of a few words: "two ministers" are any two.
    """
    data = language("en").people
    bare = [folded(word) for word in _END.split(words.strip(_EDGE), maxsplit=1)[0].split()]
    end = next((n for n, b in enumerate(bare) if n and b in data.prepositions), len(bare))
    head = bare[:end]
    if not head or head[-1] not in data.plurals or len(head) > 6:
        return None
    number = next((data.numbers[b] for b in head if b in data.numbers), 0)
    definite = head[0] in data.definite or head[0] in data.numbers
    if not definite or any(b in data.party_words or b in data.vague - data.together for b in head):
        return None
    return Counted(number, data.plurals[head[-1]])


@lru_cache(maxsize=16_384)
def group(words: str) -> str:
    """The words that name a group, without article and clauses; "" for one person or for things.

    "Republican legislators" and "the public" are groups; "some", "polls" and "a spokesman" not.
    """
    data = language("en").people
    tokens = _END.split(words.lstrip(_EDGE), maxsplit=1)[0].split()
    if tokens and folded(tokens[0]) in data.definite:
        tokens = tokens[1:]
    bare = [folded(token) for token in tokens]
    end = next((n for n, b in enumerate(bare) if n and b in data.prepositions), len(bare))
    if not bare or (bare[0] in data.single and bare[end - 1] not in data.crowds):
        return ""
    if not any(_people(tokens[n], bare[n]) for n in range(end)) or _thing(bare[end - 1]):
        return ""
    if end == 1 and bare[0] in data.vague:
        return ""
    kept = tokens if len(tokens) <= _MOST_WORDS else tokens[:end]
    shown = " ".join(kept[:_MOST_WORDS]).strip(_EDGE.replace(".", ""))
    return shown if _SHORT.search(shown) else shown.rstrip(_EDGE)


@lru_cache(maxsize=16_384)
def opening(line: str) -> str:
    """The group that the first words of a line name, "" for none: "As Republicans left, they"."""
    data = language("en").people
    tokens = line.split(maxsplit=_OPENING)[:_OPENING]
    start = 0
    for place, token in enumerate(tokens):
        bare = folded(token)
        if _people(token.rstrip(","), bare) or bare in data.plurals:
            return " ".join(tokens[start : place + 1]).strip(_EDGE)
        if token[-1] in ",.;:" or bare in data.pronouns or bare in data.relatives:
            return ""
        kept = bare in data.definite or bare in data.numbers
        start += bare in data.openers and not kept and place == start
    return ""


def _people(token: str, bare: str) -> bool:
    """Whether a word is a noun for several people, not somebody's ("the officials' letter")."""
    data = language("en").people
    if token.endswith(("'s", "’s", "s'", "s’")):
        return False
    if bare in data.plurals or bare in data.crowds or token.endswith("%"):
        return True
    if bare in data.collectives:
        return bare not in data.vague
    return token.islower() and bare.endswith(data.people_endings) and not _thing(bare)


def _thing(bare: str) -> bool:
    """Whether a word ends a phrase for one person, or for no person at all."""
    data = language("en").people
    return bare in data.posts or any(
        word in data.writings or word in data.works or word in data.things
        for word in (bare, bare.removesuffix("s"))
    )
