"""Where a speaker's positions changed."""

from dataclasses import replace

from tests.dossiers.lines import position

from onrecord.dossiers.shifts import find_shifts


def _at(day, words="The ferries run.", *, theme="ferries", leaning="", speaker="Orla Venn"):
    return position(speaker, theme, words, f"d{day}", leaning=leaning, said=day)


def test_what_words_lean_to_may_turn(profile):
    before, after = _at("2017-01-01", leaning="for"), _at("2019-01-01", leaning="against")
    (shift,) = find_shifts([after, before], profile)
    assert (shift.before, shift.after) == (before.evidence[0], after.evidence[0])
    assert shift.why == "for before, against after"


def test_blame_after_praise_is_pointed_at(profile):
    (shift,) = find_shifts(
        [_at("2017-01-01", "An effective venue."), _at("2018-01-01", "A hopeless venue.")], profile
    )
    assert shift.why == "“effective” before, “hopeless” after"


def test_a_shift_shows_the_words_that_it_is_pointed_at_for(profile):
    plain, praising = _at("2017-01-01"), _at("2017-01-01", "An effective venue.")
    said = replace(plain, evidence=(*plain.evidence, *praising.evidence))
    (shift,) = find_shifts([said, _at("2018-01-01", "A hopeless venue.")], profile)
    assert shift.before == praising.evidence[0]


def test_other_praise_is_no_shift(profile):
    said = [_at("2017-01-01", "An effective venue."), _at("2018-01-01", "Useful as ever.")]
    assert find_shifts(said, profile) == ()


def test_a_theme_falls_silent_where_the_speaker_goes_on_without_it(profile):
    ferries = [_at("2017-01-01"), _at("2017-02-01")]
    wells = [_at("2018-01-01", theme="wells"), _at("2019-01-01", theme="wells")]
    (shift,) = find_shifts([*ferries, *wells], profile)
    assert shift.theme == "ferries"
    assert "2017-02-01" in shift.why


def test_a_theme_that_was_spoken_of_once_does_not_fall_silent(profile):
    wells = [_at("2018-01-01", theme="wells"), _at("2019-01-01", theme="wells")]
    assert find_shifts([_at("2017-01-01"), *wells], profile) == ()


def test_other_speakers_are_other_positions(profile):
    said = [
        _at("2017-01-01", leaning="for"),
        _at("2018-01-01", leaning="against", speaker="Bo Lind"),
    ]
    assert find_shifts(said, profile) == ()


def test_what_has_no_day_has_no_place_in_time(profile):
    assert (
        find_shifts([_at("2017-01-01", leaning="for"), _at("", leaning="against")], profile) == ()
    )
