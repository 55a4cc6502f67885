"""Whatever is sent, the API keeps to its own description and never breaks (Schemathesis)."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS, load_all_checks

import examples
from onrecord.web import Settings, create_app
from onrecord.web.api import openapi

load_all_checks()
KEPT = CHECKS.get_by_names(
    [
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_headers_conformance",
        "response_schema_conformance",
        "negative_data_rejection",
        "unsupported_method",
    ]
)
schema = schemathesis.openapi.from_dict(openapi())


@pytest.fixture(scope="module")
def app(papers):
    settings = Settings(papers, names=("testserver",), profiles=(examples.PROFILE,))
    served = create_app(settings)

    async def running(scope, receive, send):
        """The app, which is not stopped and started again between two requests."""
        if scope["type"] == "lifespan":
            for done in ("startup", "shutdown"):
                await receive()
                await send({"type": f"lifespan.{done}.complete"})
        else:
            await served(scope, receive, send)

    return running


@schema.parametrize()
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_no_request_breaks_it(case, app):
    case.call_and_validate(app=app, checks=KEPT)
