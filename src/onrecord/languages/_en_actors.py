"""English names of those who act."""

from onrecord.languages._actors import ActorWords
from onrecord.languages._en_people import ENGLISH_PEOPLE

# A name, then its other forms.
_ORGANISATION_LINES = """
UN: UN, U.N, UNO, united nations, united nations organization, united nations organisation
EU: EU, E.U, european union
NATO: NATO, north atlantic treaty organization, north atlantic alliance
OSCE: OSCE, organization for security and co-operation in europe
SCO: SCO, shanghai cooperation organisation, shanghai cooperation organization
CIS: CIS, commonwealth of independent states
CSTO: CSTO, collective security treaty organisation, collective security treaty organization
EAEU: EAEU, EEU, eurasian economic union
BRICS: BRICS
G20: G20, group of twenty
G7: G7, group of seven
ASEAN: ASEAN
APEC: APEC
OPEC: OPEC
OPCW: OPCW, organisation for the prohibition of chemical weapons
IAEA: IAEA, international atomic energy agency
WHO: WHO, world health organization, world health organisation
WTO: WTO, world trade organization
IMF: IMF, international monetary fund
World Bank: world bank
League of Arab States: LAS, arab league, league of arab states
OIC: OIC, organisation of islamic cooperation, organization of islamic cooperation
GCC: GCC, gulf cooperation council, cooperation council for the arab states of the gulf
African Union: african union
ICRC: ICRC, international committee of the red cross
Red Cross: red cross
UNHCR: UNHCR, un high commissioner for refugees, office of the un high commissioner for refugees
UNESCO: UNESCO
UNICEF: UNICEF
CICA: CICA, conference on interaction and confidence building measures in asia
Council of Europe: council of europe
European Commission: european commission
Turkic Council: turkic council
International Syria Support Group: ISSG, international syria support group
Palestinian Authority: palestinian authority, palestinian national authority
"""

# A state's capital as its government.
_CAPITALS = """
Russia moscow kremlin; Turkey ankara; US washington white_house state_department; Syria damascus;
Iran tehran teheran; Kazakhstan astana nur-sultan; China beijing; UK london; France paris;
Germany berlin; EU brussels; Ukraine kiev kyiv; Saudi_Arabia riyadh; Qatar doha; Egypt cairo;
Iraq baghdad; Lebanon beirut; Jordan amman; Belarus minsk; Azerbaijan baku; Armenia yerevan;
Georgia tbilisi; Japan tokyo; South_Korea seoul; North_Korea pyongyang; India new_delhi delhi;
Uzbekistan tashkent; Kyrgyzstan bishkek; Tajikistan dushanbe; Turkmenistan ashgabat; Italy rome;
Poland warsaw; Israel tel_aviv; Serbia belgrade; Afghanistan kabul; Pakistan islamabad
"""

# More states than descriptions of people ask for: the name, its other names, then adjectives.
_FURTHER_LINES = """
Abkhazia: ; abkhazian
Andorra:
Bahamas:
Barbados:
Belize:
Benin:
Bhutan:
Botswana:
Brunei:
Burkina Faso:
Cape Verde: cabo verde
Comoros:
Costa Rica:
Dominica:
Eswatini: swaziland
Fiji:
Gambia:
Grenada:
Guinea-Bissau:
Guyana:
Ivory Coast: cote divoire
Kiribati:
Lesotho:
Liberia:
Malawi:
Marshall Islands:
Mauritius:
Micronesia:
Nauru:
Palau:
Papua New Guinea:
Samoa:
San Marino:
Seychelles:
Solomon Islands:
Tanzania: ; tanzanian
Timor-Leste: east timor
Tonga:
Trinidad and Tobago:
Tuvalu:
Vanuatu:
Angola: ; angolan
Bosnia and Herzegovina:
Burundi:
Cameroon:
Central African Republic:
Chad:
China: peoples republic of china, prc
Congo: democratic republic of the congo; congolese
Djibouti:
Dominican Republic:
Ecuador: ; ecuadorian
El Salvador: ; salvadoran
Equatorial Guinea:
Eritrea: ; eritrean
Gabon:
Guatemala: ; guatemalan
Guinea: ; guinean
Haiti: ; haitian
Honduras: ; honduran
Iran: islamic republic of iran
Jamaica: ; jamaican
Kosovo: ; kosovar
Kyrgyzstan: kyrgyz republic
Liechtenstein:
Luxembourg:
Macedonia: north macedonia; macedonian
Madagascar:
Maldives:
Mali: ; malian
Mauritania: ; mauritanian
Monaco:
Mozambique: ; mozambican
Myanmar: burma; burmese
Namibia: ; namibian
Nepal: ; nepalese
Niger:
North Korea: democratic peoples republic of korea, dprk
Panama: ; panamanian
Paraguay: ; paraguayan
Russia: russian federation
Rwanda: ; rwandan
Senegal: ; senegalese
Sierra Leone:
South Korea: republic of korea
South Ossetia: ; south ossetian
South Sudan:
Sri Lanka: ; sri lankan
Suriname:
Syria: syrian arab republic, sar
Togo:
Turkey: turkiye
UAE: united arab emirates, uae
UK: united kingdom, great britain, britain, england, uk
US: united states, united states of america, america, usa, us
Uganda: ; ugandan
Uruguay: ; uruguayan
Zambia: ; zambian
"""

_SHORT = {"United States": "US", "United Kingdom": "UK", "United Arab Emirates": "UAE"}

# What the words for people count as countries, and is none, or is an organisation.
_NO_STATES = frozenset(
    """
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho
    Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
    Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico New_York
    North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina
    South_Dakota Tennessee Texas Utah Vermont Virginia West_Virginia Wisconsin Wyoming Crimea
    Chechnya Scotland NATO United_Nations European_Union
    """.split()
)


def _lines(lines: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in lines.strip().splitlines():
        name, forms = line.split(":")
        table |= dict.fromkeys([form.strip() for form in forms.split(",")], name)
    return table


def _capitals(lines: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in lines.replace("\n", " ").split(";"):
        state, *names = line.split()
        table |= dict.fromkeys([n.replace("_", " ") for n in names], state.replace("_", " "))
    return table


def _states() -> tuple[dict[str, str], dict[str, str]]:
    """Names and adjectives of states, each with the short name of its state."""
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for form, long in ENGLISH_PEOPLE.countries.items():
        if long.replace(" ", "_") not in _NO_STATES:
            table = names if form == long.casefold() else adjectives
            table[form.replace(".", "")] = _SHORT.get(long, long)
    for line in _FURTHER_LINES.strip().splitlines():
        name, forms = line.split(":")
        other, _, more = forms.partition(";")
        listed = [form.strip() for form in (name.casefold(), *other.split(",")) if form.strip()]
        names |= dict.fromkeys(listed, name)
        adjectives |= dict.fromkeys([f.strip() for f in more.split(",") if f.strip()], name)
    for form in names:
        adjectives.pop(form, None)
    return names, adjectives


_NAMES, _ADJECTIVES = _states()

ENGLISH_ACTORS = ActorWords(
    names=_NAMES,
    adjectives=_ADJECTIVES,
    initials=frozenset("us usa uk uae dprk prc sar".split()),
    capitals=_capitals(_CAPITALS),
    organisations=_lines(_ORGANISATION_LINES),
    standing=frozenset(
        """
        side sides colleague colleagues partner partners friend friends counterpart counterparts
        host hosts delegation delegations representative representatives authorities leadership
        administration government governments diplomats diplomacy officials negotiators experts
        specialists participants mission observers envoys nation team military servicemen troops
        forces army neighbours allies
        """.split()
    ),
    people={
        "americans": "US",
        "russians": "Russia",
        "turks": "Turkey",
        "iranians": "Iran",
        "israelis": "Israel",
        "jordanians": "Jordan",
        "kazakhs": "Kazakhstan",
        "syrians": "Syria",
        "ukrainians": "Ukraine",
        "europeans": "EU",
        "saudis": "Saudi Arabia",
        "palestinians": "Palestine",
        "egyptians": "Egypt",
    },
    between=frozenset(
        """
        armed foreign military government governmental official senior high top defence defense
        diplomatic political special permanent parliamentary interagency technical expert same
        dear good great respected esteemed close
        """.split()
    ),
    divided={"Syria": "Syrian", "Libya": "Libyan", "Yemen": "Yemeni", "Venezuela": "Venezuelan"},
    government=frozenset(
        """
        government authorities leadership side colleagues partners friends army military
        administration counterparts troops forces delegation
        """.split()
    ),
    opposition=frozenset("opposition oppositionists".split()),
    armed="armed",
    verbal=frozenset("chair co-chair host champion rival".split()),
    groups={
        "kurds": "Kurds",
        "kurdish communities": "Kurds",
        "taliban": "Taliban",
        "taliban movement": "Taliban",
        "donetsk": "Donetsk",
        "lugansk": "Lugansk",
        "luhansk": "Lugansk",
        "hezbollah": "Hezbollah",
        "hamas": "Hamas",
        "riyadh group": "Riyadh Group",
        "moscow group": "Moscow Group",
        "cairo group": "Cairo Group",
        "astana group": "Astana Group",
        "white helmets": "White Helmets",
        "high negotiations committee": "High Negotiations Committee",
    },
    placing=frozenset(
        """
        in at to from near inside outside into throughout across over around within leave leaving
        visit visiting visited reach reached
        """.split()
    ),
    bodies=frozenset(
        """
        council assembly commission committee commissioner secretariat agency office programme
        mission court charter headquarters resolution resolutions
        """.split()
    ),
    doing=frozenset(
        """
        has have had is was will would must should can could may might does did says said agreed
        believes considers expects wants hopes plans intends insists supports demands proposed
        proposes promised promises hosted hosts hosting provided offered made makes put took
        takes seeks sought called calls ties tie
        and
        """.split()
    ),
    beside=frozenset("by with against between does did do has have will can would".split())
    | frozenset("position positions policy view views support demands part and among that".split()),
    continents=frozenset("latin south north central".split()),
    titled=frozenset("republic kingdom state federation sultanate emirate".split()),
)
