"""English words on processes: meetings, agreements, and when they are."""

from onrecord.languages._en_agreements import AGREEMENTS
from onrecord.languages._en_meetings import MEETINGS
from onrecord.languages._en_phrases import PHRASES, TIMES, ordinals
from onrecord.languages._process import ProcessWords

ENGLISH_PROCESS = ProcessWords(
    ordinals=ordinals(),
    phrases=PHRASES,
    times=TIMES,
    meetings=MEETINGS,
    agreements=AGREEMENTS,
)
