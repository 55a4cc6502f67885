import pytest

from onrecord.tracing.outlets import same_outlet


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NPA", "npa"),
        ("the NPA", "NPA"),
        ("NPA", "Novan Press Agency"),
        ("Courier", "Courier Weekly"),
        ("the Courier's", "Courier"),
    ],
)
def test_one_outlet_under_two_names(one, other):
    assert same_outlet(one, other)
    assert same_outlet(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Times", "Velda Times"), ("NPA", "QPA"), ("", ""), ("", "NPA"), ("The", "The Courier")],
)
def test_unsure_is_not_the_same(one, other):
    assert not same_outlet(one, other)
    assert not same_outlet(other, one)
