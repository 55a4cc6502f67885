"""English expressions of time, and what the vague ones mean in days."""

from types import MappingProxyType

from onrecord.languages._dates import DateWords


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ONES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
twenty-first""".split()
_UNITS = (
    {"fortnight": "fortnight", "fortnights": "fortnight"}
    | {
        form: unit
        for unit in ("day", "week", "month", "year", "decade", "century")
        for form in (unit, f"{unit}s")
    }
    | {"centuries": "century"}
)

ENGLISH_DATES = DateWords(
    shy_months=_words("may march"),
    shy_after=_words("in since until till last next this early mid late during mid-"),
    seasons=MappingProxyType({"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}),
    numbers=MappingProxyType(
        {word: number for number, word in enumerate(_ONES, 1)}
        | {word: 10 * number for number, word in enumerate(_TENS, 2)}
        | {"a": 1, "an": 1}
    ),
    ordinals=MappingProxyType({word: number for number, word in enumerate(_ORDINALS, 1)}),
    ordinal_ends=_words("st nd rd th"),
    decades=MappingProxyType(
        {
            f"{word[:-1]}ies": 1900 + 10 * number
            for number, word in enumerate(_TENS, 2)
            if number != 9
        }
        | {"nineties": 1990}
    ),
    vague=MappingProxyType({"few": (2, 5), "several": (3, 7), "couple": (2, 2), "dozen": (12, 12)}),
    units=MappingProxyType(_UNITS),
    weekend=_words("weekend"),
    century="century",
    half="half",
    quarter="quarter",
    days=MappingProxyType({"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}),
    day_phrases=MappingProxyType(
        {
            ("last", "night"): -1,
            ("this", "morning"): 0,
            ("this", "afternoon"): 0,
            ("this", "evening"): 0,
            ("the", "day", "before", "yesterday"): -2,
            ("the", "day", "after", "tomorrow"): 2,
        }
    ),
    other_day=("the", "other", "day"),
    ago=_words("ago"),
    hence=(("from", "now"), ("from", "today"), ("away",), ("hence",)),
    directions=MappingProxyType(
        {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
    ),
    past_stretch=_words("past last recent"),
    ahead_stretch=_words("next coming"),
    recent=_words("recent"),
    coming=_words("coming"),
    within=_words("within in"),
    earlier=_words("earlier"),
    later=_words("later"),
    parts=MappingProxyType(
        {
            "early": "early",
            "mid": "mid",
            "middle": "mid",
            "late": "late",
            "beginning": "start",
            "start": "start",
            "end": "end",
        }
    ),
    part_nouns=_words("beginning start end middle"),
    openings=MappingProxyType(
        {
            "since": "from",
            "until": "to",
            "till": "to",
            "by": "to",
            "before": "before",
            "after": "after",
        }
    ),
    joining=_words("to through till until"),
    either="or",
    between="between",
    both="and",
    article=_words("the"),
    of=_words("of in"),
    now=(("the", "present", "time"), ("the", "present", "day"), ("the", "present"), ("now",)),
    about=_words("about around roughly approximately almost nearly some over than"),
    exactly=_words("exactly precisely just"),
    clause=_words("that , because whether"),
    recurring=_words("every each a one any given another some"),
    not_before=_words("not n't never"),
    season_after=_words("in into by for over through across during of until since this last next"),
    year_after=_words(
        """
        in since by until till from of before after during for through around about early mid late
        year circa to between than and or the a an his her its their our my that
        """
    ),
    not_years_before=_words(
        """
        resolution resolutions no nos number article rule section route flight channel unscr page
        paragraph chapter bill room hr sr res box order directive decree decision
        """
    ),
    not_years_after=_words("agenda percent per million billion thousand kilometres km miles gmt"),
    name_before_day=_words("super black good ash bloody cyber news palm"),
    name_after_day=_words("times live mail telegraph express football"),
    ahead=_words(
        """
        will shall ll going planned planning likely may might begin begins expect expects expected
        scheduled due would
        upcoming advance ahead prior should must intend intends hope hopes heading forthcoming be
        """
    ),
    past=_words(
        """
        was were had did went came took broke began made held became got gave left met led won lost
        fell rose saw grew been said told spoke wrote put sent set ran brought thought built found
        paid heard kept knew read showed drew drove stood understood cast chose cut dealt felt
        forgot fought hit laid lay let meant quit rode sang sat shot shut sold spent swore taught
        threw woke wore back since
        """
    ),
    past_ending="ed",
    not_past=_words(
        """
        need indeed united hundred speed proceed exceed advanced unprecedented feed related based
        """
    ),
    going_on=_words("is are am re m"),
    going_on_ending="ing",
    reach=MappingProxyType({"day": 7, "week": 4, "month": 6, "year": 5}),
    parts_of_week=MappingProxyType(
        {"early": (0, 2), "mid": (2, 4), "late": (3, 6), "start": (0, 1), "end": (4, 6)}
    ),
    parts_of_month=MappingProxyType(
        {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "start": (1, 10), "end": (21, 31)}
    ),
    parts_of_season=MappingProxyType(
        {"early": (0, 0), "mid": (1, 1), "late": (2, 2), "start": (0, 0), "end": (2, 2)}
    ),
    parts_of_year=MappingProxyType(
        {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "start": (1, 2), "end": (11, 12)}
    ),
    parts_of_decade=MappingProxyType(
        {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "start": (0, 1), "end": (8, 9)}
    ),
    parts_of_century=MappingProxyType(
        {"early": (0, 33), "mid": (34, 66), "late": (67, 99), "start": (0, 9), "end": (90, 99)}
    ),
)
