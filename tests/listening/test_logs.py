"""The log: what it says, and what never stands in it."""

import json
import logging
from collections.abc import Callable, Iterator

import pytest

from onrecord.listening import Form, conceal, set_up_logs

TOKEN = "Hk2v9XqLw7PzR4tYbN8cJm3sDf6gKa1e"


@pytest.fixture
def logged(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """What the log says; what was set up before comes back."""
    root, own = logging.getLogger(), logging.getLogger("onrecord")
    before = root.handlers[:], root.level, own.level
    yield lambda: capsys.readouterr().err
    logging.disable(logging.NOTSET)
    root.handlers[:], root.level = before[0], before[1]
    own.setLevel(before[2])


@pytest.mark.parametrize(
    "line",
    [
        f"Authorization: Bearer {TOKEN}",
        f"{{'authorization': 'bearer {TOKEN}'}}",
        f"Cookie: onrecord={TOKEN}; reviewer=ed",
        f"[(b'cookie', b'onrecord={TOKEN}')]",
        f"Set-Cookie: onrecord={TOKEN}; HttpOnly",
        f"cannot connect to postgresql://desk:{TOKEN}@db.example:5432/papers",
        f"postgresql://:{TOKEN}@db.example/papers",
        f"host=db.example user=desk password={TOKEN} dbname=papers",
        f"postgresql://db.example/papers?password={TOKEN}&user=desk",
        f"ONRECORD_TOKEN={TOKEN}",
        f'{{"token": "{TOKEN}"}}',
        f"Proxy-Authorization: Basic {TOKEN}",
    ],
)
def test_secrets_are_hidden_wherever_they_stand(line: str) -> None:
    assert TOKEN not in conceal(line)


def test_what_is_no_secret_stays() -> None:
    line = "postgresql://desk@db.example:5432/papers: cannot connect (a token of goodwill)"
    assert conceal(line).startswith("postgresql://desk@db.example:5432/papers: cannot connect")


def test_concealing_takes_time_that_grows_with_the_text() -> None:
    for piece in ("a", "x:", "cookie ", "tokentoken", "http://", "://:", "pass_word "):
        assert conceal(piece * 20_000)


@pytest.mark.parametrize("form", [Form.JSON, Form.TEXT])
def test_a_traceback_is_in_the_log_without_its_secrets(
    logged: Callable[[], str], form: Form
) -> None:
    set_up_logs(form)
    try:
        raise ValueError(f"refused by postgresql://desk:{TOKEN}@db.example/papers")
    except ValueError:
        logging.getLogger("onrecord.requests").exception("it failed with Bearer %s", TOKEN)
    written = logged()
    assert "Traceback" in written
    assert "db.example" in written
    assert TOKEN not in written


def test_as_json_each_line_is_an_object(logged: Callable[[], str]) -> None:
    set_up_logs(Form.JSON)
    told = {"request_id": "ab12", "status": 200, "token": "Anna Vale"}
    logging.getLogger("onrecord.requests").info("GET /documents 200", extra=told)
    logging.getLogger("somebody.else").info("chatter")
    (line,) = map(json.loads, logged().splitlines())
    assert (line["request_id"], line["token"]) == ("ab12", "Anna Vale")
    assert line["level"] == "INFO"
    assert line["time"][:2] == "20"


def test_as_text_there_are_warnings_alone(logged: Callable[[], str]) -> None:
    set_up_logs(Form.TEXT)
    logging.getLogger("onrecord.requests").info("GET / 200")
    logging.getLogger("uvicorn.error").warning("Invalid HTTP request received.")
    assert logged() == "onrecord: WARNING: Invalid HTTP request received.\n"


def test_off_writes_nothing(logged: Callable[[], str]) -> None:
    set_up_logs(Form.OFF)
    logging.getLogger("onrecord.requests").critical("it is on fire")
    assert logged() == ""
