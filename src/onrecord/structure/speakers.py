"""Who the labels of one transcript name: each label's words led to one name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from onrecord.languages._layout import Layout
from onrecord.structure.labels import Label, LabelKind
from onrecord.structure.names import Named, forms, is_short_for, plain, read_name

_BEFORE = re.compile(r"[.!?…:“\"\n]\s*$")
_PAIR = re.compile(
    r"\b([A-ZÀ-Þ][a-zà-ÿ]+)(?=[ \u00a0\n](?:[A-Z]\.[ \u00a0\n])?([A-ZÀ-Þ][\w’'-]*\w))"
)

_NAMESAKES = 40  # beyond these a surname leads to nobody in particular

Surnames = dict[str, list[str]]


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
    read = {x.words: read_name(x.words, layout) for x in labels if _names(x)}
    known = [n.name for n in titled] + ([given] if given else [])
    known += [n.name for n in read.values() if n.full]
    by_surname = _by_surname(_shortened(known, read))
    firsts = _first_names(text, layout)
    names = {
        words: _fullest(named, by_surname, title=title, firsts=firsts, layout=layout)
        for words, named in read.items()
    }
    return Cast(names, _principals(read, names, titled=titled, given=given, layout=layout))


def _names(label: Label) -> bool:
    return label.kind in (
        LabelKind.NAME,
        LabelKind.CAPITALS,
        LabelKind.SINGLE,
        LabelKind.MARKED,
        LabelKind.COLUMN,
        LabelKind.CONDUCTOR,
    )


def _surname(name: str) -> str:
    found = forms(name)
    return found[-1] if found else ""


def _by_surname(names: list[str]) -> Surnames:
    found: Surnames = defaultdict(list)
    for name in dict.fromkeys(names):
        same = found[_surname(name)]
        if len(same) < _NAMESAKES:
            same.append(name)
    return found


def _shortened(known: list[str], read: dict[str, Named]) -> list[str]:
    """The known names, a post's words taken off where a plain label gives the shorter name."""
    bare = _by_surname([n.name for n in read.values() if n.full and not n.post])
    return [_shorter(name, bare.get(_surname(name), [])) for name in known]


def _shorter(name: str, bare: list[str]) -> str:
    ends = (b for b in bare if b != name and f" {name}".endswith(f" {b}") and " " in b)
    return next(ends, name)


def _fullest(
    named: Named,
    by_surname: Surnames,
    *,
    title: str,
    firsts: dict[str, Counter[str]],
    layout: Layout,
) -> str:
    known = by_surname.get(_surname(named.name), [])
    parts = forms(named.name)
    if named.full and named.name in known and len(parts) > 1 and len(parts[0]) > 1:
        return named.name
    fits = [k for k in known if k != named.name and is_short_for(named.name, k, layout)]
    fits = [k for k in fits if len(forms(k)) >= 2 and len(forms(k)[0]) > 1] or fits
    if not fits and named.full:
        return _shorter(named.name, known)
    if len({forms(f) for f in fits}) == 1:
        return fits[0]
    if fits or named.full:
        return named.name
    return _the_office(named, title) or _in_text(named, firsts, layout) or named.name


def _the_office(named: Named, title: str) -> str:
    """THE PRESIDENT under a title that names "President Baker" is that president."""
    post = named.name.removeprefix("The ")
    if post == named.name:
        return ""
    found = set(re.findall(rf"\b{re.escape(post)}\s+((?:[A-Z][\w.’'-]*\s?)+)", title))
    names = {f"{post} {f.strip()}" if " " not in f.strip() else f.strip() for f in found}
    return names.pop() if len(names) == 1 else ""


def _in_text(named: Named, firsts: dict[str, Counter[str]], layout: Layout) -> str:
    """A first name that the text puts before the surname, where it puts only one there."""
    surname = named.name.split()[-1]
    beside = {plain(w) for w in named.post.split()}
    if not beside or len(surname) < 3 or not beside <= layout.posts | layout.honorifics:
        return ""
    found = firsts.get(surname, Counter())
    return f"{next(iter(found))} {surname}" if len(found) == 1 else ""


def _first_names(text: str, layout: Layout) -> dict[str, Counter[str]]:
    """What stands before each capitalised word of a text and may be a first name.

    The first word of a sentence is left out: it is capitalised whatever it is.
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    none = layout.posts | layout.honorifics | layout.places | layout.institutions
    for match in _PAIR.finditer(text):
        first, surname = match.groups()
        if plain(first) in none or plain(first) in layout.connectors:
            continue
        if not _BEFORE.search(text[max(0, match.start() - 4) : match.start()]):
            found[surname][first] += 1
    return found


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
    found |= {n.name for n in titled} & set(names.values())
    for words, named in read.items():
        post = {plain(w) for w in named.post.split()}
        if post & layout.officials and not post & layout.askers:
            found.add(names[words])
    return frozenset(found)
