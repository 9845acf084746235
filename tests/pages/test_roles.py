"""Nobody sees a row that is not published unless her role gives it her: on pages, in any file."""

import json
import re
import uuid
from collections.abc import Iterator
from typing import Any, Final

import anyio
import pytest
from starlette.requests import Request

import dashboard
from data.work import store
from data.work.events import Event
from pages.parts.openings import PAGES
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.reading.reader import Reader
from pages.parts.reading.requested import requested
from pages.parts.writing import advice_list
from queries.tables import TABLES
from tests.login.roles import ROLES, believe, logged_in
from tests.pages.app import html, opened
from tests.pages.served import ask

BODO, ALSTAHAUG, TROMSO, STEIGEN = "1804", "1820", "5401", "1848"
DRAFT_N, SENT_N, DRAFT_D, SENT_T = "UTKAST-N", "SENDT-N", "UTKAST-D", "SENDT-T"
SUBMITTED: Final = frozenset({SENT_N, SENT_T})
SEES: Final = {
    "": frozenset[str](),
    "leser": SUBMITTED,
    "saksbehandler": SUBMITTED,
    "distrikt:Nordland": frozenset({DRAFT_N, SENT_N}),
    "distrikt:Troms": frozenset({SENT_T}),
    "direktorat": SUBMITTED | {DRAFT_D},
    "leder": SUBMITTED,
}
WHERE: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    ("kommune", {"kommune": BODO}),
    ("kommune", {"kommune": ALSTAHAUG}),
    ("kommune", {"kommune": TROMSO}),
    ("raad", {"kommune": BODO}),
    ("raad", {"kommune": TROMSO}),
    ("politidistrikt", {"distrikt": "Nordland"}),
    ("politidistrikt", {"distrikt": "Troms"}),
    ("plassering", {}),
)


@pytest.fixture(scope="module", autouse=True)
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Have people written, of whom nobody has published anything."""
    with pytest.MonkeyPatch.context() as patch:
        file = tmp_path_factory.mktemp("arbeid") / "arbeid.sqlite3"
        patch.setenv("TJENESTESTED_ARBEID", str(file))
        for slag, number, sender, text in (
            ("raad", BODO, "Nordland", DRAFT_N),
            ("raad-sendt", ALSTAHAUG, "Nordland", SENT_N),
            ("raad", BODO, "Politidirektoratet", DRAFT_D),
            ("raad-sendt", TROMSO, "Troms", SENT_T),
        ):
            said = {"raad": "anbefaler", "tekst": text, "grunner": ["avstand"]}
            event = Event(
                id=str(uuid.uuid4()), hvem="x", navn="Navn", rolle="distrikt", datasett="demo",
                slag=slag, gjelder=f"kommune:{number}", felt=sender, til=json.dumps(said),
            )  # fmt: skip
            store.append([event])
        yield


def seen_in(text: str) -> set[str]:
    return {mark for mark in (DRAFT_N, SENT_N, DRAFT_D, SENT_T) if mark in text}


def test_every_role_is_walked_with() -> None:
    assert {*ROLES, "", "distrikt:Troms"} == set(SEES)


# The leader first and nobody last: what is drawn for one must not be kept for the next.
@pytest.mark.parametrize("role", [*reversed(SEES)])
def test_a_page_shows_each_role_what_is_hers_and_nothing_else(
    role: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if role:
        logged_in(monkeypatch, role)
    else:
        believe(monkeypatch)
    found = set[str]()
    for page, chosen in WHERE:
        app = opened(page, dark=False, data="demo", **chosen)
        assert not app.exception
        found |= seen_in(html(app))
    assert found == SEES[role]


def test_a_district_sees_what_it_has_advised_in_public_beside_what_it_writes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Steigen has published advice from Nordland in the demo, Bodø a draft, the others neither."""
    logged_in(monkeypatch, "distrikt:Nordland")
    told = html(opened("raad", data="demo", kommune=STEIGEN))
    rows = {
        name: re.sub("<[^>]+>", "|", row)
        for name, row in re.findall(r'<tr><th scope="row"><a [^>]*>([^<]+)</a>(.*?)</tr>', told)
    }
    assert rows["Steigen"].endswith("|Publisert · Tar ikke stilling|")
    assert rows["Bodø"].endswith("|Utkast · Anbefaler tjenestested|")
    assert rows["Vågan"].endswith("|–|")
    assert "</span>Mest misfornøyd først, så lengst avstand; kommuner uten svar til sist" in told
    assert "1 sendt inn, 1 utkast, 1 publisert før, 38 uten råd" in told
    assert "[Oppdiktet råd til demonstrasjon]" in told, "The advice itself stands in the form."


def test_the_directorates_published_advice_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bindal is advised on by both; the Directorate's list says what the Directorate said."""
    logged_in(monkeypatch, "direktorat")
    told = re.sub("<[^>]+>", "|", html(opened("raad", data="demo", distrikt=["Trøndelag"])))
    assert "Publisert · Anbefaler tjenestested" in told
    assert "Publisert · Tar ikke stilling" not in told


@pytest.mark.parametrize("n", [0, 1, 2])
def test_the_leader_has_a_button_when_there_is_something_to_publish(
    n: int, demo: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(advice_list, "unpublished", lambda access, version: n)
    drawn = str(advice_list.publishing(demo, ()))
    told = f"{n} endring{'' if n == 1 else 'er'} er ikke publisert."
    assert (told if n else "Ingen råd venter på å bli publisert") in drawn
    assert ("<button" in drawn) == bool(n)


@pytest.mark.parametrize("role", ["", "distrikt:Troms"])
def test_no_other_page_shows_any_of_it(role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if role:
        logged_in(monkeypatch, role)
    for page in PAGES:
        assert seen_in(html(opened(page, data="demo", kommune=BODO))) <= SEES[role]


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": 1},
        {"iss": "https://ondt.example"},
        {"aud": "en-annen"},
        {"roller": "sjef"},
        {"is_logged_in": False},
    ],
)
def test_a_login_that_anything_is_wrong_with_shows_what_nobody_sees(
    changes: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    logged_in(monkeypatch, "leder", **changes)
    for page, chosen in WHERE:
        assert not seen_in(html(opened(page, dark=False, data="demo", **chosen)))


def test_no_file_has_any_of_it_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    logged_in(monkeypatch, "leder")
    addresses = [
        *(f"/last-ned/{card}.csv?data=demo&kommune={ALSTAHAUG}" for card in EVERY_CARD),
        *(f"/last-ned/tabell/{table}.csv?data=demo" for table in TABLES),
    ]
    for address in addresses:
        status, _headers, body = ask(dashboard.app._user_routes, address)
        assert status in (200, 404), address
        assert not seen_in(body.decode("utf-8-sig", "replace")), address


def test_what_makes_papers_and_files_has_no_access_whoever_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    logged_in(monkeypatch, "leder")
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/last-ned/notat.pdf",
        "query_string": b"data=demo",
        "headers": [(b"host", b"localhost:8501")],
        "scheme": "http",
        "server": ("localhost", 8501),
    }
    assert anyio.run(requested, Request(scope)).reader.access is None


def test_without_an_operator_nobody_can_log_in_or_write_and_the_page_says_so() -> None:
    drawn = html(opened("raad", data="demo", kommune=BODO))
    assert "Råd skrives av politidistriktene" in drawn
    assert not seen_in(drawn)
    assert "data-konto" not in drawn
    assert "Ingen kan skrive her" in html(opened("data", data="demo"))
    assert not [each for each in opened("data").get("bidi_component") if "skriving" in str(each)]


def test_the_menu_has_the_pages_that_she_writes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def listed(role: str) -> set[str]:
        logged_in(monkeypatch, role)
        drawn = html(opened("", data="demo"))
        return {page for page in ("raad", "vurdering") if f'href="/{page}?' in drawn}

    assert {role: listed(role) for role in ROLES} == {
        "leser": set(),
        "saksbehandler": {"vurdering"},
        "distrikt:Nordland": {"raad"},
        "direktorat": {"raad"},
        "leder": {"raad", "vurdering"},
    }


def test_the_head_says_who_she_is_and_that_her_login_has_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    believe(monkeypatch)
    assert "Logg inn" in html(opened("", data="demo"))
    logged_in(monkeypatch, "leder", name="<b>Leo</b>")
    drawn = html(opened("", data="demo"))
    assert "&lt;b&gt;Leo&lt;/b&gt;" in drawn
    assert "Logg ut" in drawn
    logged_in(monkeypatch, "leder", exp=1)
    assert "Uten tilgang" in html(opened("", data="demo"))
