"""Vurdering with a second reader: what she is shown, and what is told when both have read."""

import json
import re
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from queries import Version, newest, review
from queries.review import Letter, letters
from queries.writing import write
from tests.login.roles import access, logged_in
from tests.pages.app import html, opened

FELT = "onsker_tjenestested"


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(tmp_path / "arbeid.sqlite3"))


@pytest.fixture
def letter() -> Letter:
    version = newest("demo")
    assert isinstance(version, Version)
    found = letters(access("leder"), version)
    return next(each for each in found if any(code.key == FELT for code in each.codes))


def says(role: str, gjelder: str, slag: str, til: Any, **more: Any) -> None:
    post = {"id": str(uuid.uuid4()), "datasett": "demo", "slag": slag, "gjelder": gjelder}
    (receipt,) = write(access(role), [post | {"til": json.dumps(til)} | more], review.RULES)
    assert receipt.nr, receipt.refused


def reads(letter: Letter, role: str, value: str, prefix: str) -> None:
    about = prefix + letter.innspill_id
    said = {"status": "bekreftet", "verdi": value}
    says(role, about, "kode", said, felt=FELT)
    says(role, about, "ferdig", til=True, tekst_hash=letter.hash)


def page(patch: pytest.MonkeyPatch, role: str, brev: str = "") -> str:
    logged_in(patch, role)
    return html(opened("vurdering", data="demo", brev=brev))


def test_the_second_reader_is_told_nothing_until_both_have_read_it(
    letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Trekk 10 brev" in page(monkeypatch, "leder")
    assert "Lest av to" not in page(monkeypatch, "saksbehandler")
    says("leder", "utvalg:annen", "utvalg", {"antall": 5000, "fro": 1})
    said = {"status": "bekreftet", "verdi": "uklart"}
    says("leder", f"innspill:{letter.innspill_id}", "kode", said, felt=FELT)

    blind = page(monkeypatch, "saksbehandler", f"annen.{letter.innspill_id}")
    assert "Du er annenleser" in blind
    assert "Navn på leder" not in blind
    assert not shown(blind, "Forslag", "Bekreftet", "Fra før")
    # What she decides is about her own reading, and so is that she has taken it.
    assert f'"gjelder": "annen:{letter.innspill_id}"' in blind.replace("&#34;", '"')
    reads(letter, "saksbehandler", "nei", "annen:")
    # The letter itself is closed to her until the first has finished it too.
    assert "Du er annenleser" in page(monkeypatch, "saksbehandler", letter.innspill_id)
    reads(letter, "leder", "ja", "innspill:")
    assert "Du er annenleser" not in page(monkeypatch, "saksbehandler", letter.innspill_id)

    told = page(monkeypatch, "saksbehandler")
    assert "Krippendorffs alfa" in told
    (differ,) = re.findall(r"<h3>Det de er uenige om</h3><ul>(.*?)</ul>", told)
    assert letter.avsender in differ
    assert "avgjort" not in differ
    said = {"status": "bekreftet", "verdi": "nei"}
    says("leder", f"innspill:{letter.innspill_id}", "kode", said, felt=FELT)
    assert "avgjort" in page(monkeypatch, "saksbehandler").partition("uenige om")[2]


def test_the_list_of_letters_tells_the_second_reader_nothing_of_the_first(
    letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the next build changes, and who a letter is from now, are what the first has said."""
    says("leder", "utvalg:annen", "utvalg", {"antall": 5000, "fro": 1})
    about = f"innspill:{letter.innspill_id}"
    who = {"status": "bekreftet", "avsender": "Rettet avsender", "avsendertype": "annet"}
    says("leder", about, "brev", who | {"kommunenumre": None}, felt="avsender")
    said = {"status": "avvist", "verdi": "uklart"}
    says("leder", about, "kode", said, felt=FELT)
    others = page(monkeypatch, "saksbehandler")
    assert "Rettet avsender" in others
    assert "Det som blir annerledes" in others
    # She begins to read it as the second, and the leader sees it as before.
    says("saksbehandler", f"annen:{letter.innspill_id}", "kode", said, felt=FELT)
    blind = page(monkeypatch, "saksbehandler")
    assert "Rettet avsender" not in blind
    assert "Det som blir annerledes" not in blind
    assert "Rettet avsender" in page(monkeypatch, "leder")


def shown(text: str, *names: str) -> Sequence[str]:
    """Return which of `names` stand first in what a field is."""
    stands = re.findall(r'class="staar">(?:<b>)?(\w[\w ]*)', text)
    return [name for name in names if name in stands]
