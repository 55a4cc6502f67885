"""What the rules and a model found becomes one list."""

from dataclasses import replace

from onrecord.model import Attribution, Quotation, Span
from onrecord.tagging.merging import Learned, merge

DIRECT, INDIRECT, MIXED = Quotation.DIRECT, Quotation.INDIRECT, Quotation.MIXED


def one(content, *, cue=None, source=None, kind=INDIRECT, via=None):
    def spans(given):
        return (Span(*given),) if given else ()

    return Attribution(spans(source), spans(cue), spans(content), kind, spans(via))


def merged(ruled, *learned, likely=1.0, add=0.5, keep=0.5, score=0.9):
    return merge(
        ruled, [Learned(a, score) for a in learned], likely=lambda _: likely, add=add, keep=keep
    )


def test_of_the_same_cue_the_model_mends_what_stands_without_marks():
    ruled = one((20, 40), cue=(10, 14), source=(0, 5))
    learned = one((15, 45), cue=(10, 16), source=(0, 9))
    assert merged([ruled], learned) == (learned,)


def test_what_somebody_passed_on_stays_as_the_rules_have_it():
    ruled = one((20, 40), cue=(10, 14), source=(0, 5), via=(50, 55))
    assert merged([ruled], one((15, 45), cue=(10, 16), source=(50, 55))) == (ruled,)
    assert merged([ruled], likely=0.0) == (ruled,)


def test_of_much_the_same_content_too():
    assert merged([one((20, 40), cue=(10, 14))], one((21, 40), cue=(42, 44)))[0].cue == (
        Span(42, 44),
    )


def test_what_stands_in_quotation_marks_stays_and_the_model_says_whose_it_is():
    ruled = one((20, 40), cue=(10, 14), source=(0, 5), kind=DIRECT)
    (found,) = merged([ruled], one((15, 60), cue=(10, 16), source=(70, 80)))
    assert found == replace(ruled, source=(Span(70, 80),))
    assert merged([ruled], one((15, 60), cue=(10, 16))) == (ruled,)


def test_a_quotation_without_a_source_takes_the_models_where_it_stands_outside():
    ruled = one((20, 40), cue=(10, 14), kind=DIRECT)
    assert merged([ruled], one((20, 40), cue=(10, 14), source=(70, 80)))[0].source == (
        Span(70, 80),
    )
    assert merged([ruled], one((20, 40), cue=(10, 14), source=(22, 25))) == (ruled,)


def test_what_stands_in_marks_only_in_part_is_the_models():
    learned = one((15, 45), cue=(10, 14), kind=MIXED)
    assert merged([one((20, 40), cue=(10, 14), kind=MIXED)], learned) == (learned,)


def test_where_the_model_sees_no_source_that_of_the_rules_stands():
    ruled = one((20, 40), cue=(10, 14), source=(0, 5))
    assert merged([ruled], one((20, 40), cue=(10, 14)))[0].source == ruled.source


def test_of_two_sources_one_in_the_other_the_longer_has_the_name():
    ruled = one((20, 40), cue=(10, 14), source=(0, 9))
    assert merged([ruled], one((20, 40), cue=(10, 14), source=(5, 9)))[0].source == ruled.source


def test_what_only_the_model_has_is_added_where_it_is_likely():
    new = one((20, 40), cue=(10, 14))
    assert merged([], new, score=0.5) == (new,)
    assert merged([], new, score=0.49) == ()


def test_what_only_the_rules_have_is_kept_where_its_cue_is_likely_or_it_is_quoted():
    plain, quoted = one((20, 40), cue=(10, 14)), one((60, 70), cue=(50, 54), kind=DIRECT)
    without_cue = one((80, 90))
    assert merged([plain, quoted, without_cue], likely=0.5) == (plain, quoted, without_cue)
    assert merged([plain, quoted, without_cue], likely=0.4) == (quoted, without_cue)


def test_one_of_the_rules_answers_to_one_of_the_models():
    first, second = one((20, 40), cue=(10, 14)), one((42, 60), cue=(10, 14))
    found = merged([first, second], one((21, 41), cue=(10, 14)), one((42, 59), cue=(10, 14)))
    assert [a.content[0] for a in found] == [Span(21, 41), Span(42, 59)]


def test_the_model_says_nothing_twice():
    same = one((20, 40), cue=(10, 14))
    assert merged([], same, one((20, 41), cue=(10, 14))) == (same,)


def test_they_come_in_the_order_of_their_content():
    late, early = one((60, 70), cue=(50, 54)), one((20, 40), cue=(10, 14))
    assert merged([late], early) == (early, late)
