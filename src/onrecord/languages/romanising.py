"""How names written in other scripts and languages vary in Latin letters, as data.

Rules are applied in order to a folded name part (no accents, no case, no apostrophes); what comes
out compares, it is never shown. They follow the differences between ISO 9, BGN/PCGN, the passport
and the newspaper romanisations of Russian and Ukrainian, and the usual variants of Arabic, Persian
and Turkish names.
"""

LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"}
    | {"ə": "a", "ʻ": "", "ʼ": "", "’": "", "‘": "", "'": "", "`": "", "ʹ": "", "ь": ""}
)

# (what is looked for, as a regular expression, what takes its place)
RULES = (
    (r"(?:iy|yi|ii|ij|yj|iyy|yy)$", "y"),
    (r"(?<=sk)(?:i|ey|oy)$", "y"),
    (r"enka$", "enko"),
    (r"yev$|iev$|jev$", "ev"),
    (r"off$", "ov"),
    (r"eff$|yeff$", "ev"),
    (r"kh", "h"),
    (r"gh", "g"),
    (r"tsch|tch", "ch"),
    (r"ph", "f"),
    (r"zh|dj|dzh", "j"),
    (r"q", "k"),
    (r"ck", "k"),
    (r"x", "ks"),
    (r"w", "v"),
    (r"ou|oo", "u"),
    (r"ei|ey|ej|ay|ai", "ei"),
    (r"(?:ia|ya|ja)", "ia"),
    (r"(?:iu|yu|ju)", "iu"),
    (r"(?<=[bcdfghklmnprstvz])(?:ye|je|ie)", "e"),
    (r"^(?:ye|je)", "e"),
    (r"y", "i"),
    (r"(.)\1+", r"\1"),
)

# Spellings of one given name, any of which can stand for any other.
SPELLINGS = (
    "mohammed mohammad mohamed muhammad muhammed mohamad mohamud",
    "hussein hussain husein hossein huseyin",
    "ahmed ahmad ahmet",
    "abdullah abdallah abdulla",
    "aleksandr alexander aleksander alexandr",
    "aleksei alexei alexey aleksey alexi",
    "sergei sergey sergej serguei",
    "dmitry dmitri dmitriy dmitrii",
    "yevgeny evgeny yevgeni evgeni",
    "nikolai nikolay nicolai",
    "vladimir volodymyr wladimir",
    "petro pyotr petr",
    "yekaterina ekaterina",
    "yelena elena",
    "kasym kassym",
    "javad jawad",
    "moammar muammar",
    "usama osama",
    "hillary hilary",
    "philip phillip",
    "geoffrey jeffrey",
    "catherine katherine kathryn",
    "deborah debra",
    "rudolf rudolph",
    "antony anthony",
    "tayip tayyip",
)

# A given name, then the short forms that a person of that name goes by.
SHORT_FORMS = (
    "william bill will billy",
    "robert bob bobby rob",
    "richard rick dick rich",
    "michael mike mick",
    "joseph joe joey",
    "james jim jimmy jamie",
    "john jack johnny jon",
    "jonathan jon",
    "thomas tom tommy",
    "edward ed eddie ted",
    "theodore ted",
    "rafael ted",
    "bernard bernie",
    "christopher chris",
    "nicholas nick",
    "steven steve",
    "stephen steve",
    "daniel dan danny",
    "david dave",
    "donald don",
    "timothy tim",
    "anthony tony",
    "antony tony",
    "benjamin ben",
    "charles chuck charlie",
    "andrew andy drew",
    "gregory greg",
    "jeffrey jeff",
    "kenneth ken",
    "lawrence larry",
    "leonard len lenny",
    "matthew matt",
    "mitchell mitch",
    "patrick pat",
    "peter pete",
    "philip phil",
    "phillip phil",
    "raymond ray",
    "ronald ron",
    "samuel sam",
    "rudolph rudy",
    "elizabeth liz beth betsy betty",
    "katherine kate kathy katie",
    "catherine kate kathy",
    "margaret maggie peggy meg",
    "jennifer jen jenny",
    "deborah debbie",
    "susan sue",
    "patricia pat patty",
    "barbara barb",
    "nimrata nikki",
    "reinhold reince",
    "aleksandr sasha",
)

# Parts that belong to a surname and may be left out: "von der Leyen" and "Leyen", "al-Assad".
PARTICLES = frozenset(
    """
    al el as ash ad an ar az at von van der den de del di della da dos das do du la le les ten ter
    zu zur bin ibn bint ben abu af av
    """.split()
)

# Those that may stand as a word of their own; the others are English words or always hyphenated.
SPACED = PARTICLES - frozenset("an as at ad az ar ash".split())

ARTICLES = frozenset("al el as ash ad an ar az at".split())

# Surnames that stand first, in Chinese, Korean and Vietnamese names: some are so only before two
# further parts ("Kim Jong Un"), since they are given names or surnames elsewhere ("Kim Darroch").
FAMILY_FIRST = frozenset(
    "xi wang zhang zhao hua geng hu deng mao jiang zhu wen yang liu chen lu li nguyen".split()
)
FAMILY_FIRST_OF_THREE = frozenset(
    "kim moon park choi lee kang cho han chung jeong yoon roh ban tran ma wu".split()
)
