"""The models that are shipped are those that their manifest names, and small."""

from pathlib import Path

import pytest

import onrecord.tagging
from onrecord.tagging import models_in
from onrecord.weights import weights_of

FOLDER = Path(onrecord.tagging.__file__).with_name("weights")
CARDS = {card.engine: card for card in models_in(FOLDER).cards}


@pytest.mark.parametrize("engine", CARDS)
def test_each_file_is_as_the_manifest_says(engine):
    for said in CARDS[engine].files:
        assert weights_of(FOLDER / said.name) == said


def test_no_model_is_larger_than_25_mb_and_all_are_within_40():
    sizes = [sum(said.size for said in card.files) for card in CARDS.values()]
    assert max(sizes) <= 25_000_000
    assert sum(sizes) <= 40_000_000


def test_no_other_file_is_shipped():
    named = {said.name for card in CARDS.values() for said in card.files}
    assert {path.name for path in FOLDER.iterdir()} == {"manifest.toml", *named}
