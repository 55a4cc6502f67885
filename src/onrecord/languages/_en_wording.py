"""English: what is needed to tell how the words of a quotation were changed."""

from __future__ import annotations

from decimal import Decimal

from onrecord.languages._wording import Numerals, Wording


def _numbered(words: str, first: int = 0, step: int = 1) -> dict[str, int]:
    return {word: first + step * place for place, word in enumerate(words.split())}


def _phrases(lines: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(line.split()) for line in lines.strip().split("/"))


def _pairs(lines: str) -> frozenset[tuple[str, str]]:
    return frozenset((line.split()[0], line.split()[1]) for line in lines.strip().split("/"))


def _grouped(lines: str) -> dict[str, str]:
    """Each word of a group to the group's first; groups are parted by a slash."""
    groups = [line.split() for line in lines.strip().split("/")]
    return {word: group[0] for group in groups for word in group}


_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
}

NUMERALS = Numerals(
    cardinals={
        **_numbered(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen"
        ),
        **_TENS,
    },
    scales=_SCALES,
    ordinals={
        **_numbered(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
            1,
        ),
        **_numbered(
            "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10
        ),
        "hundredth": 100,
        "thousandth": 1_000,
        "millionth": 1_000_000,
    },
    fractions={"half": Decimal("0.5"), "quarter": Decimal("0.25")},
    vague=frozenset(
        """
        tens dozens hundreds thousands millions billions trillions halves thirds quarters fifths
        tenths twice thrice double doubled triple tripled
        """.split()
    ),
    articles=frozenset({"a", "an"}),
    joiners=frozenset({"and"}),
    letters={
        "k": 1_000,
        "m": 1_000_000,
        "mn": 1_000_000,
        "mln": 1_000_000,
        "b": 1_000_000_000,
        "bn": 1_000_000_000,
        "bln": 1_000_000_000,
        "tn": 1_000_000_000_000,
        "trn": 1_000_000_000_000,
    },
    ordinal_endings=frozenset({"st", "nd", "rd", "th"}),
    range_word="to",
    units={
        "percent": "percent",
        "pct": "percent",
        "dollar": "dollars",
        "dollars": "dollars",
        "euro": "euros",
        "euros": "euros",
        "pound": "pounds",
        "pounds": "pounds",
        "ruble": "rubles",
        "rubles": "rubles",
        "rouble": "rubles",
        "roubles": "rubles",
        "yen": "yen",
        "yuan": "yuan",
        "lira": "lira",
        "tenge": "tenge",
        "usd": "dollars",
        "eur": "euros",
        "gbp": "pounds",
        "km": "kilometers",
        "kms": "kilometers",
        "kilometer": "kilometers",
        "kilometre": "kilometers",
        "kilometers": "kilometers",
        "kilometres": "kilometers",
        "kg": "kilograms",
        "kilo": "kilograms",
        "kilos": "kilograms",
        "kilogram": "kilograms",
        "kilograms": "kilograms",
        "am": "am",
        "pm": "pm",
    },
    unit_phrases={("per", "cent"): "percent"},
    below_zero=frozenset({"minus"}),
    signs={"%": "percent", "$": "dollars", "€": "euros", "£": "pounds", "₽": "rubles", "¥": "yen"},
)

_MONTHS = """
    january jan/february feb/march mar/april apr/august aug/september sept sep/october oct/
    november nov/december dec
"""

_SPELLINGS = """
    okay ok o.k/all-right alright/grey gray/programme program/programmes programs/toward towards/
    among amongst/while whilst/amid amidst/backward backwards/forward forwards/afterward afterwards/
    judgment judgement/judgments judgements/acknowledgment acknowledgement/ageing aging/
    defence defense/offence offense/licence license/practise practice/pretence pretense/
    sceptic skeptic/sceptical skeptical/scepticism skepticism/cheque check/cheques checks/
    storey story/tyre tire/tyres tires/kerb curb/plough plow/draught draft/mould mold/jail gaol/
    enquiry inquiry/enquiries inquiries/aluminium aluminum/artefact artifact/
    manoeuvre maneuver/manoeuvres maneuvers/manoeuvring maneuvering/paediatric pediatric/
    anaemia anemia/encyclopaedia encyclopedia/archaeology archeology/leukaemia leukemia/
    dialogue dialog/dialogues dialogs/catalogue catalog/analogue analog/cosy cozy/
    fulfil fulfill/fulfils fulfills/fulfilment fulfillment/instalment installment/enrol enroll/
    enrolment enrollment/wilful willful/skilful skillful/travelled traveled/travelling traveling/
    traveller traveler/travellers travelers/cancelled canceled/cancelling canceling/
    labelled labeled/labelling labeling/modelled modeled/modelling modeling/signalled signaled/
    signalling signaling/fuelled fueled/fuelling fueling/levelled leveled/levelling leveling/
    counselled counseled/counselling counseling/counsellor counselor/marshalled marshaled/
    totalled totaled/quarrelled quarreled/channelled channeled/jewellery jewelry/
    learnt learned/burnt burned/dreamt dreamed/spelt spelled/spoilt spoiled/leapt leaped/
    whisky whiskey/adviser advisor/advisers advisors/naivete naivety/til till until/
    email e-mail/website web-site/online on-line/healthcare health-care/
    mr mister/mrs missus/st saint/vs versus/etc etcetera/prof professor/gen general/sen senator/
    rep representative/gov governor/dr doctor/
    sergey sergei serguei serge/andrey andrei/aleksey alexei alexey aleksei/dmitry dmitri dmitriy/
    yury yuri yuriy iouri/zelensky zelenskyy zelenskiy zelenski zelenskii/putin poutine/
    kyiv kiev/kharkiv kharkov/odesa odessa/lviv lvov/mohammed muhammad mohammad mohamed muhammed/
    mahmoud mahmud/hussein husain hussain/assad asad/gaddafi qaddafi gadhafi kadhafi/
    erdogan erdoghan/hezbollah hizbollah hizbullah hezbullah/quran koran/sunni sunnite/
    shiite shia shi'ite/idlib idleb/raqqa rakka/tehran teheran/beijing peking/nursultan nur-sultan/
    tokayev tokaev/nazarbayev nazarbaev/lukashenko lukashenka/pedersen pederson/
    kazakstan kazakhstan/kyrgyzstan kirghizstan/
    tajikistan tadzhikistan/uighur uyghur uygur/xinjiang sinkiang/
    türkiye turkiye turkey/khamenei khameini/rouhani rohani ruhani/zarif zareef/lavrov lavroff/
    medvedev medvedyev/peskov pieskov/yeltsin eltsin/gorbachev gorbachov/mikhail michail/
    vladimir wladimir/volodymyr wolodymyr/oleksandr olexandr/aleksandr alexandr/yulia julia iulia/
    ayatollah ayatullah/usama osama/qaeda qaida/al-qaeda al-qaida/houthi huthi/houthis huthis/
    sheikh shaikh sheik/emir amir
"""

_IRREGULAR = """
    be am is are was were been being/have has had having/do does did done doing/
    go goes went gone going/say says said saying/make makes made making/
    take takes took taken taking/come comes came coming/see sees saw seen seeing/
    know knows knew known knowing/
    get gets got gotten getting/give gives gave given giving/find finds found finding/
    think thinks thought thinking/tell tells told telling/become becomes became becoming/
    leave leaves left leaving/feel feels felt feeling/bring brings brought bringing/
    begin begins began begun beginning/keep keeps kept keeping/hold holds held holding/
    write writes wrote written writing/stand stands stood standing/hear hears heard hearing/
    mean means meant meaning/meet meets met meeting/run runs ran running/pay pays paid paying/
    sit sits sat sitting/speak speaks spoke spoken speaking/lie lies lay lain lying/
    lead leads led leading/grow grows grew grown growing/lose loses lost losing/
    fall falls fell fallen falling/send sends sent sending/build builds built building/
    understand understands understood understanding/draw draws drew drawn drawing/
    break breaks broke broken breaking/spend spends spent spending/rise rises rose risen rising/
    drive drives drove driven driving/buy buys bought buying/wear wears wore worn wearing/
    choose chooses chose chosen choosing/fight fights fought fighting/teach teaches taught teaching/
    sell sells sold selling/seek seeks sought seeking/deal deals dealt dealing/
    win wins won winning/eat eats ate eaten eating/fly flies flew flown flying/
    forget forgets forgot forgotten forgetting/throw throws threw thrown throwing/
    show shows showed shown showing/shoot shoots shot shooting/
    strike strikes struck stricken striking/
    swear swears swore sworn swearing/sign signs signed signing/try tries tried trying/
    use uses used using/agree agrees agreed agreeing/stop stops stopped stopping/
    plan plans planned planning/drop drops dropped dropping/die dies died dying
"""

_PLURALS = """
    man men/woman women/child children/person people/fisherman fishermen/spokesman spokesmen/
    businessman businessmen/congressman congressmen/chairman chairmen/policeman policemen/
    serviceman servicemen/gunman gunmen/foot feet/tooth teeth/mouse mice/wife wives/life lives/
    knife knives/half halves/leaf leaves/thief thieves/crisis crises/basis bases/
    criterion criteria/phenomenon phenomena
"""

_COMMON = """
    a an the this that these those my your his her its our their whose which what who whom i you he
    she it we they me him us them myself yourself himself herself itself ourselves themselves mine
    yours hers ours theirs someone somebody anyone anybody everyone everybody something anything
    everything one ones other others another each every either some any all both few many much more
    most less least several such same own enough of in on at by to for from with without within into
    onto upon over under above below between among through throughout during before after since
    until till against about across along around behind beside besides beyond despite down up off
    out near toward towards via per than as like unlike regarding concerning including and or but
    nor so yet if unless because although though while whereas whether when whenever where wherever
    why how once lest however therefore moreover furthermore nevertheless nonetheless meanwhile
    otherwise thus hence indeed instead also too again already still just only even ever never
    always often sometimes usually rarely soon later then now here there today tomorrow yesterday
    tonight recently currently finally first firstly second secondly third thirdly last lastly next
    overall perhaps maybe probably certainly clearly obviously naturally unfortunately fortunately
    basically actually really very quite rather almost nearly well yes no not none nobody nothing
    okay oh please thanks thank look listen let lets am is are was were be been being have has had
    having do does did done doing will would shall should can could may might must ought need dare
    said say says saying told tell asked ask think thought know knew believe mean want wanted see
    saw go going went get got make made take took come came give gave put keep kept hope hoped
    according given concerning ladies gentlemen good morning afternoon evening dear welcome sir
    madam mister question answer back end way time day year years people thing things lot kind
    new old great big long little right left much sure able us we're i'm nevertheless somehow
    afterwards initially eventually generally specifically especially particularly additionally
    similarly consequently accordingly apart aside ahead together none neither hardly barely
    everyone everybody anyway anyhow hopefully importantly honestly frankly simply immediately
    suddenly previously formerly presently ultimately essentially primarily mainly mostly
"""

_OPPOSITES = """
    increase decrease/increase reduce/raise lower/rise fall/grow shrink/more less/more fewer/
    most least/many few/much little/all none/often rarely/before after/
    for against/with against/to from/into from/in out/up down/over under/above below/inside outside/
    true false/right wrong/good bad/better worse/best worst/strong weak/high low/large small/
    big small/long short/early late/first last/new old/rich poor/safe dangerous/open close/
    begin end/start stop/start end/win lose/gain lose/success failure/succeed fail/
    victory defeat/support oppose/back oppose/accept reject/agree refuse/allow forbid/allow ban/
    permit forbid/permit ban/permit prohibit/allow prohibit/impose lift/cause prevent/
    protect attack/defend attack/attack retreat/advance retreat/join leave/arrive leave/come go/
    enter leave/friend enemy/ally enemy/ally rival/war peace/hope fear/love hate/praise condemn/
    welcome condemn/praise blame/trust doubt/confirm deny/approve condemn/guilty innocent/
    buy sell/import export/lend borrow/give take/send receive/ask answer/remember forget/
    include exclude/expand cut/increase cut/build destroy/create destroy/unite divide/
    majority minority/maximum minimum/positive negative/
    north south/east west/northern southern/eastern western/left right/day night/
    remain leave/release arrest/free jail/warm cool/hot cold/strengthen weaken/
    improve worsen/escalate defuse/hostile friendly/easy hard/easy difficult/
    possible impossible/certain doubtful/yes no
"""

_LIGHT = """
    a an the this that these those which who whom and so just really very quite also too then now
    here there indeed of course well actually basically simply please
"""

_BOUNDS = """
    about around nearly almost over under more less fewer least most up approximately roughly some
    only all every each any always sometimes often usually rarely partly mostly mainly perhaps maybe
    probably possibly likely allegedly reportedly again yet still already first last alone even
    temporarily partially largely entirely fully if until unless except
"""

WORDING = Wording(
    numerals=NUMERALS,
    contractions={
        "can't": (("can", 2), ("not", 3)),
        "won't": (("will", 2), ("not", 3)),
        "shan't": (("shall", 3), ("not", 3)),
        "ain't": (("is", 2), ("not", 3)),
        "cannot": (("can", 3), ("not", 3)),
        "gonna": (("going", 3), ("to", 2)),
        "wanna": (("want", 3), ("to", 2)),
        "gotta": (("got", 3), ("to", 2)),
        "let's": (("let", 3), ("us", 2)),
        "'cause": (("because", 6),),
    },
    clitics={"re": "are", "ve": "have", "ll": "will", "m": "am", "s": "'s", "d": "'d"},
    loose={
        "'s": frozenset({"is", "has"}),
        "'d": frozenset({"would", "had"}),
        "'em": frozenset({"them"}),
    },
    variants={**_grouped(_MONTHS), **_grouped(_SPELLINGS)},
    endings=(
        (r"(?<=\w{3})is(e|es|ed|ing|er|ers|ation|ations)$", r"iz\1"),
        (r"lys(e|es|ed|ing)$", r"lyz\1"),
        (
            r"^(lab|fav|hon|col|neighb|behavi|harb|rum|hum|endeav|vap|val|vig|arm|fl|glam|od|parl"
            r"|rig|sav|splend|tum|ard|cand|clam|ranc)our",
            r"\1or",
        ),
        (
            r"^(cent|met|theat|lit|fib|calib|meag|spect|lust|somb|kilomet|centimet|millimet)re",
            r"\1er",
        ),
        (r"^(defen|offen|preten|licen)c", r"\1s"),
    ),
    name_endings=(
        (r"(?<=[a-z]{2}[bcdfghklmnprstvzw])(iy|yi|yy|ii|ij|yj|i|y)$", "i"),
        (r"(?<=[a-z]{2}[ae])(i|y|j)$", "i"),
        (r"(?<=[a-z]{2})off$", "ov"),
        (r"x", "ks"),
    ),
    phrases={
        ("united", "nations"): ("un",),
        ("united", "states"): ("us.",),
        ("united", "states", "of", "america"): ("us.",),
        ("usa",): ("us.",),
        ("united", "kingdom"): ("uk",),
        ("european", "union"): ("eu",),
        ("all", "right"): ("all-right",),
    },
    negations=frozenset(
        """
        not no never nor neither none nobody nothing nowhere without unable hardly barely scarcely
        seldom rarely fail fails failed failing failure refuse refuses refused refusing refusal deny
        denies denied denying denial lack lacks lacked lacking reject rejects rejected rejecting
        impossible false untrue non anti
        """.split()
    ),
    affirming=_phrases("not only/not just/not merely/not simply/no doubt/no matter/nothing but"),
    negative_prefixes=("un", "in", "im", "il", "ir", "dis", "non", "mis"),
    modals=frozenset("will would shall should can could may might must ought need needs".split()),
    fillers=_phrases("uh/um/er/erm/ah/eh/hm/hmm/mm/mhm/uh huh/um hum/you know/i mean/sort of"),
    set_off=_phrases("well/look/okay/ok/oh/now/so/listen/right/yeah/yes/like/actually/again"),
    stage=frozenset(
        """
        laughter laughs laughing chuckles chuckling applause crosstalk cross-talk inaudible
        indiscernible unintelligible pause sic ph retranslated interpreted translated off-mic
        off-mike cheers gestures coughs interpreter translator
        """.split()
    ),
    titles=frozenset(
        """
        mr mrs ms miss mx dr doctor prof professor sir madam lord lady president vice minister
        foreign prime chancellor premier secretary ambassador general senator governor congressman
        congresswoman representative king queen prince princess emperor emir sheikh chairman
        chairwoman chair speaker judge justice mayor commissioner director colonel captain admiral
        excellency majesty highness ladies gentlemen colleagues
        """.split()
    ),
    lemmas=_grouped(_IRREGULAR),
    plurals=_grouped(_PLURALS),
    common=frozenset(_COMMON.split()),
    conditions=frozenset("if unless provided providing lest whether suppose".split()),
    harmless=_phrases(
        "if i may/if you will/if you like/if you want/if you wish/even if/as if/if only/if not"
        "/if anything/if i may say so/whether or not/if you look/if you ask me/no question"
        "/no secret"
        "/no denying/no wonder/no coincidence/no accident/not forget/never forget/not overlook"
        "/not deny/not ignore/not doubt"
    ),
    linking=frozenset("and but so then yet because".split()),
    consequent=frozenset({"then"}),
    subordinating=frozenset({"that"}),
    denials=frozenset(
        """
        not never no nobody none neither nor without unable hardly barely scarcely deny denies
        denied denying denial doubt doubts doubted reject rejects rejected rejecting refuse refuses
        refused refusing dispute disputes disputed disagree disagrees disagreed false untrue wrong
        unlikely impossible fail fails failed lie nonsense absurd pretend pretends claim claims
        claimed allege alleges alleged
        """.split()
    ),
    refutations=frozenset(
        "false untrue wrong lie lies nonsense absurd rubbish incorrect fabricated myth".split()
    ),
    light=frozenset(_LIGHT.split()),
    bounds=frozenset(_BOUNDS.split()),
    opposites=_pairs(_OPPOSITES),
    helping=frozenset("am is are was were be been being have has had having did".split()),
)
