import pytest

import onrecord
from onrecord import model


def test_what_all_names_can_be_had():
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None


def test_what_is_not_named_is_not_there():
    with pytest.raises(AttributeError, match="no attribute 'helpers'"):
        _ = onrecord.helpers


def test_every_noun_can_be_had_and_no_other():
    for name in model.__all__:
        assert getattr(model, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Helper'"):
        _ = model.Helper
