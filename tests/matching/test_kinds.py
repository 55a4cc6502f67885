"""The type of every difference, one type after another, and what it does to the sense."""

import pytest

from onrecord.matching import match
from onrecord.model import Against, Passage, PassageKind, Span


def edits(quote, record):
    passage = Passage("d", Span(0, len(record)), record, PassageKind.TURN, Against.RECORD)
    return match(quote, passage).edits


def kinds(quote, record):
    return {edit.kind.value for edit in edits(quote, record)}


def severities(quote, record):
    return {edit.severity.value for edit in edits(quote, record)}


SAME_QUANTITY = [
    ("2m tonnes of grain", "two million tonnes of grain"),
    ("2.0 million tonnes of grain", "2,000,000 tonnes of grain"),
    ("1.2m tonnes of grain", "1,200,000 tonnes of grain"),
    ("one and a half million tonnes", "1.5 million tonnes"),
    ("almost 3 and a half hours", "almost three and a half hours"),
    ("half a million tonnes of it", "500,000 tonnes of it"),
    ("a dozen boats at the pier", "12 boats at the pier"),
    ("a hundred boats at the pier", "100 boats at the pier"),
    ("one hundred and five boats there", "105 boats there"),
    ("a two billion dollar bridge there", "a $2bn bridge there"),
    ("it cost $2bn in all", "it cost two billion dollars in all"),
    ("it cost 2 billion USD in all", "it cost $2 billion in all"),
    ("it fell by 20% last year", "it fell by 20 percent last year"),
    ("it fell by twenty per cent last year", "it fell by 20% last year"),
    ("it fell by 20 pct last year", "it fell by 20% last year"),
    ("it fell by 2.5% last year", "it fell by two and a half percent last year"),
    ("some 10-15 boats came", "some 10 to 15 boats came"),
    ("some 10–15 boats came", "some ten to fifteen boats came"),
    ("the years 2017–18 were dry", "the years 2017-2018 were dry"),
    ("the 21st day of rain", "the twenty-first day of rain"),
    ("a 3-year plan was made", "a three-year plan was made"),
    ("10 km of road were built", "10 kilometres of road were built"),
    ("some 10km of road were built", "some ten kilometres of road were built"),
    ("they came at 5pm and left", "they came at 5 p.m. and left"),
    ("we met on 5 May 2019 again", "we met on May 5, 2019 again"),
    ("at minus five degrees we froze", "at -5 degrees we froze"),
]


@pytest.mark.parametrize(("quote", "record"), SAME_QUANTITY)
def test_one_quantity_in_two_forms_is_another_form_of_the_number(quote, record):
    for one, other in ((quote, record), (record, quote)):
        assert kinds(one, f"They said {other}.") <= {"number_form", "punctuation"}
        assert severities(one, f"They said {other}.") == {"kept"}


OTHER_QUANTITY = [
    ("two boats came home", "three boats came home"),
    ("two million boats came", "two billion boats came"),
    ("some 12 boats came home", "some 1.2 boats came home"),
    ("some 10-16 boats came", "some 10-15 boats came"),
    ("some 10 boats came", "some 10-15 boats came"),
    ("the second boat came home", "the first boat came home"),
    ("dozens of boats came home", "a dozen of boats came home"),
    ("it cost 2bn in all", "it cost $2bn in all"),
    ("it cost €2bn in all", "it cost $2bn in all"),
    ("it fell by 20 last year", "it fell by 20 percent last year"),
    ("it fell by 20 percentage points", "it fell by 20 percent"),
    ("we met on 6 May 2019 again", "we met on May 5, 2019 again"),
    ("at 5 degrees we froze", "at -5 degrees we froze"),
    ("10 miles of road were built", "10 kilometres of road were built"),
    ("boats came home", "two boats came home"),
    ("that million signatures came", "that 1 million signatures came"),
    ("hundred boats came home", "two hundred boats came home"),
    ("Resolution 2254 is in force", "Resolution 2245 is in force"),
]


@pytest.mark.parametrize(("quote", "record"), OTHER_QUANTITY)
def test_another_quantity_is_another_number_and_puts_the_sense_at_risk(quote, record):
    for one, other in ((f"We heard {quote}", f"We heard {record}."),):
        assert "number" in kinds(one, other)
        assert "at_risk" in severities(one, other)


@pytest.mark.parametrize(
    ("quote", "record"),
    [
        ("It fell by 20", "It fell by 20 percent last year."),
        ("It fell by 20", "It fell by 20% last year."),
        ("We paid 190 billion", "We paid $190 billion."),
        ("We were paid 20 billion", "We were paid 20 billion euros."),
        ("We saw some 10", "We saw some 10-15 boats."),
        ("15 boats came home", "Some 10-15 boats came home."),
        ("In the winter of 2017", "In the winter of 2017–18 it froze."),
    ],
)
def test_a_number_cut_off_from_its_unit_or_its_range_is_another_number(quote, record):
    assert kinds(quote, record) == {"number"}


def test_a_range_in_words_can_be_quoted_in_part():
    assert kinds("It fell from 20", "It fell from 20 to 15 last year.") == set()


NEGATED = [
    ("We will sign it", "We will not sign it"),
    ("We will sign it", "We won't sign it"),
    ("We will sign it", "We will never sign it"),
    ("We can sign it", "We cannot sign it"),
    ("There is proof of it", "There is no proof of it"),
    ("We came with papers", "We came without papers"),
    ("We were able to sign it", "We were unable to sign it"),
    ("We managed to sign it", "We failed to sign it"),
    ("We sign it today", "We fail to sign it today"),
    ("Both of them came", "Neither of them came"),
    ("Everybody came to see it", "Nobody came to see it"),
    ("It is possible to sign it", "It is impossible to sign it"),
    ("It is legal to sign it", "It is illegal to sign it"),
    ("We agree with them today", "We disagree with them today"),
    ("We accept their plan", "We reject their plan"),
    ("We will only sign it", "We will not only sign it"),
    ("They are not ready and willing to go", "They are ready and not willing to go"),
]


@pytest.mark.parametrize(("quote", "record"), NEGATED)
def test_a_denial_that_went_or_came_is_a_negation_and_reverses_the_sense(quote, record):
    for one, other in ((quote, record), (record, quote)):
        found = [e for e in edits(one, f"{other}, they said.") if e.kind.value == "negation"]
        assert found
        assert {e.severity.value for e in found} == {"reversed"}


@pytest.mark.parametrize("mark", ["...", "…", ". . .", "[...]", "(…)"])
def test_a_denial_under_a_mark_is_a_negation_all_the_same(mark):
    found = edits(f"The gate {mark} open today", "The gate is not open today.")
    assert [(e.kind.value, e.severity.value, e.marked) for e in found] == [
        ("negation", "reversed", True)
    ]


def test_a_whole_sentence_with_a_denial_under_a_mark_is_a_negation_but_reverses_nothing():
    record = "The gate is open. It is not old. The lock is shut."
    found = edits("The gate is open. ... The lock is shut.", record)
    assert [(e.kind.value, e.severity.value) for e in found] == [("negation", "at_risk")]
    half = edits("The gate is ... shut", "The gate is open. It is not shut.")
    assert [(e.kind.value, e.severity.value) for e in half] == [("negation", "reversed")]


@pytest.mark.parametrize(
    ("quote", "record"),
    [
        ("exports increased last year", "exports decreased last year"),
        ("prices rose last year", "prices fell last year"),
        ("we support their plan", "we oppose their plan"),
        ("we are for the plan", "we are against the plan"),
        ("we leave before the vote", "we leave after the vote"),
        ("fewer boats came home", "more boats came home"),
        ("the ban was lifted in spring", "the ban was imposed in spring"),
    ],
)
def test_an_opposite_is_other_wording_and_reverses_the_sense(quote, record):
    found = edits(f"They say {quote}", f"They say {record}.")
    assert [(e.kind.value, e.severity.value) for e in found] == [("wording", "reversed")]


@pytest.mark.parametrize(
    ("quote", "record", "expected"),
    [
        ("We may sign it", "We will sign it", ("modal", "at_risk")),
        ("We could sign it", "We can sign it", ("modal", "at_risk")),
        ("We must sign it", "We should sign it", ("modal", "at_risk")),
        ("We will sign it", "We sign it", ("modal", "at_risk")),
        ("We signed it", "We sign it", ("tense", "at_risk")),
        ("They went home", "They go home", ("tense", "at_risk")),
        ("They had signed it", "They signed it", ("tense", "at_risk")),
        ("the lantern plan was made", "the harbour plan was made", ("wording", "at_risk")),
        ("all of them went home", "some of them went home", ("wording", "at_risk")),
        ("this gate was shut", "that gate was shut", ("wording", "kept")),
        ("the organisation of labour", "the organization of labor", ("spelling", "kept")),
        ("he travelled towards it", "he traveled toward it", ("spelling", "kept")),
        ("the policymakers came", "the policy-makers came", ("spelling", "kept")),
        ("the policy makers came", "the policymakers came", ("spelling", "kept")),
        ("the cafe was shut", "the café was shut", ("spelling", "kept")),
        ("the USA was there", "the United States was there", ("spelling", "kept")),
        ("it cost US$2bn there", "it cost $2bn there", ("spelling", "kept")),
        ("Sergei Orlov was there", "Sergey Orlov was there", ("spelling", "kept")),
        ("It is time to go", "It's time to go", ("contraction", "kept")),
        ("They had gone home", "They'd gone home", ("contraction", "kept")),
        ("I'm gonna leave it", "I'm going to leave it", ("contraction", "kept")),
        ("We will leave it", "We will, uh, leave it", ("filler", "kept")),
        ("We will leave it", "We will, you know, leave it", ("filler", "kept")),
        ("We will leave it", "We will, we will leave it", ("filler", "kept")),
        ("the [upper] gate was shut", "the gate was shut", ("bracket", "kept")),
        ("the [good] plan was made", "the bad plan was made", ("bracket", "reversed")),
        ("the [harbour] plan was made", "the lantern plan was made", ("bracket", "at_risk")),
        ("the gate ... shut again", "the gate was slowly shut again", ("ellipsis", "at_risk")),
        ("the gate … was shut", "the gate of the lock was shut", ("ellipsis", "kept")),
        ("the gate was shut", "the gate of the lock was shut", ("omission", "kept")),
        ("the gate was shut", "the gate was nearly shut", ("omission", "at_risk")),
        ("the gate is shut", "the gate is only shut", ("omission", "at_risk")),
        ("the Gate was shut", "the gate was shut", ("case", "kept")),
        ("the gate, it was shut", "the gate it was shut", ("punctuation", "kept")),
        ("the gate? it was shut", "the gate it was shut", ("punctuation", "at_risk")),
        ("Orla met Vale in town", "Dasko met Vale in town", ("name", "at_risk")),
        ("on Monday it was shut", "on Friday it was shut", ("name", "at_risk")),
    ],
)
def test_each_type_and_what_it_does_to_the_sense(quote, record, expected):
    found = {(e.kind.value, e.severity.value) for e in edits(f"Now {quote}", f"Now {record}.")}
    assert found == {expected}


@pytest.mark.parametrize(
    "mark",
    ["...", "…", ". . .", ". . . .", "....", "[...]", "[. . .]", "[…]", "(...)", "(…)", "‥", "⋯",
     "..", "* * *", "***", "\u00a0.\u00a0.\u00a0.", "… …", "<...>"],
)  # fmt: skip
def test_every_form_of_an_ellipsis_marks_what_was_left_out(mark):
    (edit,) = edits(f"The gate was {mark} shut again", "The gate was slowly shut again.")
    assert (edit.kind.value, edit.marked) == ("ellipsis", True)


@pytest.mark.parametrize("mark", ["[sic]", "(sic)", "[ph]"])
def test_the_editors_asides_are_nobodys_words(mark):
    assert edits(f"The gate {mark} was shut", "The gate was shut.") == ()


def test_soft_hyphens_and_zero_width_characters_are_no_difference():
    record = "The co\u00adope\u00adra\u00adtion of states."
    assert edits("The cooperation of states", record) == ()
    assert edits("The co\u00adoperation of\u200b states", "The cooperation of states.") == ()


def test_the_same_words_in_another_order_are_an_order():
    record = "We want peace and security in the valley."
    assert kinds("We want security and peace in the valley", record) == {"order"}
