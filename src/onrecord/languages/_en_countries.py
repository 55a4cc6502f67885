"""Countries by the words for what is theirs; the United States by their short forms."""

from __future__ import annotations

_COUNTRY_LINES = """
Afghanistan: afghan
Albania: albanian
Algeria: algerian
Argentina: argentine, argentinian
Armenia: armenian
Australia: australian
Austria: austrian
Azerbaijan: azerbaijani, azeri
Bahrain: bahraini
Bangladesh: bangladeshi
Belarus: belarusian, belarussian
Belgium: belgian
Bolivia: bolivian
Bosnia: bosnian
Brazil: brazilian
Bulgaria: bulgarian
Cambodia: cambodian
Canada: canadian
Chile: chilean
China: chinese
Colombia: colombian
Croatia: croatian
Cuba: cuban
Cyprus: cypriot
Czechia: czech, czech republic
Denmark: danish
Egypt: egyptian
Estonia: estonian
Ethiopia: ethiopian
Finland: finnish
France: french
Georgia: georgian
Germany: german
Ghana: ghanaian
Greece: greek
Hungary: hungarian
Iceland: icelandic
India: indian
Indonesia: indonesian
Iran: iranian
Iraq: iraqi
Ireland: irish
Israel: israeli
Italy: italian
Japan: japanese
Jordan: jordanian
Kazakhstan: kazakh, kazakhstani
Kenya: kenyan
Kuwait: kuwaiti
Kyrgyzstan: kyrgyz
Laos: laotian
Latvia: latvian
Lebanon: lebanese
Libya: libyan
Lithuania: lithuanian
Malaysia: malaysian
Malta: maltese
Mexico: mexican
Moldova: moldovan
Mongolia: mongolian
Montenegro: montenegrin
Morocco: moroccan
Netherlands: dutch, holland
New Zealand: new zealand
Nicaragua: nicaraguan
Nigeria: nigerian
North Korea: north korean, dprk
Norway: norwegian
Oman: omani
Pakistan: pakistani
Palestine: palestinian
Peru: peruvian
Philippines: philippine, filipino
Poland: polish
Portugal: portuguese
Qatar: qatari
Romania: romanian
Russia: russian, russian federation
Saudi Arabia: saudi, saudi arabian
Serbia: serbian
Singapore: singaporean
Slovakia: slovak
Slovenia: slovenian
Somalia: somali
South Africa: south african
South Korea: south korean
Spain: spanish
Sudan: sudanese
Sweden: swedish
Switzerland: swiss
Syria: syrian
Taiwan: taiwanese
Tajikistan: tajik
Thailand: thai
Tunisia: tunisian
Turkey: turkish, turkiye
Turkmenistan: turkmen
Ukraine: ukrainian
United Arab Emirates: emirati, uae
United Kingdom: british, britain, uk, u.k, great britain, england
United States: american, us, u.s, usa, u.s.a, america
Uzbekistan: uzbek
Venezuela: venezuelan
Vietnam: vietnamese
Yemen: yemeni
Zimbabwe: zimbabwean
European Union: eu, european
United Nations: un, u.n
NATO: nato
Vatican: vatican
Crimea: crimean
Chechnya: chechen
Scotland: scottish
Kosovo: kosovar
Alabama: alabama
Alaska: alaska
Arizona: arizona
Arkansas: arkansas
California: california
Colorado: colorado
Connecticut: connecticut
Delaware: delaware
Florida: florida, floridian
Hawaii: hawaii
Idaho: idaho
Illinois: illinois
Indiana: indiana, hoosier
Iowa: iowa
Kansas: kansas
Kentucky: kentucky
Louisiana: louisiana
Maine: maine
Maryland: maryland
Massachusetts: massachusetts
Michigan: michigan
Minnesota: minnesota
Mississippi: mississippi
Missouri: missouri
Montana: montana
Nebraska: nebraska
Nevada: nevada
New Hampshire: new hampshire
New Jersey: new jersey
New Mexico: new mexico
New York: new york
North Carolina: north carolina
North Dakota: north dakota
Ohio: ohio
Oklahoma: oklahoma
Oregon: oregon
Pennsylvania: pennsylvania
Rhode Island: rhode island
South Carolina: south carolina
South Dakota: south dakota
Tennessee: tennessee
Texas: texas, texan
Utah: utah
Vermont: vermont
Virginia: virginia
West Virginia: west virginia
Wisconsin: wisconsin
Wyoming: wyoming
"""


def _countries(lines: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in lines.strip().splitlines():
        name, forms = line.split(":")
        for form in (name.casefold(), *forms.split(",")):
            table[form.strip()] = name
    return table


# Two-letter and press forms of the states, as they stand in brackets after a name.
_STATE_LINES = """
Alabama al ala; Alaska ak; Arizona az ariz; Arkansas ar ark; California ca calif; Colorado co colo;
Connecticut ct conn; Delaware de del; Florida fl fla; Georgia ga; Hawaii hi; Idaho id; Illinois il
ill; Indiana in ind; Iowa ia; Kansas ks kan; Kentucky ky; Louisiana la; Maine me; Maryland md;
Massachusetts ma mass; Michigan mi mich; Minnesota mn minn; Mississippi ms miss; Missouri mo;
Montana mt mont; Nebraska ne neb; Nevada nv nev; New_Hampshire nh; New_Jersey nj; New_Mexico nm;
New_York ny; North_Carolina nc; North_Dakota nd; Ohio oh; Oklahoma ok okla; Oregon or ore;
Pennsylvania pa; Rhode_Island ri; South_Carolina sc; South_Dakota sd; Tennessee tn tenn; Texas tx
tex; Utah ut; Vermont vt; Virginia va; Washington wa wash; West_Virginia wv; Wisconsin wi wis;
Wyoming wy wyo
"""


def _states(lines: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in lines.replace("\n", " ").split(";"):
        name, *forms = line.split()
        table |= dict.fromkeys([name.casefold(), *forms], name.replace("_", " "))
    return table


COUNTRIES = _countries(_COUNTRY_LINES)
STATES = _states(_STATE_LINES)
