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
    assessing=frozenset(
        """
        effective ineffective efficient inefficient successful unsuccessful fruitful fruitless
        productive unproductive constructive destructive useful useless promising hopeless
        encouraging discouraging important unimportant decisive unique viable failed failing
        failure success progress stagnation stalled deadlock impasse paused suspended resumed
        broken collapsed acceptable unacceptable legitimate illegitimate illegal lawful positive
        negative satisfied dissatisfied pleased disappointed disappointing concerned alarming
        alarmed grateful tangible senseless dangerous inevitable unavoidable impossible capricious
        contradictory inconsistent reliable unreliable
        """.split()
    ),
)
