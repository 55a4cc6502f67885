"""English words on processes: meetings, agreements, and when they are."""

from onrecord.languages._process import (
    AgreementWords,
    MeetingWords,
    PhraseWords,
    ProcessWords,
    TimeWords,
)

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


# --- phrases ---------------------------------------------------------------------------------

_PEOPLE = """
    president presidents leader leaders head heads minister ministers chancellor king emir premier
    representative representatives member members ambassador ambassadors delegation delegations
    envoy envoys participants participation guarantors guarantor chiefs chief counterpart secretary
    general commander officials experts deputies rectors businessmen people chairman speaker
    speakers
"""

_BODIES = """
    committee committees council assembly commission board group groups parliament parliaments
    bodies body club union organisation organization ministry ministries agencies cabinet collegium
"""

_TOPICS = """
    settlement process crisis conflict situation issue issues state states government governments
    country countries party parties side sides opposition format formats quartet troika five four
    three two six seven
"""

_EVENTS = "summit meeting meetings congress forum conference talks negotiations session"

_ADJECTIVES = """
    international trilateral bilateral multilateral quadrilateral interregional intergovernmental
    interstate inter-parliamentary joint working informal official formal plenary regional business
    next last latest recent previous upcoming forthcoming final expanded extended full-format
    one-on-one two-day three-day annual regular extraordinary brief separate future past subsequent
    following current today tomorrow yesterday important productive substantive successful
    constructive fruitful useful detailed first-ever personal private closed closed-door special
    emergency ordinary high-level top-level ministerial parliamentary presidential intra-syrian
    inter-syrian intra-afghan inter-korean syrian-syrian economic political military peace
    humanitarian media youth investment energy trade civil society national global local
    interagency interethnic interfaith scientific practical practical-military military-practical
    state working-level high summit trust-based traditional new general board telephone phone
    video large small great comprehensive additional free preliminary final broad broader so-called
    regular another same historic lengthy long short very good same public annual big main
    central permanent administrative organizing organising coordinating presidency mixed
    supervisory
"""

PHRASES = PhraseWords(
    determiners=frozenset(
        """
        the a an this that these those our his her its their my your each every any some another
        no such both
        """.split()
    ),
    modifiers=frozenset(_ADJECTIVES.split()),
    numbers={w: n for n, w in enumerate("two three four five six seven eight".split(), start=2)}
    | {"several": 0, "many": 0, "numerous": 0, "few": 0},
    fillers=frozenset((_PEOPLE + _BODIES + _TOPICS + " " + _EVENTS).split())
    | frozenset("foreign armed respective young constitution constitutional syrian".split()),
    telling=frozenset((_PEOPLE + _BODIES + " " + _EVENTS).split())
    | frozenset("government opposition".split()),
    links=frozenset("of on in at with between for to from by during within under".split()),
    joining=frozenset("and or as well of for on the".split()),
    closing=frozenset(["and"]),
    listing=frozenset("of between with from by".split()),
    participles=frozenset(
        """
        held hosted scheduled planned chaired convened signed adopted concluded reached approved
        place taking taken organised organized opened launched initialled initialed made
        """.split()
    ),
    auxiliaries=frozenset(
        """
        is are was were be been being to will would has have had which that it take takes took
        taking place also just recently due now soon already successfully who should must
        """.split()
    ),
    days=frozenset(
        """
        today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday tonight
        """.split()
    ),
    placing=frozenset("in at".split()),
    unplaced=frozenset(
        """
        format formats process framework context case platform group groups track settlement crisis
        issue situation talks negotiations agreements zone zones province region council committee
        assembly light parliament congress
        """.split()
    ),
)

# --- when ------------------------------------------------------------------------------------

TIMES = TimeWords(
    coming_before=(
        r"\bpreparations?(?: \w+){0,3} for\b",
        r"\bprepar(?:e|ing) (?:for|to)\b",
        r"\b(?:will|shall|going to|plan(?:s|ned|ning)? to|intends? to|about to)\b",
        r"\bagreed to (?:hold|convene|organise|organize|meet)\b",
        r"\bon the eve of\b",
        r"\bahead of\b",
        r"\blook(?:ing)? forward to\b",
        r"\brun-up to\b",
        r"\b(?:idea|initiative|proposal|proposed|need|decision|readiness|ready) (?:of|to|for)\b",
        r"\b(?:convening|holding|organising) (?:of )?\b",
    ),
    coming_behind=(
        r"^\W*(?:\w+ ){0,4}?(?:will|is scheduled|are scheduled|to be held|planned|scheduled)\b",
        r"^\W*(?:is|are) (?:\w+ )?(?:under preparation|in the works|being prepared)\b",
        r"^\W*(?:is|are) (?:due|to)\b",
    ),
    past_before=(
        r"\b(?:following|after|since|outcomes?|results?|success|upshot|aftermath)(?: \w+){0,3}$",
        r"\b(?:held|hosted|completed|concluded|attended|chaired|hold|had|finished)(?: \w+){0,4}$",
        r"\b(?:took part|taken part|spoke|spoken|said|reached|adopted|made|signed)(?: \w+){0,5}$",
        r"\bduring(?: \w+){0,3}$",
    ),
    past_behind=(
        r"^\W*(?:\w+ ){0,3}?(?:was|were|took place|has been|have been|ended|held)\b",
        r"^\W*(?:has|have) (?:\w+ )?(?:\w+ed|become|shown|given)\b",
    ),
    put_off=(r"\b(?:postpone[ds]?|put off|postponing|rescheduled|cancel(?:led|ed)|called off)\b",),
    next_words=frozenset("next upcoming forthcoming future".split()),
    last_words=frozenset("last latest recent previous past".split()),
)

# --- meetings --------------------------------------------------------------------------------

_MEETINGS = {
    "summit": "summit",
    "summit meeting": "summit",
    "round": "round",
    "session": "session",
    "congress": "congress",
    "forum": "forum",
    "conference": "conference",
    "talks": "talks",
    "negotiations": "talks",
    "meeting": "meeting",
    "consultations": "consultations",
    "conversation": "call",
    "telephone conversation": "call",
    "phone conversation": "call",
    "telephone call": "call",
    "phone call": "call",
    "telephone conference": "call",
    "videoconference": "call",
    "visit": "visit",
}

_PLURALS = {
    "summits": "summit",
    "rounds": "round",
    "sessions": "session",
    "forums": "forum",
    "conferences": "conference",
    "meetings": "meeting",
}

MEETINGS = MeetingWords(
    nouns=_MEETINGS,
    plurals=_PLURALS,
    gatherings=frozenset("summit congress forum conference".split()),
    loose=frozenset(
        "talks negotiations meeting conversation consultations summit session round".split()
    )
    | {"telephone conversation", "phone conversation", "telephone call", "phone call"},
    bodies=frozenset(_BODIES.split()),
    own=frozenset("today todays our this current".split()),
    never=(
        r"(?:news|press|video|telephone) conferences?",
        r"all[- ]round",
        r"round[- ]the[- ]clock",
        r"year[- ]round",
        r"round tables?",
        r"(?:us|u\.s\.|american|the) congress\b(?! of)",
        r"conference on interaction",
        r"conference call",
    ),
    wished=(),
    heads=frozenset("president king queen emir chancellor premier sultan".split())
    | {"prime minister", "crown prince", "head of state", "supreme leader"},
    met=(
        (r"\bmet with\b", "meeting"),
        (r"\bspoke (?:with|to|by telephone with|by phone with|on the phone with)\b", "call"),
    ),
)

# --- agreements ------------------------------------------------------------------------------

_AGREEMENTS = {
    "resolution": "resolution",
    "agreement": "agreement",
    "accord": "agreement",
    "pact": "agreement",
    "memorandum": "memorandum",
    "plan": "plan",
    "roadmap": "plan",
    "declaration": "statement",
    "statement": "statement",
    "communique": "statement",
    "communiqué": "statement",
    "ceasefire": "ceasefire",
    "ceasefire agreement": "ceasefire",
    "truce": "ceasefire",
    "treaty": "treaty",
    "convention": "treaty",
    "protocol": "treaty",
    "charter": "charter",
    "decision": "decision",
}

AGREEMENTS = AgreementWords(
    nouns=_AGREEMENTS,
    plurals={
        "resolutions": "resolution",
        "agreements": "agreement",
        "accords": "agreement",
        "understandings": "agreement",
        "decisions": "decision",
        "ceasefire agreements": "ceasefire",
        "declarations": "statement",
        "statements": "statement",
    },
    made=frozenset("signed adopted approved reached concluded ratified made".split()),
    never=(
        r"press statements?",
        r"opening statements?",
        r"resolution of (?:the|this|a|all|any)\b",
        r"in agreement\b",
        r"peace plan\b",
    ),
    joint=frozenset(["joint"]),
)

# --- the whole -------------------------------------------------------------------------------

ENGLISH_PROCESS = ProcessWords(
    ordinals=_ordinals(),
    phrases=PHRASES,
    times=TIMES,
    meetings=MEETINGS,
    agreements=AGREEMENTS,
)
