"""The examples of the description are what a server over the sample corpus answers."""

import pytest
from jsonschema import Draft202012Validator
from tests.web.api.exemplify import PATHS, asked

from onrecord.web.api import openapi
from onrecord.web.api.described import examples

HELD = examples()
ANSWERED = [name for name, example in HELD.items() if "answer" in example]


def test_every_operation_has_an_example():
    assert set(HELD) == set(PATHS)


@pytest.mark.parametrize("operation", [name for name in HELD if name in PATHS])
def test_an_example_is_true(api, operation):
    found = asked(api, operation, HELD[operation])
    if operation in ANSWERED:
        assert found == HELD[operation]["answer"]


@pytest.mark.parametrize("operation", [name for name in ANSWERED if name in PATHS])
def test_an_example_fits_its_schema(operation):
    method, path = PATHS[operation]
    described = openapi()["paths"][path][method]
    (content,) = described["responses"]["200"]["content"].values()
    whole = {"components": openapi()["components"], **content["schema"]}
    Draft202012Validator(whole).validate(content["example"])
    if "body" in HELD[operation]:
        given = described["requestBody"]["content"]["application/json"]
        whole = {"components": openapi()["components"], **given["schema"]}
        Draft202012Validator(whole).validate(given["example"])
