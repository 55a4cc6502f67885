"""The sample corpus behind the app: a client without a network, a real server, a real browser."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.testclient import TestClient

import examples
from onrecord.stores import open_store
from onrecord.web import Settings, create_app

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
HOST = "http://127.0.0.1"


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample corpus; for reading alone (`own_papers` may be written to)."""
    path = tmp_path_factory.mktemp("papers") / "papers.db"
    with open_store(path) as store:
        examples.fill(store)
        store.reindex()
    return path


@pytest.fixture
def own_papers(papers: Path, tmp_path: Path) -> Path:
    """A copy of that database for a test that changes it."""
    for one in papers.parent.iterdir():
        (shutil.copytree if one.is_dir() else shutil.copy)(one, tmp_path / one.name)
    return tmp_path / papers.name


@pytest.fixture
def client(papers: Path) -> Iterator[TestClient]:
    """A client of the app over the sample corpus."""
    with TestClient(create_app(Settings(papers)), base_url=HOST) as client:
        yield client


@pytest.fixture
def own_client(own_papers: Path) -> Iterator[TestClient]:
    """A client of the app over a copy that may be changed; it says where its forms come from."""
    own = {"Origin": HOST}
    with TestClient(create_app(Settings(own_papers)), base_url=HOST, headers=own) as client:
        yield client


Served = Callable[[Settings], str]


@pytest.fixture(scope="session")
def serve() -> Iterator[Served]:
    """Serves the app on a port of loopback and gives its address, without a slash at the end."""
    servers: list[tuple[uvicorn.Server, threading.Thread]] = []

    def started(settings: Settings) -> str:
        config = uvicorn.Config(create_app(settings), port=0, log_level="error")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        servers.append((server, thread))
        until = time.monotonic() + 30
        while not server.started and time.monotonic() < until:
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        return f"{HOST}:{port}"

    yield started
    for server, _ in servers:
        server.should_exit = True
    for _, thread in servers:
        thread.join(10)


@pytest.fixture(scope="session")
def site(papers: Path, serve: Served) -> str:
    """The address of a server over the sample corpus, without a slash at the end."""
    return serve(Settings(papers))


@pytest.fixture
def own_site(own_papers: Path, serve: Served) -> str:
    """The address of a server over a copy that may be changed."""
    return serve(Settings(own_papers))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, as the system has it; for one module, since its event loop runs in this thread."""
    if not CHROMIUM:
        pytest.skip("no Chromium here: install chromium, or name it in the variable CHROMIUM")
    with sync_playwright() as playwright:
        options = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield browser
        browser.close()


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Page]:
    """A fresh page; whatever the browser complains of in its console fails the test."""
    # Without motion: what is still gliding is not yet where it will be clicked.
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert not complaints


@pytest.fixture
def picture(browser_page: Page, tmp_path: Path) -> Callable[[str], Path]:
    """Takes a picture of the page under a name: for the docs where ONRECORD_PICTURES names them."""
    folder = Path(os.environ.get("ONRECORD_PICTURES") or tmp_path)

    def taken(name: str) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        browser_page.emulate_media(color_scheme="light", reduced_motion="reduce")
        browser_page.screenshot(path=folder / f"{name}.png")
        return folder / f"{name}.png"

    return taken
