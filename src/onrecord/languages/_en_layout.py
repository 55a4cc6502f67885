"""How documents in English are laid out."""

from types import MappingProxyType

from onrecord.languages._en_furniture import FURNITURE, FURNITURE_PATTERNS, STAGE
from onrecord.languages._en_labels import (
    ANSWER_LABELS,
    CONDUCTORS,
    CONNECTORS,
    HONORIFICS,
    INSTITUTIONS,
    NEVER_LABELS,
    PARTICLES,
    PLACES,
    POSTS,
    QUESTION_LABELS,
    VOICE_LABELS,
)
from onrecord.languages._layout import Layout
from onrecord.languages._tables import words

_MONTHS = """
january february march april may june july august september october november december
""".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

ENGLISH_LAYOUT = Layout(
    months=MappingProxyType(
        {name: number for number, name in enumerate(_MONTHS, 1)}
        | {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
        | {"sept": 9}
    ),
    weekdays=MappingProxyType(
        {name: number for number, name in enumerate(_WEEKDAYS)}
        | {
            form: number
            for number, forms in enumerate(
                ("mon", "tue tues", "wed", "thu thur thurs", "fri", "sat", "sun")
            )
            for form in forms.split()
        }
    ),
    question_labels=QUESTION_LABELS,
    answer_labels=ANSWER_LABELS,
    voice_labels=VOICE_LABELS,
    conductors=CONDUCTORS,
    never_labels=NEVER_LABELS,
    honorifics=HONORIFICS,
    posts=POSTS,
    institutions=INSTITUTIONS,
    places=PLACES,
    particles=PARTICLES,
    connectors=CONNECTORS,
    translated=words("retranslated re-translated translated translates translation"),
    interpreted=words("interpreted interpreter interpretation"),
    stage=STAGE,
    furniture=FURNITURE,
    furniture_patterns=FURNITURE_PATTERNS,
    publisher_words=words(
        """
        english news times post herald tribune gazette guardian observer monitor mail star telegraph
        independent agency reuters tass interfax xinhua anadolu sputnik bbc cnn nbc cbs abc npr
        politico bloomberg aljazeera jazeera daily weekly press today journal online chronicle
        examiner express standard economist wire courier report
        """
    ),
    agencies=MappingProxyType(
        {
            "tass": "TASS",
            "itar-tass": "TASS",
            "ap": "AP",
            "associated press": "AP",
            "the associated press": "AP",
            "reuters": "Reuters",
            "afp": "AFP",
            "agence france-presse": "AFP",
            "upi": "UPI",
            "interfax": "Interfax",
            "ria novosti": "RIA Novosti",
            "sputnik": "Sputnik",
            "xinhua": "Xinhua",
            "dpa": "dpa",
            "efe": "EFE",
            "ansa": "ANSA",
            "kyodo": "Kyodo",
            "kyodo news": "Kyodo",
            "yonhap": "Yonhap",
            "anadolu": "Anadolu",
            "anadolu agency": "Anadolu",
            "aa": "Anadolu",
            "irna": "IRNA",
            "sana": "SANA",
            "kazinform": "Kazinform",
            "bloomberg": "Bloomberg",
            "cnn": "CNN",
            "pti": "PTI",
            "tanjug": "Tanjug",
            "ukrinform": "Ukrinform",
            "belta": "BelTA",
            "apa": "APA",
            "trend": "Trend",
            "mna": "Mehr",
            "ap, afp": "AP",
        }
    ),
    speech_titles=words(
        """
        remarks remark address addresses speech speeches statement statements interview answers
        replies conference briefing briefings gaggle transcript comments comment greetings
        greeting congratulations message opening keynote lecture testimony debate q&a call
        """
    ),
    joint_titles=(
        "joint news conference",
        "joint press conference",
        "joint press statement",
        "joint media availability",
        "joint press availability",
        "following talks with",
        "following a meeting with",
        "after talks with",
    ),
    salutations=(
        r"ladies\s+and\s+gentlemen",
        r"(?:dear\s+)?(?:colleagues|friends|comrades)\s*[,!]",
        r"(?:mr|mrs|ms|madam|sir|your)\.?\s+(?:president|speaker|chair|chairman|chairperson|"
        r"secretary(?:[\s-]general)?|excellenc(?:y|ies)|majesty|highness)",
        r"excellencies",
        r"distinguished\s+(?:delegates|guests|colleagues|heads|ministers|members|participants)",
        r"good\s+(?:morning|afternoon|evening)",
    ),
    speech_formulas=(
        r"\bgeneral\s+(?:assembly|debate)\b",
        r"\bthis\s+(?:rostrum|podium|hall|august)\b",
        r"\ballow\s+me\s+to\b",
        r"\blet\s+me\s+(?:express|begin|congratulate|thank|first|conclude|reiterate)\b",
        r"\bi\s+(?:would\s+like|wish|want)\s+to\s+"
        r"(?:begin|congratulate|thank|express|welcome|extend|reiterate|stress|conclude)\b",
        r"\btake\s+this\s+opportunity\b",
        r"\b(?:i|we)\s+(?:congratulate|commend|call\s+(?:up)?on|urge|welcome|reaffirm|reiterate)\b",
        r"\b(?:my|our)\s+(?:country|delegation|people|nation)\b",
        r"\bhis\s+excellency\b|\bher\s+excellency\b",
        r"\bthank\s+you\b",
    ),
    first_person=words(
        "i we our my us me ours mine myself ourselves i'm i’m we're we’re i've i’ve"
    ),
    reporting=words(
        """
        said says told added stated noted stressed announced according reported reports tweeted
        recalled continued emphasized emphasised underlined pointed claimed argued insisted
        explained declared asked wrote accused urged warned called
        """
    ),
    past=words(
        """
        was were had did went came took broke began made held became got gave left met led won lost
        fell rose saw grew could've would've should've been
        """
    ),
    ahead=(
        r"\bwill\b",
        r"\bshall\b",
        r"\bgoing to\b",
        r"\bplan(?:s|ned|ning)?\b",
        r"\bexpect(?:s|ed)?\b",
        r"\bscheduled\b",
        r"\bdue\b",
        r"\bby\s+(?:the\s+end\s+of\s+)?(?:early\s+|late\s+|mid-)?$",
        r"\buntil\b",
        r"\bthrough\b",
        r"\bforecast\b",
        r"\bnext\b",
        r"’ll\b",
        r"'ll\b",
    ),
    past_phrases=("could have", "would have", "should have", "have been", "has been"),
    date_words=words("at published updated posted on date gmt utc msk et"),
    officials=words(
        """
        president vice-president minister premier chancellor secretary secretary-general
        spokesperson spokesman spokeswoman ambassador envoy king queen prince emir sheikh sultan
        pope patriarch archbishop senator governor mayor
        """
    ),
    askers=words(
        """
        moderator host co-host anchor presenter interviewer reporter correspondent journalist
        editor editor-in-chief press
        """
    ),
    year_ends=("end of", "late", "late in", "end of the year"),
    not_this_week=("next", "coming", "last"),
    byline=("by ", "reporting by ", "written by ", "additional reporting by "),
)
