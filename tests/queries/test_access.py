"""Access is made of a login that nothing is wrong with, and of no other."""

import datetime as dt
import math
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from queries.access import Trust, flaw, verified
from tests.architecture.project import named, python_files
from tests.login.roles import ROLES, TRUST, access, token

NOW = int(time.time())


@pytest.mark.parametrize("role", ROLES)
def test_a_login_gives_the_role_it_names(role: str) -> None:
    found = access(role)
    assert (found.subject, found.name) == (f"en {role}", f"Navn på {role}")
    assert f"{found.role}:{found.district}".rstrip(":") == role
    assert found.is_current


@pytest.mark.parametrize(
    "changes",
    [
        {"is_logged_in": None},
        {"is_logged_in": "ja"},
        {"sub": None},
        {"sub": ""},
        {"sub": 5},
        {"sub": "x" * 201},
        {"sub": "a\nb"},
        {"name": None},
        {"name": ["Kari"]},
        {"iss": None},
        {"iss": "https://utsteder.example.ondt.example"},
        {"iss": "https://utsteder.example/"},
        {"aud": None},
        {"aud": "en-annen"},
        {"aud": []},
        {"aud": ["tjenestested", "en-annen"]},
        {"aud": ["tjenestested", "en-annen"], "azp": "en-annen"},
        {"azp": "en-annen"},
        {"exp": None},
        {"exp": NOW - 1},
        {"exp": str(NOW + 3600)},
        {"exp": True},
        {"exp": math.inf},
        {"exp": math.nan},
        {"exp": 10**30},
        {"iat": None},
        {"iat": NOW + 3600},
        {"iat": NOW - 13 * 3600, "exp": NOW + 3600},
        {"nbf": NOW + 3600},
        {"nbf": "nå"},
        {"roller": None},
        {"roller": []},
        {"roller": "Leder"},
        {"roller": {"leder": True}},
        {"roller": ["leder", 5]},
        {"roller": "distrikt"},
        {"roller": "distrikt:"},
        {"roller": "distrikt:Atlantis"},
        {"roller": ["distrikt:Nordland", "distrikt:Troms"]},
    ],
)
def test_a_login_that_anything_is_wrong_with_gives_none(changes: dict[str, Any]) -> None:
    claims = token("leder") | changes
    assert verified({k: v for k, v in claims.items() if v is not None}, TRUST) is None


def test_nobody_is_believed_where_no_issuer_is() -> None:
    assert verified(token("leder"), None) is None
    assert verified(token("leder"), Trust("https://utsteder.example", "en-annen")) is None
    assert verified({}, TRUST) is None


def test_a_login_is_for_this_client_among_many_when_it_says_so() -> None:
    claims = token("leder", aud=["tjenestested", "en-annen"], azp="tjenestested")
    assert verified(claims, TRUST)


def test_the_strongest_of_her_roles_counts_and_roles_of_other_programs_do_not() -> None:
    found = verified(token(["noe:annet", "leser", "saksbehandler"]), TRUST)
    assert found
    assert found.role == "saksbehandler"


def test_a_login_ends_while_a_page_is_open_and_never_outlasts_a_working_day() -> None:
    found = access("leder", exp=NOW + 30 * 24 * 3600)
    assert found.expires - dt.datetime.now(dt.UTC) <= dt.timedelta(hours=12)
    ended = replace(found, expires=dt.datetime.now(dt.UTC))
    assert not any((ended.codes, ended.publishes, ended.reads("Nordland")))
    assert not replace(access("direktorat"), expires=ended.expires).advises("Nordland")


def test_who_has_logged_out_is_not_believed_by_an_earlier_login() -> None:
    claims, now = token("leder"), dt.datetime.now(dt.UTC)
    minute = dt.timedelta(minutes=1)
    assert verified(claims, TRUST, {"en leder": now + minute}) is None
    assert verified(claims, TRUST, {"en leder": now - minute})
    assert verified(claims, TRUST, {"en annen": now + minute})


def test_what_each_role_may_do() -> None:
    def may(role: str) -> str:
        one = access(role)
        done = {
            "koder": one.codes,
            "publiserer": one.publishes,
            "råder Nordland": one.advises("Nordland"),
            "råder Troms": one.advises("Troms"),
            "leser Nordland": one.reads("Nordland"),
            "leser Troms": one.reads("Troms"),
        }
        return ", ".join(name for name, granted in done.items() if granted)

    assert {role: may(role) for role in ROLES} == {
        "leser": "leser Nordland, leser Troms",
        "saksbehandler": "koder, leser Nordland, leser Troms",
        "distrikt:Nordland": "råder Nordland, leser Nordland",
        "direktorat": "råder Nordland, råder Troms, leser Nordland, leser Troms",
        "leder": "koder, publiserer, leser Nordland, leser Troms",
    }


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "tilgang.toml"
    monkeypatch.setenv("TJENESTESTED_TILGANG", str(found))
    return found


def test_the_file_says_who_has_which_role_before_any_claim(file: Path) -> None:
    file.write_text(
        'krav = "grupper"\n[roller]\n"s1" = "distrikt:Troms"\n"Kari@Politi.example" = "leser"\n'
    )
    assert access("leder", sub="s1").district == "Troms"
    assert access("leder", email="kari@politi.example", email_verified=True).role == "leser"
    assert access("x", grupper="leder").role == "leder"
    # The claim of another name is nobody's, and an address that is not checked is anybody's.
    assert verified(token("leder"), TRUST) is None
    assert verified(token("x", email="kari@politi.example"), TRUST) is None


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[roller", "er ikke TOML"),
        ('[roller]\n"s1" = "sjef"', "«s1»: fant «sjef», ventet leser"),
        ('[roller]\n"s1" = 5', "fant «5»"),
        ("krav = 5", "ventet krav"),
        (None, "finnes ikke"),
    ],
)
def test_a_file_that_can_not_be_read_gives_nobody_a_role(
    file: Path, content: str | None, says: str
) -> None:
    if content is not None:
        file.write_text(content)
    assert says in flaw()
    assert verified(token("leder"), TRUST) is None


def test_access_is_made_in_one_place() -> None:
    made = [
        named(path)
        for path in python_files("data", "queries", "pages", "dashboard.py")
        if "Access(" in path.read_text("utf-8").replace("class Access(", "")
    ]
    assert made == ["queries/access.py"]
