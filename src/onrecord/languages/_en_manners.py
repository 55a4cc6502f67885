"""English cues by manner, and the words that make a cue deny, withhold, ask or hedge.

In the tables a verb stands for its five forms, a noun for singular and plural, anything else for
itself; "_" joins the words of a phrase, of which the first is inflected in `verbs`. What stands in
an earlier table counts before what stands in a later one.
"""

from __future__ import annotations

from onrecord.languages._en_inflection import noun_forms, verb_forms
from onrecord.languages._en_manner_cues import AS_THEY_STAND, NOUNS, OTHERS, VERBS
from onrecord.languages._manners import CueWord, Manners, Phrase
from onrecord.model import Manner

_S, _W, _T, _I = Manner.SPEECH, Manner.WRITING, Manner.THOUGHT, Manner.INTENTION


def _joined(entry: str) -> Phrase:
    """A table's entry as the words of a text are: hyphens part words."""
    return tuple(entry.replace("-", "_").split("_"))


def _entries() -> dict[Phrase, CueWord]:
    found: dict[Phrase, CueWord] = {}
    for manner, effect, table in AS_THEY_STAND:
        for entry in table.split():
            found.setdefault(_joined(entry), CueWord(manner, effect))
    for tables, forms in ((VERBS, verb_forms), (NOUNS, noun_forms), (OTHERS, None)):
        for manner, effect, table in tables:
            for entry in table.split():
                first, *rest = entry.split("_")
                for form in forms(first) if forms else (first,):
                    found.setdefault(_joined("_".join([form, *rest])), CueWord(manner, effect))
    return found


def _by_first(entries: dict[Phrase, CueWord]) -> dict[str, tuple[tuple[Phrase, CueWord], ...]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[tuple[Phrase, CueWord]]] = {}
    for phrase, word in sorted(entries.items(), key=lambda entry: -len(entry[0])):
        if len(phrase) > 1:
            found.setdefault(phrase[0], []).append((phrase, word))
    return {first: tuple(phrases) for first, phrases in found.items()}


def _phrases(table: str) -> frozenset[Phrase]:
    return frozenset(tuple(entry.split("_")) for entry in table.split())


_ENTRIES = _entries()
_NEGATORS = frozenset(
    "not never no nobody none neither nor without hardly scarcely nothing nowhere".split()
)
_AFFIRMING = _phrases(
    """
    not_only not_just not_merely not_simply not_long not_to_mention not_help
    not_wait not_resist not_say_enough not_agree_more not_mince not_forget_to_mention
    not_stop_saying not_stopped_saying not_stop_talking not_stopped_talking not_surprisingly
    not_unreasonable not_without not_alone not_exclusively
    no_secret no_bones no_fewer no_less no_later no_matter no_sooner no_stranger no_fan_of
    no_words never_tires never_tire never_tired never_stops_saying never_stopped_saying
    never_ceases
    never_ceased if_not or_not than_not why_not whether_or_not nothing_but not_least
    nothing_short no_more_than not_always not_necessarily_always not_so_subtly
    never_forget never_shied not_shied not_shy no_problem not_hard
    never_before_so said_no_to says_no_to say_no_to saying_no_to no_wonder no_surprise
    not_so_long_ago not_unlike never_ending not_guilty
    """
)
_AUXILIARIES = """
    has have had having is are was were be been being am do does did will would can could may might
    must shall should ought need ca wo 's 've 'd 'll 're 'm s ve d ll re m
"""
_ADVERBS = """
    also then later again still even just now once often repeatedly reportedly recently publicly
    previously earlier already always ever only simply first further soon thus long sometimes
    therefore thereby instead actually almost all both too ago yet far so quite rather perhaps maybe
    very well really either however though though consistently much more most
"""

ENGLISH_MANNERS = Manners(
    words={phrase[0]: word for phrase, word in _ENTRIES.items() if len(phrase) == 1},
    phrases=_by_first(_ENTRIES),
    negators=_NEGATORS,
    reversing=_phrases("yet_to instead_of rather_than short_of far_from no_longer"),
    affirming={
        negator: tuple(sorted(phrase for phrase in _AFFIRMING if negator in phrase))
        for negator in _NEGATORS
    },
    hedges=frozenset(
        """
        reportedly allegedly apparently supposedly purportedly ostensibly seemingly presumably
        perhaps possibly probably maybe evidently likely rumored rumoured conceivably
        """.split()
    ),
    modals=frozenset("may might could".split()),
    reported=frozenset(
        """
        said reported rumored rumoured alleged believed thought understood supposed claimed expected
        likely known
        """.split()
    ),
    passives=frozenset("is are was were be been being 's s 're re".split()),
    running=frozenset(f"{_AUXILIARIES} {_ADVERBS} to".split()) | _NEGATORS,
    asides=frozenset("however though instead meanwhile too of course moreover".split()),
    bare={"for": _T, "to": _T, "—": _S},
    written=frozenset(
        """
        statement statements email emails e-mail mail tweet tweets letter letters memo memos
        memorandum post posts blog op-ed ed article articles column columns editorial editorials
        book books
        essay report reports twitter facebook instagram filing filings lawsuit message text texts
        release document documents brief writing website newsletter diary autobiography memoir poll
        polls polling analysis survey surveys study studies paper review complaint affidavit
        transcript records
        record data caption headline headlines sign note leaflet pamphlet communique white-paper
        newspaper magazine journal census estimates figures manifesto contract petition opinion
        """.split()
    ),
    nouns=frozenset(
        form for _, _, table in NOUNS for entry in table.split() for form in noun_forms(entry)
    ),
    disputing=frozenset(
        """
        deny denies denied reject rejects rejected dispute disputes disputed dismiss dismisses
        dismissed refute refutes refuted rebut rebuts rebutted repudiate repudiates repudiated
        retract retracts retracted withdraw withdrew contest contested debunk debunked doubted
        disavow disavowed disowned discount discounted
        """.split()
    ),
    evidence=frozenset(
        verb_forms("find")
        + verb_forms("show")
        + verb_forms("prove")
        + verb_forms("discover")
        + verb_forms("determine")
        + verb_forms("rank")
    ),
    scant=frozenset({"few", "little"}),
    conditions=frozenset("if whether unless lest assuming supposing".split()),
    questions=frozenset({"whether"}),
    wonders=frozenset("whether if what why how who whom when where which about".split()),
    auxiliaries=frozenset(
        "has have had is are was were do does did will would can could may might should".split()
    ),
    prepositions=frozenset(
        "on in before at with alongside together for by beside next during within onstage".split()
    ),
    unfounded=_phrases(
        """
        no_evidence no_proof no_record no_indication no_sign no_suggestion not_true untrue false
        not_the_case no_truth
        """
    ),
    uncertain=_phrases(
        """
        not_clear unclear not_known unknown not_certain uncertain not_sure unsure unlikely doubtful
        possible
        """
    ),
)
