"""English words about people."""

from onrecord.languages._en_countries import COUNTRIES, STATES
from onrecord.languages._en_given_names import FEMALE, MALE
from onrecord.languages._people import PeopleWords


def _gendered(male: str, female: str, either: str = "") -> dict[str, str]:
    table = dict.fromkeys(either.split(), "")
    return table | dict.fromkeys(male.split(), "m") | dict.fromkeys(female.split(), "f")


_HONORIFICS = _gendered(
    male="mr sir lord father brother monsieur herr senor sheikh mister",
    female="mrs ms miss madam mme dame lady baroness sister frau senora",
    either="""dr prof professor gen general lt lieutenant col colonel sgt sergeant capt captain maj
    major adm admiral rev reverend hon honorable rep sen gov amb judge justice cmdr commander
    comrade archbishop cardinal rabbi imam ayatollah pastor secy pres sens reps govs gens drs
    messrs profs""",
)

_POSTS = _gendered(
    male="""spokesman chairman congressman king prince emperor emir sultan businessman councilman
    assemblyman anchorman newsman policeman fireman husband father son brother uncle grandfather
    actor pope patriarch mogul bishop nephew widower frontman statesman salesman landowner""",
    female="""spokeswoman chairwoman congresswoman queen princess empress businesswoman councilwoman
    assemblywoman anchorwoman actress wife mother daughter sister aunt grandmother widow niece
    hostess heiress stateswoman policewoman""",
    either="""minister president premier chancellor secretary spokesperson chairperson chair chief
    head leader commander governor mayor senator representative ambassador envoy
    diplomat commissioner director coordinator adviser advisor aide assistant deputy
    counsel counselor candidate nominee hopeful contender frontrunner front-runner
    challenger incumbent rival businessperson billionaire millionaire tycoon magnate
    executive ceo founder co-founder owner manager strategist pollster consultant
    operative lobbyist activist organizer lawyer attorney prosecutor judge justice
    lawmaker legislator delegate speaker whip journalist reporter correspondent
    columnist editor anchor host moderator commentator pundit analyst author writer
    novelist historian professor scientist economist expert scholar researcher doctor
    neurosurgeon surgeon physician general admiral colonel captain officer sheriff
    veteran soldier agent detective treasurer trustee member fellow student teacher
    singer musician rapper comedian star director producer filmmaker artist athlete
    coach player celebrity mogul developer investor banker donor fundraiser mega-donor
    supporter voter resident politician socialist republican democrat libertarian
    conservative progressive independent tsar czar monarch ruler dictator negotiator
    mediator rapporteur interpreter blogger critic friend ally colleague counterpart
    partner running-mate mate pastor priest preacher evangelist rabbi archbishop
    cardinal imam mufti ayatollah vice-president vice-chair undersecretary
    under-secretary plenipotentiary vice-premier co-chair co-host co-author
    parliamentarian deputy mp mep superintendent clerk farmer worker engineer inventor
    cleric extremist militant terrorist jihadist hacker dean provost entrepreneur
    publisher photographer biographer scion lady winner survivor
    victim champion laureate hero neighbor neighbour resident guru nurse official""",
)

_MODIFIERS = frozenset(
    """
    foreign prime vice deputy first second senior junior chief press special presidential state
    interior defense defence finance economy economic energy health justice education labor labour
    trade transport agriculture culture environment home treasury attorney general national
    security public relations communications campaign political policy party majority minority
    house senate congressional federal supreme court top former then current acting interim
    incoming outgoing ex-president ex-minister ex late retired veteran longtime long-time onetime
    one-time two-time fellow would-be likely presumptive leading rival self-styled self-described
    self-proclaimed permanent high executive managing regional district assistant associate
    principal honorary military army navy air force staff joint chiefs white news sports radio
    television tv talk show co real estate estate hedge fund reality nuclear human rights civil
    climate united nations un eu nato european union commission council parliament parliamentary
    security affairs external internal information development industry commerce commercial middle
    east eastern western northern southern central world global international local city county
    medical legal constitutional media digital social field ground research lead affairs relations
    gop affairs intelligence services veterans treasury armed forces emergency situations relief
    humanitarian refugee islamic
    """.split()
)


def _equal(described: str, *posts: str) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    return frozenset(described.split()), tuple(frozenset(post.split()) for post in posts)


_POST_EQUALS = (
    _equal("diplomat top", "foreign minister", "secretary state", "foreign secretary"),
    _equal("diplomat chief", "foreign minister", "secretary state", "foreign secretary"),
    _equal("diplomat senior", "foreign minister deputy", "ambassador", "envoy"),
    _equal("minister foreign", "minister affairs foreign", "minister affairs external"),
    _equal("minister defence", "minister defense"),
    _equal("minister defense", "minister defence"),
    _equal("minister finance", "chancellor exchequer"),
    _equal("premier", "minister prime", "premier vice"),
    _equal("minister prime", "premier"),
    _equal("leader", "president", "minister prime", "chancellor", "premier", "king"),
    _equal("head state", "president", "king", "queen", "emir"),
    _equal("head government", "minister prime", "premier", "chancellor"),
    _equal("spokesperson", "spokesman", "spokeswoman"),
    _equal("spokesman", "spokesperson"),
    _equal("spokeswoman", "spokesperson"),
    _equal("chairperson", "chairman", "chairwoman", "chair"),
    _equal("chairman", "chair", "chairperson"),
    _equal("chairwoman", "chair", "chairperson"),
    _equal("congressman", "representative", "rep"),
    _equal("congresswoman", "representative", "rep"),
    _equal("lawmaker", "senator", "representative", "congressman", "congresswoman", "rep", "sen"),
    _equal("senator", "sen"),
    _equal("governor", "gov"),
    _equal("representative", "rep"),
    _equal("ambassador", "amb", "representative permanent"),
    _equal("envoy", "ambassador", "representative special", "envoy special"),
    _equal("diplomat", "ambassador", "envoy", "foreign minister", "secretary state"),
    _equal("candidate", "nominee", "hopeful", "contender", "frontrunner", "front-runner"),
    _equal("nominee", "candidate"),
    _equal("hopeful", "candidate", "contender"),
    _equal("contender", "candidate", "hopeful"),
    _equal("frontrunner", "front-runner", "candidate", "nominee"),
    _equal("front-runner", "frontrunner", "candidate", "nominee"),
    _equal("businessman", "mogul", "tycoon", "billionaire", "magnate", "developer"),
    _equal("billionaire", "businessman", "mogul", "tycoon", "magnate"),
    _equal("mogul", "businessman", "billionaire", "tycoon", "magnate", "developer"),
    _equal("tycoon", "businessman", "billionaire", "mogul", "magnate"),
    _equal("lawyer", "attorney", "counsel"),
    _equal("attorney", "lawyer", "counsel"),
    _equal("adviser", "advisor", "aide", "strategist"),
    _equal("advisor", "adviser", "aide", "strategist"),
    _equal("aide", "adviser", "advisor", "assistant"),
    _equal("chief", "head", "director"),
    _equal("head", "chief", "director", "chairman", "president"),
    _equal("neurosurgeon", "surgeon", "doctor"),
    _equal("surgeon", "neurosurgeon"),
    _equal("doctor", "dr", "physician", "surgeon", "neurosurgeon"),
    _equal("general", "gen"),
    _equal("writer", "author", "columnist"),
    _equal("host", "anchor"),
    _equal("anchor", "host"),
)

_PARTIES = {
    "republican": "republican",
    "republicans": "republican",
    "gop": "republican",
    "democrat": "democratic",
    "democratic": "democratic",
    "democrats": "democratic",
    "libertarian": "libertarian",
    "green": "green",
    "labour": "labour",
    "tory": "conservative",
    "conservative": "conservative",
}

# One line a country: its name, then its adjectives, capitals (as they stand for governments) aside.
_INTERJECTIONS = frozenset(
    """
    hey yeah look aside out listen actually sure right great wow absolutely exactly basically
    honestly frankly secondly thirdly lastly sorry excuse speech inaudible laughter applause
    crosstalk cross-talk somehow anyway
    """.split()
)

_OPENERS = frozenset(
    """
    a an the and but or nor so yet for if then than that this these those there here when where
    while who whom whose which what why how as at by in on of off to from with without within into
    onto over under after afterwards before since until till during between among against about
    above below despite although though because unless whether once also even just only still
    already again now later earlier meanwhile however moreover nevertheless nonetheless therefore
    thus instead indeed perhaps maybe otherwise finally first firstly second secondly third last
    next another both each every either neither some any all most many much more few several other
    others such same like unlike not no yes it its he his him she her hers they their them we our
    us i my me you your one two three four five six seven eight nine ten monday tuesday wednesday
    thursday friday saturday sunday january february march april may june july august september
    october november december today yesterday tomorrow tonight according asked speaking addressing
    answering responding replying commenting citing quoting referring noting adding saying read
    see watch click image photo getty video update updated exclusive breaking question answer
    story report report: follow please is was are were be been being has have had do does did will
    would can could shall should may might must let lets its thats hes shes theyre were im ive
    dont didnt isnt wasnt theres whats whos never always often sometimes rarely recently
    previously originally ultimately eventually apparently clearly obviously certainly surely
    unfortunately fortunately additionally further furthermore likewise similarly separately
    specifically especially particularly notably importantly interestingly ironically including
    given asked told dear ladies gentlemen thank thanks good morning afternoon evening hello well
    ok okay oh
    """.split()
)


def _plural(post: str) -> str:
    if post.endswith("man"):
        return f"{post[:-3]}men"
    if post.endswith("y") and post[-2] not in "aeiou":
        return f"{post[:-1]}ies"
    return f"{post}es" if post.endswith(("s", "x", "ch", "sh")) else f"{post}s"


_PEOPLE = frozenset(
    """
    sides parties men women two three four five six seven eight partners interlocutors statesmen
    colleagues counterparts rivals
    """.split()
)

_GROUPS = """
    groups organizations organisations companies firms businesses unions states nations countries
    cities governments agencies networks newspapers outlets campaigns committees churches parents
    residents students opponents respondents clients dissidents adherents proponents immigrants
    refugees evangelicals liberals teens kids children youths families activists insiders dems
    editors readers capitals legislatures
"""


ENGLISH_PEOPLE = PeopleWords(
    honorifics=_HONORIFICS,
    posts=_POSTS,
    post_modifiers=_MODIFIERS,
    post_equals=_POST_EQUALS,
    post_links=frozenset("of for to and at in the a an on with".split()),
    ranks=frozenset("vice deputy assistant associate prime first".split()),
    party_words=_PARTIES,
    countries=COUNTRIES,
    pronouns={"he": "m", "she": "f", "him": "m", "her": "f", "his": "m", "hers": "f"}
    | {"himself": "m", "herself": "f"},
    first_person=frozenset("i we im ive weve me us my our myself ourselves".split()),
    neuter=frozenset("it which that they them its their themselves itself".split()),
    relatives=frozenset("who whom whose".split()),
    collectives=frozenset(
        """
        officials sources source analysts experts critics supporters voters people others some
        many most reporters journalists lawmakers observers aides advisers advisors republicans
        democrats conservatives liberals activists insiders diplomats ministers presidents leaders
        senators both either everyone anyone somebody someone nobody those all several authorities
        prosecutors investigators police witnesses residents delegates candidates participants
        percent members staffers strategists operatives donors allies opponents rivals friends
        pundits scholars economists historians women men americans dems users millennials students
        readers viewers fans crowd audience narrator critics much half everybody everything
        something nothing anything officials parties sides countries
        """.split()
    ),
    organisation_nouns=frozenset(
        """
        ministry department office agency administration government cabinet commission committee
        council parliament congress senate house court bureau board foundation fund institute
        university college school center centre association union league federation organization
        organisation society party campaign network channel newspaper magazine times post journal
        news tribune herald guardian gazette chronicle daily weekly observer telegraph press
        broadcasting radio tv television company corporation corp inc ltd group bank firm church
        army navy force forces police service embassy mission delegation secretariat coalition
        alliance movement front assembly conference summit forum pac club star sun mail team
        station outlet site website review examiner globe register inquirer standard project
        report initiative trust authority command staff hospital museum convention caucus
        republic kingdom emirate sultanate
        """.split()
    ),
    companies=frozenset(
        """
        company firm outlet network newspaper magazine paper publication organization organisation
        group station channel website broadcaster publisher nonprofit charity
        """.split()
    ),
    organisations=frozenset(
        """
        tass kremlin pentagon reuters bloomberg politico breitbart vatican facebook twitter google
        microsoft amazon interfax ria sputnik xinhua anadolu cnn nbc abc cbs msnbc bbc npr pbs fox
        fbi cia nsa nato osce eu un u.n imf wto opec rnc dnc gop nra aclu naacp ap afp upi duma
        knesset taliban hamas hezbollah hizballah buzzfeed mediaite vox slate newsweek quinnipiac
        gallup congress senate house parliament times guardian post journal pew wikileaks unicef
        unesco iaea oas asean csto cis brics isis isil daesh
        """.split()
    ),
    works=frozenset(
        """
        statement statements tweet tweets speech remarks letter memo message email post address
        comments comment words testimony article column op-ed op-eds book
        """.split()
    ),
    writings=frozenset(
        """
        poll polls survey surveys report reports analysis study studies record records filing
        filings transcript transcripts video videos tally tracker data figures statistics document
        documents ad ads advertisement commercial footage clip finding findings estimate estimates
        results calendar census research review reviews rating ratings indictment complaint
        lawsuit ruling law bill resolution agreement treaty plan programme program act charter
        deal declaration communique memorandum text website page
        """.split()
    ),
    generic=frozenset("super new major own entire whole official local".split()),
    states=STATES,
    openers=_OPENERS | _INTERJECTIONS,
    prepositions=frozenset(
        """
        of for to with by from against about on in at after before between over under like than
        toward towards behind beside alongside despite without into through around including
        """.split()
    ),
    determiners=frozenset("the a an this that these those one another".split()),
    given_names=_gendered(MALE, FEMALE)
    | dict.fromkeys(
        "kim robin lindsey jean jamie lee leslie dana ban chris alex sam terry pat".split(), ""
    ),
    suffixes=frozenset("jr sr ii iii iv esq phd md".split()),
    definite=frozenset("the these those".split()),
    single=frozenset("a an one another each every".split()),
    together=frozenset("they them their theirs themselves both".split()),
    numbers={"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
    | {"eight": 8, "couple": 2, "pair": 2, "trio": 3},
    plurals={_plural(post): post for post in _POSTS}
    | dict.fromkeys(_PEOPLE, "")
    | {"heads": "leader"},
    crowds=frozenset(
        """
        public youth electorate population media press opposition majority minority crowd audience
        generation staff police panel handful couple jury family group team percent
        establishment legislature
        """.split()
    )
    | frozenset(_GROUPS.split()),
    vague=frozenset(
        """
        some others other many most those all several both either everyone anyone somebody someone
        nobody everybody everything something nothing anything much half few more less any another
        one these such narrator
        """.split()
    ),
    meetings=frozenset("with met meets meeting hosted received phoned".split()),
    joining=frozenset(["and"]),
    rulers=frozenset(["leader", "president"]),
    ruler="leader",
    people_endings=("ers", "ors", "ists", "ants", "ians", "ees", "eers", "men", "women"),
    things=frozenset(
        """
        number letter paper order matter answer center poster flyer error factor power offer cover
        chapter border paper tower mirror motor sector indicator computer server folder banner
        restaurant grant fee committee
        degree guarantee tree
        specimen regimen
        """.split()
    ),
)
