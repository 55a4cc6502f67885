"""English words on meetings."""

from onrecord.languages._en_phrases import BODIES
from onrecord.languages._process import MeetingWords

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
    bodies=frozenset(BODIES.split()),
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
