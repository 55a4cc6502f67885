import pytest

import onrecord


def test_what_all_names_can_be_had():
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None


def test_what_is_not_named_is_not_there():
    with pytest.raises(AttributeError, match="no attribute 'helpers'"):
        _ = onrecord.helpers
