from onrecord.people import people_in

TEXT = "Minister Ann Bell met Orlo Vale. Bell left with Mr Dorn for Talsk."


def test_people_are_named_in_full_wherever_they_are_named():
    found = {one.span.of(TEXT): one.name for one in people_in(TEXT)}
    assert found["Bell"] == "Ann Bell"
    assert found["Mr Dorn"] == "Dorn"
    assert "Talsk" not in found.values()


def test_what_only_capitals_tell_is_not_sure_unless_it_is_known_to_speak():
    assert {one.name: one.sure for one in people_in(TEXT)}["Orlo Vale"] is False
    assert {one.name: one.sure for one in people_in(TEXT, ["Orlo Vale"])}["Orlo Vale"] is True


def test_a_title_tells_the_gender():
    assert {one.name: one.gender for one in people_in(TEXT)}["Dorn"] == "m"
