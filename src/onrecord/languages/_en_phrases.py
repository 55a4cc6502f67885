"""English words of the phrases that name occasions and instruments, and of when they are."""

from onrecord.languages._process import PhraseWords, TimeWords

_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = """
    tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth
    nineteenth
""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def ordinals() -> dict[str, int]:
    """The words from "first" to "ninety-ninth"."""
    words = {word: number for number, word in enumerate([*_UNITS, *_TEENS], start=1)}
    for tens, ten in enumerate(_TENS, start=2):
        words[f"{ten[:-1]}ieth"] = tens * 10
        words |= {f"{ten}-{unit}": tens * 10 + n for n, unit in enumerate(_UNITS, start=1)}
    return words


_COUNTING = "two three four five six seven eight nine ten eleven twelve".split()

# --- phrases ---------------------------------------------------------------------------------

_PEOPLE = """
    president presidents leader leaders head heads minister ministers chancellor king emir premier
    representative representatives member members ambassador ambassadors delegation delegations
    envoy envoys participants participation guarantors guarantor chiefs chief counterpart secretary
    general commander officials experts deputies rectors businessmen people chairman speaker
    speakers
"""

BODIES = """
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
    current today tomorrow yesterday important productive substantive successful
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
    possessives=frozenset("our his her its their my your".split()),
    definite=frozenset(["the"]),
    indefinite=frozenset("a an any no another some every each such".split()),
    choosing=frozenset("any no some every each such".split()),
    modifiers=frozenset(_ADJECTIVES.split()),
    people=frozenset(_PEOPLE.split()),
    numbers={word: number for number, word in enumerate(_COUNTING, start=2)} | {"numerous": 0},
    fillers=frozenset((_PEOPLE + BODIES + _TOPICS + " " + _EVENTS).split())
    | frozenset("foreign armed respective young constitution constitutional syrian".split()),
    telling=frozenset((_PEOPLE + BODIES + " " + _EVENTS).split())
    | frozenset("government opposition".split()),
    links=frozenset("of on in at with between for to from by during within under".split()),
    joining=frozenset("and or as well of for on the".split()),
    closing=frozenset(["and"]),
    listing=frozenset("of between with from by".split()),
    participles=frozenset(
        """
        held hosted scheduled planned chaired convened signed adopted concluded reached approved
        place taking taken organised organized opened launched initialled initialed made
        wrapped ended finished up here written
        """.split()
    ),
    auxiliaries=frozenset(
        """
        is are was were be been being to will would has have had which that it take takes took
        taking place also just recently due now soon already successfully who should must
        """.split()
    ),
    infinitive=frozenset(["to"]),
    inner=frozenset(["of"]),
    days=frozenset(
        """
        today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday tonight
        """.split()
    ),
    placing=frozenset("in at".split()),
    towards=frozenset(["to"]),
    unplaced=frozenset(
        """
        format formats process framework context case platform group groups track settlement crisis
        issue situation talks negotiations agreements zone zones province region council committee
        assembly light parliament congress asia europe africa america east west north south world
        """.split()
    ),
)

_NOT = (
    r"(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could|should)(?: not|n[’']t)"
    r"(?: be| been| yet)*|(?:\w+ )?never|cannot|won[’']t"
)
_MAKE = (
    r"sign(?:ed)?|reach(?:ed)?|conclude[ds]?|adopt(?:ed)?|approve[ds]?|hold|held|have|had|"
    r"convene[ds]?|host(?:ed)?|organi[sz]e[ds]?|plan(?:ned)?|met with|meet with|visit(?:ed)?|"
    r"make|made|pay|paid"
)
_MADE = (
    r"signed|reached|concluded|adopted|approved|held|convened|hosted|organi[sz]ed|planned|"
    r"scheduled|made|happen|happened|take place|taken place"
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
        r"^\W*(?:\w+ ){0,4}?(?:will|to be held|(?:is |are )?(?:planned for|scheduled|due in))\b",
        r"^\W*(?:is|are) (?:\w+ )?(?:under preparation|in the works|being prepared)\b",
        r"^\W*(?:is|are) (?:due|to)\b",
    ),
    past_before=(
        r"\b(?:following|after|since|outcomes?|results?|success|upshot|aftermath)(?: \w+){0,3}$",
        r"\b(?:held|hosted|completed|concluded|attended|chaired|hold|had|finished)(?: \w+){0,4}$",
        r"\b(?:took part|taken part|spoke|spoken|said|reached|adopted|made|signed)(?: \w+){0,5}$",
        r"\bduring(?: \w+){0,3}$",
    ),
    past_inside=(r"\bheld\b", r"\btook place\b"),
    past_behind=(
        r"^\W*(?:\w+ ){0,3}?(?:was|were|took place|has been|have been|ended|held)\b",
        r"^\W*(?:has|have) (?:\w+ )?(?:\w+ed|become|shown|given)\b",
    ),
    put_off=(
        r"\b(?:postpone[ds]?|put off|postponing|rescheduled|cancel(?:led|ed)|called off)\b",
        r"\b(?:will|would) (?:not|no longer) (?:now )?(?:take place|be held|be convened)\b",
    ),
    next_words=frozenset("next upcoming forthcoming future".split()),
    last_words=frozenset("last latest recent previous past".split()),
    denying_before=(
        rf"\b(?:{_NOT}) (?:\w+ )?(?:{_MAKE})(?: \w+){{0,3}}\s+",
        rf"\b(?:failed|failing|fails?|refus(?:ed|es|ing|al)) to (?:{_MAKE})(?: \w+){{0,3}}\s+",
        r"\b(?:is|are|was|were|be|been) no(?: \w+){0,2}\s+",
        r"\b(?:without|instead of) (?:any|a|an|the|holding|signing|reaching)(?: \w+)?\s+",
        r"\b(?:no|not any|neither|nor)\s+",
    ),
    denying_behind=(
        rf"\W*(?:{_NOT}) (?:\w+ )?(?:{_MADE})\b",
        r"\W*(?:failed to|did not|didn[’']t) (?:take place|happen|materiali[sz]e)\b",
    ),
    denying_verb=rf"\b(?:{_NOT}) (?:\w+ )?(?:met|meet|visit|visited|come|travel|fly|spoke|speak)\b",
    naming=frozenset("anniversary century centuries decade decades".split()),
    leading=frozenset("on in at of for from by before until till since during".split()),
)
