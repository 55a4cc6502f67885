import pytest

from onrecord.rosters import body_named, name_on, place_named


@pytest.mark.parametrize(
    ("name", "day", "called"),
    [
        ("Astana", "2017-01-20", "Astana"),
        ("Astana", "2019-10-09", "Nur-Sultan"),
        ("Nur-Sultan", "2023-01-01", "Astana"),
        ("Turkey", "2019-02-15", "Turkey"),
        ("Turkey", "2023-02-15", "Türkiye"),
        ("Swaziland", "2017-09-20", "Swaziland"),
        ("Eswatini", "2019-09-20", "Eswatini"),
        ("Kiev", "2019-09-20", "Kyiv"),
        ("Leningrad", "1960-01-01", "Leningrad"),
    ],
)
def test_a_place_is_one_under_all_its_names_and_has_its_name_of_the_day(name, day, called):
    assert name_on(place_named(name), day) == called


def test_names_of_one_place_lead_to_one_place():
    assert place_named("Nur-Sultan") == place_named("Astana") == place_named("Akmola")
    assert place_named("Kiev") == place_named("Kyiv")
    assert place_named("Türkiye") == place_named("Turkey")
    assert place_named("Nowhere at all") is None


def test_states_are_known_by_name_adjective_and_code():
    assert body_named("Kazakh") == body_named("KAZ") == body_named("Kazakhstan")
    assert body_named("the United Nations") == body_named("UN")
    assert body_named("and") is None
