"""Advice: drafts are the district's own, others see what is submitted, all what is published."""

import datetime as dt
import json
import shutil
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from queries import Version
from queries.access import Access
from queries.advice import RULES, advice, published, unpublished
from queries.answers import ask
from queries.view import View
from queries.writing import Receipt, write
from tests.login.roles import access

DINA, TROMS = access("distrikt:Nordland"), access("distrikt:Troms")
DIRECTORATE, LEADER, READER = access("direktorat"), access("leder"), access("leser")
SAID = {"raad": "fraraader", "prioritet": "hoy", "grunner": ["avstand"], "tekst": "Nei.",
        "bemanning": "-2"}  # fmt: skip


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: Version) -> None:
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(tmp_path / "arbeid.sqlite3"))
    monkeypatch.setattr("queries.advice.newest", lambda _dataset: small)


def say(
    who: Access | None, slag: str = "raad", felt: str = "Nordland", number: str = "1804",
    seen: int | None = None, **changes: Any,
) -> Receipt:  # fmt: skip
    til = None if slag in ("raad-trukket", "publisert") else json.dumps(SAID | changes)
    post = {"id": str(uuid.uuid4()), "datasett": "innspill", "slag": slag, "til": til,
            "gjelder": "raad" if slag == "publisert" else f"kommune:{number}", "seen": seen,
            "felt": "" if slag == "publisert" else felt}  # fmt: skip
    (receipt,) = write(who, [post], RULES)
    return receipt


def statuses(who: Access | None, version: Version) -> list[tuple[str, str]]:
    return [(each.fra, each.status) for each in advice(who, version)]


def test_a_draft_is_its_own_districts_and_a_submission_is_seen_by_others(small: Version) -> None:
    assert say(DINA).nr == 1
    colleague = replace(DINA, subject="en kollega", name="Kollega")
    for own in (DINA, colleague):
        (seen,) = advice(own, small)
        assert (seen.status, seen.raad, seen.grunner, seen.tekst) == (
            "utkast", "fraraader", ("avstand",), "Nei."
        )  # fmt: skip
    for other in (TROMS, DIRECTORATE, LEADER, READER, None):
        assert statuses(other, small) == []
    say(DINA, "raad-sendt", tekst="Nei, og det er endelig.")
    assert statuses(TROMS, small) == statuses(None, small) == []
    for other in (DIRECTORATE, LEADER, READER, access("saksbehandler")):
        assert [each.tekst for each in advice(other, small)] == ["Nei, og det er endelig."]
    # A new draft hides nothing of what is submitted.
    say(DINA, tekst="Likevel ja.")
    assert statuses(DINA, small) == [("Nordland", "utkast")]
    assert [each.tekst for each in advice(READER, small)] == ["Nei, og det er endelig."]
    say(DINA, "raad-trukket")
    assert statuses(READER, small) == []
    assert statuses(DINA, small) == [("Nordland", "trukket")]


def test_the_directorate_adds_its_own_and_neither_overwrites_the_other(small: Version) -> None:
    say(DINA, "raad-sendt")
    say(DIRECTORATE, "raad-sendt", felt="Politidirektoratet", raad="anbefaler")
    assert statuses(READER, small) == [("Nordland", "sendt"), ("Politidirektoratet", "sendt")]
    assert "kan ikke gi råd" in say(DIRECTORATE, felt="Nordland").refused
    assert "kan ikke gi råd" in say(DINA, felt="Politidirektoratet").refused


def test_a_login_that_has_ended_neither_reads_nor_writes(small: Version) -> None:
    say(DINA, "raad-sendt")
    ended = replace(DINA, expires=dt.datetime.now(dt.UTC))
    assert advice(ended, small) == ()
    assert say(ended).again


@pytest.mark.parametrize("who", [TROMS, LEADER, READER, access("saksbehandler")])
@pytest.mark.parametrize("slag", ["raad", "raad-sendt", "raad-trukket"])
def test_nobody_writes_about_anothers_municipalities(who: Access, slag: str) -> None:
    for felt in ("Nordland", "Troms", "Politidirektoratet", ""):
        assert "kan ikke gi råd" in say(who, slag, felt=felt).refused


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"raad": "kanskje"}, "ukjent valg"),
        ({"prioritet": 5}, "ukjent valg"),
        ({"grunner": ["fordi"]}, "ukjent grunn"),
        ({"grunner": "avstand"}, "ukjent grunn"),
        ({"grunner": [["avstand"]]}, "ukjent grunn"),
        ({"tekst": "x" * 2_001}, "har 2001 tegn"),
        ({"tekst": 5}, "formen"),
        ({"bemanning": "mange"}, "helt tall"),
        ({"bemanning": "100"}, "helt tall"),
        ({"bemanning": "²"}, "helt tall"),
        ({"annet": "x"}, "formen"),
        ({"raad": ""}, "Velg om du"),
        ({"grunner": [], "tekst": " "}, "minst én grunn"),
    ],
)
def test_what_can_not_be_submitted_is_told_in_a_sentence(
    changes: dict[str, Any], says: str, small: Version
) -> None:
    assert says in say(DINA, "raad-sendt", **changes).refused
    assert advice(DINA, small) == ()


def test_a_draft_may_be_half_done_and_a_municipality_must_exist() -> None:
    assert say(DINA, raad="", grunner=[], tekst="").nr
    assert "finnes" in say(DINA, number="9999").refused
    assert "finnes" in say(DINA, number="").refused


def test_two_of_one_district_are_told_of_each_other(small: Version) -> None:
    first = say(DINA, seen=0)
    colleague = replace(DINA, subject="en kollega", name="Kollega")
    assert say(colleague, seen=first.nr, tekst="Annet.").nr == 2
    late = say(DINA, seen=first.nr, tekst="Mitt.")
    assert [event.navn for event in late.newer] == ["Kollega"]
    (seen,) = advice(DINA, small)
    assert (seen.tekst, seen.nr) == ("Annet.", 2)


def test_only_the_leader_publishes(small: Version) -> None:
    say(DINA, "raad-sendt")
    assert unpublished(LEADER, small) == 1
    assert unpublished(DINA, small) == 0
    for other in (DINA, DIRECTORATE, READER):
        assert "Bare lederen" in say(other, "publisert").refused
    assert say(LEADER, "publisert").nr
    assert unpublished(LEADER, small) == 0
    say(DINA, "raad-trukket")
    assert unpublished(LEADER, small) == 1


def test_of_several_from_one_office_the_last_holds_and_the_districts_before_the_directorates(
    small: Version, tmp_path: Path
) -> None:
    """Moskenes has three from Nordland, one undated, and a later one from the Directorate."""
    copy = replace(small, path=tmp_path / small.path.name)
    shutil.copy(small.path, copy.path)
    said = (
        ("Nordland politidistrikt", "noytral", "2022-12-01"),
        ("Nordland politidistrikt", "anbefaler", "2022-09-01"),
        ("Nordland politidistrikt", "fraraader", None),
        ("Politidirektoratet", "anbefaler", "2023-01-01"),
    )
    with duckdb.connect(copy.path) as changed:
        changed.executemany(
            "insert into raad (kommunenummer, fra, raad, dato) values ('1874', ?, ?, ?)", said
        )
    assert dict(published(DINA, copy)) == {"1874": "noytral"}
    assert dict(published(DIRECTORATE, copy)) == {"1874": "anbefaler"}
    assert dict(published(READER, copy)) == {}
    places = ask(copy, "kandidater", View(data="innspill")).filter(kommunenummer="1874")
    assert places.select("raad", "raad_fra").rows() == [("noytral", "Nordland politidistrikt")]
