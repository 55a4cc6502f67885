"""English."""

from onrecord.languages._en_actors import ENGLISH_ACTORS
from onrecord.languages._en_comparing import ENGLISH_COMPARING
from onrecord.languages._en_conduct import ENGLISH_CONDUCT
from onrecord.languages._en_cues import ENGLISH_GRAMMAR
from onrecord.languages._en_dates import ENGLISH_DATES
from onrecord.languages._en_layout import ENGLISH_LAYOUT
from onrecord.languages._en_manners import ENGLISH_MANNERS
from onrecord.languages._en_offices import ENGLISH_OFFICES
from onrecord.languages._en_people import ENGLISH_PEOPLE
from onrecord.languages._en_process import ENGLISH_PROCESS
from onrecord.languages._en_wording import WORDING
from onrecord.languages._language import Language

ENGLISH = Language(
    code="en",
    layout=ENGLISH_LAYOUT,
    abbreviations=frozenset(
        """
        mr mrs ms dr prof gen col lt sgt capt maj rev hon sen rep gov pres amb st jr sr inc ltd co
        corp vs etc e.g i.e u.s u.k u.n a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec mt
        ft
        """.split()
    ),
    before_numbers=frozenset("no nos vol pp p fig art".split()),
    people=ENGLISH_PEOPLE,
    elisions=frozenset("em tis twas til till cause cuz bout n nuff round cept tude".split()),
    common=frozenset(
        """
        the of and to in that is was for on with as by at from it be this are which have has had
        not but they their we our were been will would or an his her its he she who what there
        i you so if these those when then
        """.split()
    ),
    wording=WORDING,
    grammar=ENGLISH_GRAMMAR,
    manners=ENGLISH_MANNERS,
    dates=ENGLISH_DATES,
    process=ENGLISH_PROCESS,
    actors=ENGLISH_ACTORS,
    offices=ENGLISH_OFFICES,
    conduct=ENGLISH_CONDUCT,
    comparing=ENGLISH_COMPARING,
)
