"""English words on agreements and instruments."""

from onrecord.languages._process import AgreementWords

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
