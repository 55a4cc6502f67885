"""English words on processes: meetings, agreements, and when they are."""

from onrecord.languages._process import AgreementWords, MeetingWords, ProcessWords, TimeWords

_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = """
    tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth
    nineteenth
""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def _ordinals() -> dict[str, int]:
    """The words from "first" to "ninety-ninth"."""
    words = {word: number for number, word in enumerate([*_UNITS, *_TEENS], start=1)}
    for tens, ten in enumerate(_TENS, start=2):
        words[f"{ten[:-1]}ieth"] = tens * 10
        words |= {f"{ten}-{unit}": tens * 10 + n for n, unit in enumerate(_UNITS, start=1)}
    return words


# --- meetings --------------------------------------------------------------------------------

_MEETINGS = {
    "summit": "summit",
    "round": "round",
    "session": "session",
    "congress": "congress",
    "forum": "forum",
    "conference": "conference",
    "talks": "talks",
    "negotiations": "talks",
    "meeting": "meeting",
    "consultations": "consultations",
    "telephone conversation": "call",
    "phone conversation": "call",
    "telephone call": "call",
    "phone call": "call",
    "telephone conference": "call",
    "visit": "visit",
}

MEETINGS = MeetingWords(
    nouns=_MEETINGS,
    gatherings=frozenset("summit congress forum conference".split()),
    continuous=frozenset("talks negotiations consultations".split()),
    verbs={"met with": "meeting", "will meet with": "meeting", "spoke by telephone": "call"},
    bodies=frozenset("committee council assembly commission board group".split()),
    never=("news conference", "press conference"),
)

# --- agreements ------------------------------------------------------------------------------

_AGREEMENTS = {
    "resolution": "resolution",
    "agreement": "agreement",
    "memorandum": "memorandum",
    "plan": "plan",
    "declaration": "statement",
    "statement": "statement",
    "communique": "statement",
    "communiqué": "statement",
    "ceasefire": "ceasefire",
    "truce": "ceasefire",
    "treaty": "treaty",
    "convention": "treaty",
    "charter": "charter",
    "decision": "decision",
}

AGREEMENTS = AgreementWords(
    nouns=_AGREEMENTS,
    made=frozenset("signed adopted approved reached concluded ratified".split()),
)

# --- the whole -------------------------------------------------------------------------------

ENGLISH_PROCESS = ProcessWords(
    ordinals=_ordinals(),
    times=TimeWords(),
    meetings=MEETINGS,
    agreements=AGREEMENTS,
)
