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


_COUNTING = "two three four five six seven eight nine ten eleven twelve".split()

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

# --- meetings --------------------------------------------------------------------------------

_MEETINGS = {
    "summit": "summit",
    "summit meeting": "summit",
    "round": "round",
    "round of talks": "round",
    "session": "session",
    "congress": "congress",
    "forum": "forum",
    "conference": "conference",
    "talks": "talks",
    "negotiations": "talks",
    "meeting": "meeting",
    "consultations": "consultations",
    "conversation": "talks",
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
    "visits": "visit",
}

_TOWNS = """
    munich davos sochi geneva vienna oslo dayton potsdam yalta munich montreux lausanne antalya
    petropavlovsk bonn zurich istanbul rambouillet helsinki dushanbe bishkek shanghai hangzhou
    hamburg osaka marrakech kyoto jeddah mecca oslo doha sharm
"""
_NAME = r"[A-Z][\w’-]+(?: [A-Z][\w’-]+)*"
_GOER = r"(?:will|would|is to|plans? to|intends? to|going to|is about to)(?: \w+)?"
_PLURALS_OF_PEOPLE = (
    r"(?P<people>ministers|presidents|leaders|heads|representatives|delegations|envoys|experts|"
    r"officials|chiefs|militaries|secretaries|groups)"
)

MEETINGS = MeetingWords(
    nouns=_MEETINGS | _PLURALS,
    plurals=frozenset(_PLURALS),
    gatherings=frozenset("summit congress forum conference".split()),
    standing=frozenset(["forum"]),
    remote_nouns=frozenset(["conversation", "talks", "consultations"]),
    remote=r"\b(?:tele)?phone\b|\bvideo",
    beside=r"[\s,]+(?:on the sidelines of|on the margins of|during|at) (?:the )?\Z",
    towns=frozenset(_TOWNS.split()) | {"st petersburg", "new york", "the hague", "camp david"},
    named_only=frozenset(["congress"]),
    at=frozenset(["at the ", "during the ", "following the ", "of the ", "attend", "took part in"]),
    loose=frozenset(
        "talks negotiations meeting conversation consultations summit session round".split()
    )
    | {"telephone conversation", "phone conversation", "telephone call", "phone call"},
    named_rounds={"meeting": ("on", "in"), "talks": ("on", "in")},
    never_dated=frozenset(["conversation"]),
    bodies=frozenset(_BODIES.split()),
    plenary=frozenset(["plenary"]),
    this_country=r"\s+to (?:our|my|this) country\b",
    with_me=r"\b(?:and (?:I|me)|I and)\b",
    own=frozenset("today todays our this current".split()),
    speaking=frozenset("my our".split()),
    never=(
        r"(?:news|press|video) conferences?",
        r"all[- ]round",
        r"round[- ]the[- ]clock",
        r"year[- ]round",
        r"round tables?",
        r"(?:us|u\.s\.|american) congress\b(?! of)",
        r"congress\b(?=men|man|wom)",
        r"conference on interaction",
        r"conference calls?",
    ),
    heads=frozenset("president king queen emir chancellor premier sultan".split())
    | {"prime minister", "crown prince", "head of state", "supreme leader"},
    officials=frozenset("minister secretary envoy representative leader ambassador".split()),
    no_heads=frozenset("vice deputy foreign aide administration envoy former council".split())
    | {"minister of", "permanent representative"},
    held=(
        "held",
        "hosted?",
        "hosts",
        "took place",
        "will take place",
        "had",
        "have had",
        "have held",
        "hold",
        "conducted",
        "met",
    ),
    attended=("took part in", "taken part in", "participated in", "attended", "spoke at"),
    hosts=(
        rf"\b({_NAME}) (?:will host|hosted|is to host|is hosting|hosts)\W+(?:\w+\W+){{0,2}}\Z",
        rf"\bin ({_NAME}) (?:at|during) (?:the )?\Z",
    ),
    ceremonies=(
        r"[Pp]resentation of [\w ’-]*(?:credentials|letters of credence)",
        r"received [\w ’-]*(?:credentials|letters of credence)",
        r"[Cc]eremony [\w ’-]{1,60}",
        r"^Conversation with [\w ’-]{1,60}",
    ),
    verbs=(
        "met",
        "meet",
        "spoke",
        "speaking",
        "said",
        "saying",
        "told",
        "visit",
        "visited",
        "visiting",
        "come",
        "travel",
        "fly",
        "arrived",
        "welcomed?",
        "welcoming",
    ),
    met=(
        (r"\bmet with\b", "meeting"),
        (r"\bspoke (?:with|to|by telephone with|by phone with|on the phone with)\b", "talks"),
    ),
    several=(
        rf"(?i:\b(?:\w[\w’-]* |, ){{0,6}}{_PLURALS_OF_PEOPLE})\b"
        r"(?: of(?: the)?(?: [\w’-]+){1,8}?)?"
        r" (?:will|have|are to|are going to)(?: \w+)? (?:meet|met)\b"
        r"|\bwe will (?:next )?meet(?= in [A-Z])"
    ),
    visiting=(
        rf"\b{_GOER} visit (?P<place>(?:the )?{_NAME})",
        rf"(?:\b(?:I|[Ww]e|[Hh]e|[Ss]he|who|also|recently|have|has|had|[A-Z][\w’-]+) |^)"
        rf"(?:visited|is visiting|are visiting) (?P<place>(?:the )?{_NAME})",
        rf"\bto visit (?P<place>(?:the )?{_NAME})(?=[^.;]{{0,40}}\baccept)",
        rf"\bwill (?:\w+ )?(?:come|travel|fly) to (?P<place>(?:the )?{_NAME})",
        rf"\b(?:arrived|welcomed?|welcoming) (?:[\w’ -]{{1,60}} )?(?:in|to) (?P<place>{_NAME})",
    ),
    spoke=r"\b(?:said|saying|speaking)(?: [\w’.]+){0,3} at (?:the )?\Z",
    first=frozenset("I We we".split()),
    spoken_at=(
        r"\b(?:said|saying|spoke|speaking|told)(?: [\w’.]+){0,3} at the "
        r"(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+)* (?:Council|Dialogue|Club|Assembly|Gathering))\b",
    ),
    pointing=frozenset(["the", "this"]),
    ours=frozenset(["our", "my", "this"]),
    mine=frozenset(["my"]),
    as_nouns=(
        (r"^met with ", "meeting with "),
        (r"^spoke (?:with|to|by telephone with|by phone with|on the phone with) ", "talks with "),
        (
            r"^(?:[Tt]he )?(.+?) (?:will|have|are to|are going to)(?: \w+)? (?:meet|met)$",
            r"meeting of \1",
        ),
    ),
    visit_to="visit to {place}",
    to_come=(r"\bwill\b", r"\bto (?:visit|meet)\b", r"\bgoing to\b", r"\bplans?\b", r"welcoming"),
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
    "package of measures": "agreement",
    "set of measures": "agreement",
    "package of agreements": "agreement",
    "package": "agreement",
    "programme": "plan",
    "program": "plan",
    "treaty": "treaty",
    "convention": "treaty",
    "protocol": "treaty",
    "charter": "charter",
    "decision": "decision",
}

_AGREEMENT_PLURALS = {
    "resolutions": "resolution",
    "agreements": "agreement",
    "accords": "agreement",
    "understandings": "agreement",
    "decisions": "decision",
    "conclusions": "decision",
    "ceasefire agreements": "ceasefire",
    "declarations": "statement",
    "statements": "statement",
}
_ZONES = (
    r"(?:\w+[ -]){0,3}?(?:de-escalation|demilitari[sz]ed|safe|security|buffer) (?:zones?|areas?)"
)
_SETTING = r"(?:creation|establishment|formation|setting up)"
_SET = r"(?:created|established|set up|formed)"
_WHERE = r"(?: in (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,3})?"
_COMMITTEE = r"(?:[Cc]onstitution(?:al)?|[A-Z]\w+) [Cc]ommi(?:ttee|ssion)"

AGREEMENTS = AgreementWords(
    nouns=_AGREEMENTS | _AGREEMENT_PLURALS,
    plurals=frozenset(_AGREEMENT_PLURALS),
    made=frozenset("signed adopted approved reached concluded ratified made written".split()),
    amending=r"\bto (?:the )?\Z",
    never=(
        r"press statements?",
        r"opening statements?",
        r"resolution of (?:the|this|a|all|any)\b",
        r"in agreement\b",
        r"peace plan\b",
    ),
    states=frozenset(["ceasefire", "truce"]),
    joint=frozenset(["joint"]),
    deeds=(
        rf"\b{_SETTING} of (?:the )?{_ZONES}{_WHERE}",
        rf"\b{_ZONES} (?:have|has|had) been {_SET}",
        rf"\b(?:decided|agreed) to (?:establish|create|set up) (?:\w+ ){{0,5}}?{_ZONES}",
        rf"\b{_COMMITTEE} was (?:{_SET})(?: \w+){{0,3}}",
    ),
    topics=frozenset("on regarding concerning about".split()),
    tasks=frozenset(["to"]),
    on_subjects=frozenset("agreement memorandum resolution treaty".split()),
    unnamed=frozenset(["programme", "program"]),
    clauses=tuple("is are was were has have had will would can could that which who to by".split()),
    taken=frozenset(["of", "taken"]),
    for_years=r"\bfor \d{4}\s*[-–−]\s*\d{2,4}",
    packages=frozenset(["package of measures", "set of measures", "package"]),
)

# --- the whole -------------------------------------------------------------------------------

ENGLISH_PROCESS = ProcessWords(
    ordinals=_ordinals(),
    phrases=PHRASES,
    times=TIMES,
    meetings=MEETINGS,
    agreements=AGREEMENTS,
)
