"""English words for offices."""

from onrecord.languages._offices import OfficeForm, OfficeWords


def _forms(office: str, *forms: str, beside: str = "") -> tuple[OfficeForm, ...]:
    around = frozenset(beside.split())
    return tuple(OfficeForm(office, frozenset(form.split()), around) for form in forms)


# What a ministry of foreign affairs has besides, in one state or another.
_BESIDE_FOREIGN = """
    cooperation international trade european europe integration expatriates emigrants immigration
    worship religion mobility human development commonwealth regional senegalese abroad diaspora
    community african communities diasporan cameroonians nationals
"""

ENGLISH_OFFICES = OfficeWords(
    forms=(
        *_forms(
            "foreign minister",
            "minister foreign affairs",
            "minister foreign relations",
            "minister external affairs",
            "minister external relations",
            "secretary foreign affairs",
            "secretary foreign relations",
            "councillor foreign affairs",
            "head department foreign affairs",
            beside=_BESIDE_FOREIGN,
        ),
        *_forms("foreign minister", "minister foreign"),
        *_forms("foreign minister", "diplomat top", "diplomat chief"),
        *_forms("foreign secretary", "secretary foreign"),
        *_forms(
            "foreign secretary",
            "secretary state foreign affairs",
            beside="commonwealth development",
        ),
        *_forms("prime minister", "minister prime", "premier", "chairman government"),
        *_forms("prime minister", "chairman council ministers", "chair cabinet ministers"),
        *_forms("prime minister", "president council ministers", "president government"),
        *_forms("president", "president", beside="republic"),
        *_forms("supreme leader", "leader supreme", beside="revolution islamic"),
        *_forms("defense minister", "minister defense", beside="national armed forces veterans"),
        *_forms("defense secretary", "secretary defense", "secretary state defense"),
        *_forms("interior minister", "minister interior", "minister internal affairs"),
        *_forms("finance minister", "minister finance", beside="public economy economic treasury"),
        *_forms("justice minister", "minister justice"),
        *_forms(
            "foreign ministry spokesperson",
            "spokesperson ministry foreign",
            "spokesperson ministry foreign affairs",
        ),
        *_forms("secretary general", "secretary general"),
        *_forms("head of state", "head state"),
        *_forms("head of government", "head government"),
        *_forms("high representative", "high representative foreign affairs security policy"),
        *_forms("high representative", "high representative common foreign security policy"),
        *_forms("high representative", "foreign policy chief", "chief diplomat eu"),
        *_forms("high representative", "high representative"),
        *_forms(
            "special envoy",
            "envoy special",
            "special representative",
            beside="presidential president settlement engagement",
        ),
        *_forms("special envoy", "envoy", beside="peace"),
        *_forms("permanent representative", "representative permanent"),
        *_forms("ambassador", "ambassador", beside="extraordinary plenipotentiary"),
        *_forms("leader", "leader"),
    ),
    short={
        "pm": "prime minister",
        "fm": "foreign minister",
        "sec": "secretary",
        "secy": "secretary",
        "gen": "general",
        "min": "minister",
        "dep": "deputy",
        "amb": "ambassador",
        "def": "defense",
        "fin": "finance",
        "dir": "director",
        "exec": "executive",
        "sg": "secretary general",
    },
    spelled={
        "defence": "defense",
        "labour": "labor",
        "spokesman": "spokesperson",
        "spokeswoman": "spokesperson",
        "chairwoman": "chairman",
        "chairperson": "chairman",
        "spokeperson": "spokesperson",
        "interim": "acting",
        "caretaker": "acting",
    },
    silent=frozenset(
        "the a an of for to and in at on his her its their federal union our mr mrs ms".split()
    ),
    ranks=frozenset(
        """
        deputy vice assistant associate first second third state junior parliamentary shadow under
        undersecretary minister-delegate delegate senior joint lord additional
        """.split()
    ),
    stands_for={"leader": ("head of state", "head of government", "supreme leader")},
    single=frozenset(
        [
            *("foreign minister", "prime minister", "president", "chancellor", "supreme leader"),
            *("secretary general", "secretary state", "head of state", "head of government"),
            *("defense minister", "finance minister", "interior minister", "king", "queen"),
            *("foreign secretary", "high representative"),
        ]
    ),
    acting=frozenset(["acting"]),
    not_now=frozenset(
        "former then ex late onetime outgoing incoming designate elect next future past".split()
    ),
    of_state={
        ("United States", "secretary state"): "foreign minister",
        ("United Kingdom", "foreign secretary"): "foreign minister",
        ("United Kingdom", "defense secretary"): "defense minister",
        ("United States", "defense secretary"): "defense minister",
        ("Germany", "chancellor"): "prime minister",
        ("Austria", "chancellor"): "prime minister",
        ("Ireland", "taoiseach"): "prime minister",
    },
)
