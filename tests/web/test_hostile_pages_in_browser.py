"""Pages of others in a real browser that is signed in: they change nothing and read nothing.

Another port of this machine is the same site, so that cookies go there and from there, but another
origin: it is the hardest place to be attacked from.
"""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request
from tests.web.conftest import CHROMIUM, HOST

from onrecord.listening import tokens_in
from onrecord.stores import open_store
from onrecord.web import Settings

ANNA = "Hk2v9XqLw7PzR4tYbN8cJm3sDf6gKa1e"
TOKENS = tokens_in(f"Anna Vale: {ANNA}", "here")
FORM = """<!doctype html><form method=post action="{site}/add" enctype="{kind}">
<textarea name=text>“It was never shut,” Ann Bell said on 3 March 2021.</textarea></form>
<script>document.forms[0].submit()</script>"""
KINDS = ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain")
SCRIPT = """<!doctype html><title>waiting</title><script>
const body = new URLSearchParams({{text: "“It was never shut,” Ann Bell said."}});
const told = [];
const all = [
  fetch("{site}/add", {{method: "POST", body, mode: "no-cors", credentials: "include"}}),
  fetch("{site}/add", {{method: "POST", body, credentials: "include"}}),
  fetch("{site}/api/documents", {{credentials: "include"}}).then(a => a.text()),
  fetch("{site}/api/documents", {{headers: {{Authorization: "Bearer x"}}}}).then(a => a.text()),
  import("{site}/api/documents"),
];
navigator.sendBeacon("{site}/add", body);
Promise.allSettled(all).then(ended => {{
  document.title = ended.slice(1).map(one => one.status).join(" ");
}});
</script><iframe src="{site}/documents"></iframe><img src="{site}/documents">"""


@pytest.fixture
def elsewhere() -> Iterator[tuple[dict[str, str], int]]:
    """A server of somebody else on another port: its pages by path, and the port."""
    pages: dict[str, str] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield pages, server.server_port
    server.shutdown()
    thread.join(10)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser's profile of its own; what its console complains of is what is looked for here."""
    context = browser.new_context()
    yield context
    context.close()


def sign_in(page: Page, site: str) -> None:
    page.goto(f"{site}/documents")
    page.get_by_label("Your token").fill(ANNA)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{site}/documents")
    assert page.get_by_text("Anna Vale").is_visible()


def held(papers: Path) -> int:
    with open_store(papers) as store:
        return store.how_many()


@pytest.mark.parametrize("tokens", [TOKENS, ()], ids=["signed in", "without tokens"])
@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_a_page_of_another_port_changes_nothing_and_reads_nothing(
    own_papers: Path, serve, elsewhere, context: BrowserContext, name: str, tokens
) -> None:
    site = serve(Settings(own_papers, tokens=tokens))
    pages, port = elsewhere
    before = held(own_papers)
    page = context.new_page()
    if tokens:
        sign_in(page, site)
    for kind in KINDS:
        pages["/form"] = FORM.format(site=site, kind=kind)
        page.goto(f"http://{name}:{port}/form")
        page.wait_for_url(f"{site}/add")
        assert "the form comes from another site" in page.content()
    pages["/script"] = SCRIPT.format(site=site)
    page.goto(f"http://{name}:{port}/script")
    page.wait_for_function("document.title != 'waiting'")
    assert page.title() == "rejected rejected rejected rejected"
    shown = page.evaluate("document.images[0].naturalWidth")
    assert shown == 0
    assert held(own_papers) == before


def test_a_link_of_another_site_leads_to_the_page_for_who_is_signed_in(
    own_papers: Path, serve, elsewhere, context: BrowserContext
) -> None:
    """The cookie is not sent with the first request from elsewhere; the page asks again."""
    site = serve(Settings(own_papers, tokens=TOKENS))
    pages, port = elsewhere
    page = context.new_page()
    sign_in(page, site)
    pages["/link"] = f'<!doctype html><a href="{site}/search?q=quota">see</a>'
    page.goto(f"http://localhost:{port}/link")
    page.get_by_text("see").click()
    page.wait_for_url(f"{site}/search?q=quota")


def test_forms_of_our_own_work_where_a_browser_says_nothing_of_the_site(
    own_papers: Path, serve, browser: Browser
) -> None:
    """Without TLS and beyond loopback browsers send no Sec-Fetch-Site, but Origin alone."""
    site = serve(Settings(own_papers, tokens=TOKENS, names=("desk.example",)))
    port = site.rpartition(":")[2]
    own = ["--no-sandbox", "--host-resolver-rules=MAP desk.example 127.0.0.1"]
    other = browser.browser_type.launch(executable_path=CHROMIUM, args=own)
    page = other.new_page()
    sent: list[Request] = []
    page.on("request", lambda one: sent.append(one) if one.method == "POST" else None)
    sign_in(page, f"http://desk.example:{port}")
    page.goto(f"http://desk.example:{port}/")
    page.get_by_label("Words to check").fill("We have accepted a fixed quota")
    page.get_by_role("button", name="Check").first.click()
    page.wait_for_url("**/?quote=*")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in")
    page.goto(f"http://desk.example:{port}/documents")
    assert "/sign-in" in page.url
    told = [one.all_headers() for one in sent]
    other.close()
    assert len(told) == 3
    for headers in told:
        assert headers["origin"] == f"http://desk.example:{port}"
        assert "sec-fetch-site" not in headers


def test_signing_in_is_accessible_and_tells_what_is_wrong(
    own_papers: Path, serve, context: BrowserContext
) -> None:
    from tests.web.looking import assert_accessible, assert_fits

    site = serve(Settings(own_papers, tokens=TOKENS))
    page = context.new_page()
    page.goto(f"{site}/sign-in")
    assert_accessible(page)
    assert_fits(page)
    page.get_by_label("Your token").fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    assert page.get_by_role("alert").inner_text() == "That token is not known here."
    assert_accessible(page)
    sign_in(page, HOST + site.removeprefix(HOST))
    assert_accessible(page)
    assert_fits(page)
