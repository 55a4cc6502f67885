"""The rules on a research corpus that the repository does not hold: every fourth article of dev."""

import sys

import pytest


@pytest.fixture(scope="module")
def figures(shared, pytestconfig):
    root = str(pytestconfig.rootpath)
    if root not in sys.path:
        sys.path.insert(0, root)
    from benchmarks.attribution import measure

    return measure("dev", every=4)


def test_joint_source_and_content_on_speech_is_at_least_70(figures):
    assert figures["joint_src_speech"] >= 70


def test_the_boundaries_of_quoted_speech_are_exact_in_most_cases(figures):
    assert figures["direct_boundaries_recall_speech"] >= 85
