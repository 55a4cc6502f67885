"""Writes down what the API answers to the examples of its description.

    python -m tests.web.api.exemplify

The requests stand in `examples.json`; the answers beside them are those of a server over the
sample corpus. `test_examples.py` tests that they are.
"""

import json
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.testclient import TestClient

import examples
from onrecord.stores import open_store
from onrecord.web import Settings, create_app
from onrecord.web.api import openapi

FILE = Path(str(files("onrecord.web.api") / "examples.json"))


def asked(client: TestClient, operation: str, example: dict[str, Any]) -> Any:
    """What a server answers to an example."""
    method, path = PATHS[operation]
    for name, value in example.get("path", {}).items():
        path = path.replace(f"{{{name}}}", value)
    body = {"json": example["body"]} if "body" in example else {}
    answer = client.request(method, path, params=example.get("query"), **body)
    assert answer.status_code == 200, answer.text
    return answer.json() if "json" in answer.headers["content-type"] else answer.text


PATHS = {
    operation["operationId"]: (method, path)
    for path, methods in openapi()["paths"].items()
    for method, operation in methods.items()
}


def main() -> None:
    """Write the answers anew."""
    held = json.loads(FILE.read_text("utf-8"))
    with TemporaryDirectory() as folder:
        database = Path(folder) / "papers.db"
        with open_store(database) as store:
            examples.fill(store)
        app = create_app(Settings(database, profiles=(examples.PROFILE,)))
        with TestClient(app, base_url="http://127.0.0.1") as client:
            for operation, example in held.items():
                if "answer" in example:
                    example["answer"] = asked(client, operation, example)
    FILE.write_text(f"{json.dumps(held, ensure_ascii=False, indent=1)}\n", "utf-8")


if __name__ == "__main__":
    main()
