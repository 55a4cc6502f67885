"""Who the labels of one transcript name: each label's words led to one name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from onrecord.languages._layout import Layout
from onrecord.structure.labels import Label, LabelKind
from onrecord.structure.names import Named, forms, is_short_for, plain, read_name

_BEFORE = re.compile(r"[.!?…:“\"\n]\s*$")


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of a transcript: `names` by label words, `principals` those who are asked."""

    names: dict[str, str]
    principals: frozenset[str]


def cast(
    labels: tuple[Label, ...],
    *,
    title: str,
    given: str,
    text: str,
    titled: list[Named],
    layout: Layout,
) -> Cast:
    """Each label's speaker: the fullest name that title, labels or text give for it.

    A short form is led to a fuller one only where that is the one name it fits.
    """
    counts = Counter(x.words for x in labels if _names(x))
    read = {words: read_name(words, layout) for words in counts}
    known = [n.name for n in titled] + ([given] if given else [])
    known += [n.name for n in read.values() if n.full]
    known = _shortened(known, read, layout)
    names = {
        words: _fullest(named, known, title=title, text=text, layout=layout)
        for words, named in read.items()
    }
    return Cast(names, _principals(read, names, titled=titled, given=given, layout=layout))


def _names(label: Label) -> bool:
    return label.kind in (
        LabelKind.NAME,
        LabelKind.CAPITALS,
        LabelKind.SINGLE,
        LabelKind.MARKED,
        LabelKind.CONDUCTOR,
    )


def _shortened(known: list[str], read: dict[str, Named], layout: Layout) -> list[str]:
    """The known names, a post's words taken off where a plain label gives the shorter name."""
    bare = {n.name for n in read.values() if n.full and not n.post}
    result = []
    for name in known:
        shorter = next(
            (b for b in bare if b != name and f" {name}".endswith(f" {b}") and len(b.split()) > 1),
            "",
        )
        result.append(shorter or name)
    return list(dict.fromkeys(result))


def _fullest(named: Named, known: list[str], *, title: str, text: str, layout: Layout) -> str:
    if named.full and named.name in known and len(forms(named.name)) > 1:
        initials = any(len(f) == 1 for f in forms(named.name)[:1])
        if not initials:
            return named.name
    fits = [k for k in known if k != named.name and is_short_for(named.name, k, layout)]
    fits = [k for k in fits if len(forms(k)) >= 2 and len(forms(k)[0]) > 1] or fits
    if not fits and named.full:
        shorter = [k for k in known if named.name.endswith(f" {k}")]
        return shorter[0] if shorter else named.name
    if len({tuple(forms(f)) for f in fits}) == 1:
        return fits[0]
    if fits or named.full:
        return named.name
    return _the_office(named, title) or _in_text(named, text, layout) or named.name


def _the_office(named: Named, title: str) -> str:
    """THE PRESIDENT under a title that names "President Baker" is that president."""
    post = named.name.removeprefix("The ")
    if post == named.name:
        return ""
    found = set(re.findall(rf"\b{re.escape(post)}\s+((?:[A-Z][\w.’'-]*\s?)+)", title))
    names = {f"{post} {f.strip()}" if " " not in f.strip() else f.strip() for f in found}
    return names.pop() if len(names) == 1 else ""


def _in_text(named: Named, text: str, layout: Layout) -> str:
    """A first name that the text puts before the surname, where it puts only one there."""
    surname = named.name.split()[-1]
    if len(forms(named.name)) < 2 or len(surname) < 3 or plain(surname) in layout.posts:
        return ""
    pattern = rf"([A-Z][a-zà-ÿ]+)[ \u00a0\n]((?:[A-Z]\.[ \u00a0\n])?{re.escape(surname)})\b"
    found: Counter[str] = Counter()
    for match in re.finditer(pattern, text):
        first = plain(match.group(1))
        if first in layout.posts | layout.honorifics | layout.places | layout.institutions:
            continue
        if first in layout.connectors or _BEFORE.search(
            text[max(0, match.start() - 4) : match.start()]
        ):
            continue
        found[f"{match.group(1)} {surname}"] += 1
    return next(iter(found)) if len(found) == 1 else ""


def _principals(
    read: dict[str, Named],
    names: dict[str, str],
    *,
    titled: list[Named],
    given: str,
    layout: Layout,
) -> frozenset[str]:
    """Those who answer: named in the title, given, or labelled with a public office."""
    found = {given} if given else set()
    found |= {n.name for n in titled if n.name in names.values()}
    for words, named in read.items():
        if any(plain(w) in layout.officials for w in named.post.split()):
            found.add(names[words])
    return frozenset(found)
