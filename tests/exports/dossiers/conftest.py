"""The dossier of our own that most tests look at."""

import pytest
from tests.exports.dossiers.made import whole


@pytest.fixture(scope="session")
def dossier():
    return whole()
