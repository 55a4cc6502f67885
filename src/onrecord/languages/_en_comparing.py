"""English words by which what documents say is compared."""

from onrecord.languages._comparing import ComparingWords

ENGLISH_COMPARING = ComparingWords(
    at=frozenset("at in during to from".split()),
    inside=frozenset("of for the and".split()),
    cardinals={
        word: number
        for number, word in enumerate(
            "one two three four five six seven eight nine ten eleven twelve".split(), 1
        )
    },
    held=frozenset("held had conducted organised organized been".split()),
    sessions=frozenset("sessions rounds meetings summits".split()),
    where_signed=frozenset("at during sidelines margins".split()),
    when_signed=frozenset("signed adopted approved on in of the".split()),
    praising=frozenset(
        """
        effective efficient successful successfully fruitful productive constructive useful
        promising encouraging viable success progress satisfied pleased satisfaction tangible
        reliable commendable welcome
        """.split()
    ),
    blaming=frozenset(
        """
        ineffective inefficient unsuccessful fruitless unproductive destructive useless hopeless
        discouraging failed failing failure stagnation stalled deadlock impasse broken collapsed
        unacceptable disappointed disappointing alarming senseless capricious contradictory
        inconsistent unreliable illegal sabotage
        """.split()
    ),
)
