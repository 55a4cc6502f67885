"""Which names in a store are one speaker's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.naming import clean_name, parts_of, same_name, surname_key
from onrecord.people import each_of, is_group
from onrecord.portraits._portrait import Speaker, SpeakerKind
from onrecord.stores import Voice

_KINDS = {"organisation": SpeakerKind.ORGANISATION, "collective": SpeakerKind.GROUP}


def gather(voices: Iterable[Voice]) -> tuple[Speaker, ...]:
    """The speakers of a store, those with most words first.

    A name joins another where `naming.same_name` has the two for one person and there is no third
    whom it fits as well: "Lavrov" stays by itself where two Lavrovs speak. What several say
    together counts for each of them.
    """
    single, together = list[Voice](), list[Voice]()
    for voice in voices:
        (together if len(each_of(voice.name)) > 1 else single).append(voice)
    alone = {voice.name for voice in single}
    for voice in together:
        for name in each_of(voice.name):
            if name and name not in alone:
                alone.add(name)
                single.append(Voice(name, "plural", 0, 0))
    gathered = [one for several in _by_surname(single) for one in _joined(several)]
    shared = _shares(gathered, together)
    found = (_speaker(one, shared[number]) for number, one in enumerate(gathered))
    return tuple(sorted(found, key=lambda one: (-one.statements - one.records, one.name)))


@dataclass(slots=True)
class _Gathered:
    """Names of one speaker, the fullest first."""

    kind: SpeakerKind
    voices: list[Voice] = field(default_factory=list)


def _by_surname(voices: Iterable[Voice]) -> Iterator[list[Voice]]:
    """Names that could be one person's together; organisations and groups each alone."""
    people: dict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        if _kind(voice) is SpeakerKind.PERSON and (key := surname_key(clean_name(voice.name))):
            people[key].append(voice)
        else:
            yield [voice]
    yield from people.values()


def _kind(voice: Voice) -> SpeakerKind:
    if voice.basis in ("turn", "plural") and is_group(voice.name):
        return SpeakerKind.GROUP
    return _KINDS.get(voice.basis, SpeakerKind.PERSON)


def _joined(voices: Sequence[Voice]) -> list[_Gathered]:
    """Fuller names first, so that a shorter one that fits several is seen to."""
    found: list[_Gathered] = []
    for voice in sorted(voices, key=lambda one: (-_fullness(one.name), -one.statements, one.name)):
        fitting = [one for one in found if same_name(one.voices[0].name, voice.name)]
        if len(fitting) == 1:
            fitting[0].voices.append(voice)
        else:
            found.append(_Gathered(_kind(voice), [voice]))
    return found


def _fullness(name: str) -> int:
    return sum(len(part) > 1 for part in parts_of(name))


def _shares(gathered: Sequence[_Gathered], together: Iterable[Voice]) -> dict[int, list[Voice]]:
    """What each says together with others."""
    of = {voice.name: number for number, one in enumerate(gathered) for voice in one.voices}
    found: dict[int, list[Voice]] = defaultdict(list)
    for voice in together:
        for number in {of[name] for name in each_of(voice.name) if name in of}:
            found[number].append(voice)
    return found


def _speaker(one: _Gathered, shared: Sequence[Voice]) -> Speaker:
    own = sorted(one.voices, key=lambda v: (-v.statements - v.records, -_fullness(v.name), v.name))
    full = [voice for voice in own if _fullness(voice.name) > 1] or own
    voices = [*own, *shared]
    return Speaker(
        name=full[0].name,
        names=tuple(voice.name for voice in voices if voice.statements or voice.records),
        kind=one.kind,
        statements=sum(voice.statements for voice in voices),
        records=sum(voice.records for voice in voices),
    )
