"""Where people log in: a real OpenID provider gives the name, the table of roles decides, the store is asked last."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from store import Store
from tests.browser.conftest import free_port, running
from tests.browser.test_review import reading

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

CODER, STRANGER = "ines@example.org", "otto@example.org"
PEOPLE = [
    {"sub": email, "email": email, "name": name} for email, name in ((CODER, "Ines"), (STRANGER, "Otto"))
]
SECRETS = """
[auth]
redirect_uri = "{app}/oauth2callback"
cookie_secret = "a secret of this test alone"
client_id = "hustings"
client_secret = "not asked for"
server_metadata_url = "{provider}/.well-known/openid-configuration"

[roles]
"{coder}" = "coder"
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('login') / 'reports.db'}"
    with Store(url) as store:
        store.add_all([reading(number) for number in range(3)], {"extractor": "made up"})
    return url


@pytest.fixture(scope="module")
def app(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the app answers, with a provider beside it that knows two people."""
    folder, port, provider = tmp_path_factory.mktemp("secrets"), free_port(), free_port()
    address, secrets = f"http://localhost:{port}", folder / "secrets.toml"
    issuer = f"http://localhost:{provider}"
    secrets.write_text(SECRETS.format(app=address, provider=issuer, coder=CODER), encoding="utf-8")
    people = [f"--user-claims={json.dumps(claims)}" for claims in PEOPLE]
    with (
        running(folder, issuer, "oidc_provider_mock", "--port", str(provider), *people),
        running(
            folder,
            f"{address}/_stcore/health",
            *("streamlit", "run", "served.py", "--server.port", str(port), "--secrets.files", str(secrets)),
            HUSTINGS_DATABASE_URL=database,
        ),
    ):
        yield address


@pytest.fixture
def visitor(browser: Browser, app: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto(f"{app}/review")
    yield page
    context.close()


def log_in(page: Page, app: str, email: str) -> None:
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("button", name=email).first.click()
    page.wait_for_url(f"{app}/**")
    page.goto(f"{app}/review")


def journal(database: str) -> list[tuple[str, str]]:
    with Store(database) as store:
        return [(entry.action, entry.coder) for entry in store.reviews()]


def test_whoever_has_not_logged_in_decides_nothing(visitor: Page):
    expect(visitor.get_by_role("button", name="Log in")).to_be_visible()
    expect(visitor.get_by_role("button", name="Accept")).to_have_count(0)


def test_a_coder_of_the_table_decides_under_their_own_name(visitor: Page, app: str, database: str):
    before = journal(database)
    log_in(visitor, app, CODER)
    visitor.get_by_role("button", name="Accept").first.click()
    expect(visitor.get_by_text("1 done, 2 left")).to_be_visible()
    assert journal(database) == [*before, ("accept", "Ines")]


def test_whoever_is_not_in_the_table_is_a_reader(visitor: Page, app: str, database: str):
    before = journal(database)
    log_in(visitor, app, STRANGER)
    visitor.get_by_role("button", name="Accept").first.click()
    expect(visitor.get_by_text("a reader may not accept")).to_be_visible()
    assert journal(database) == before
