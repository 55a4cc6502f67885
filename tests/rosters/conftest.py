"""A state of our own with three ministers, as two sources have them."""

import pytest

from onrecord.rosters import join, read_roster

BODIES = """kind,name,aliases,code,wikidata
state,Velda,Veldan; Veldania 1950-01-01/2001-05-01; Velda 2001-05-01/..,VLD,Q999001
state,Osgarth,Osgarthian,OSG,
organisation,Harbour League,HLG,,
place,Talsk,Old Talsk 1950/2001-05-01; Talsk 2001-05-01/..,,
"""

GAZETTE = """person,wikidata,aliases,post,of,start,end,according,as_of
Orla Venn,Q999101,Orla J. Venn,Minister of Foreign Affairs,Velda,2015-03-02,2017-06-30,Gazette,
Ilya Harrow,Q999102,,Minister of Foreign Affairs,Velda,2017-06-30,2019-09-18,Gazette,
Mara Quill,Q999103,,Minister of Foreign Affairs,Velda,2019-09-18,..,Gazette,2021-01-01
Mara Quill,Q999103,,Deputy Minister of Foreign Affairs,Velda,2016,2019-09-18,Gazette,
Orla Venn,Q999101,,Secretary-General,Harbour League,2018,,Gazette,
Tam Brook,Q999104,,Special Envoy for Osgarth,Harbour League,2018-02,..,Gazette,2021-01-01
"""

ALMANAC = """person,post,of,start,end,according
Orla Venn,Foreign Minister,Velda,2015,2017,Almanac
Mara Quill,Foreign Minister,VLD,2019-09-08,2020-12-31,Almanac
"""


@pytest.fixture(scope="session")
def bodies():
    return read_roster(BODIES.encode()).roster


@pytest.fixture(scope="session")
def gazette(bodies):
    return join(bodies, read_roster(GAZETTE.encode(), known=bodies).roster)


@pytest.fixture(scope="session")
def both(gazette, bodies):
    return join(gazette, read_roster(ALMANAC.encode(), known=bodies).roster)
