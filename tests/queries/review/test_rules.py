"""Who may say what of a letter: asked by the rules, whatever the page showed."""

import json
import uuid
from pathlib import Path
from typing import Any

import pytest

from data import pipeline
from data.versions import Version
from queries import review
from queries.review import Letter, letters, pending, state_of
from queries.writing import Receipt, read, write
from tests import built
from tests.login.roles import access
from tests.queries.review.desk_set import NOW

WRITERS = ("saksbehandler", "leder")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built.datasets(tmp_path_factory)


@pytest.fixture
def first(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Letter:
    monkeypatch.setenv("TJENESTESTED_BUILD", str(desk))
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(tmp_path / "arbeid.sqlite3"))
    version = pipeline.build("demo").version
    return next(each for each in letters(access("leder"), version) if each.codes and each.texts)


def sent(letter: Letter, slag: str, til: Any, role: str = "leder", **changes: Any) -> Receipt:
    post = {
        "id": str(uuid.uuid4()),
        "datasett": "demo",
        "slag": slag,
        "gjelder": f"innspill:{letter.innspill_id}",
        "til": json.dumps(til),
    }
    (receipt,) = write(access(role), [post | changes], review.RULES)
    return receipt


def test_only_who_confirms_codes_sees_letters_and_writes_about_them(first: Letter) -> None:
    version = pipeline.build("demo").version
    said = {"status": "bekreftet", "verdi": "ja"}
    for role in ("leser", "saksbehandler", "distrikt:Nordland", "direktorat", "leder"):
        found = letters(access(role), version)
        receipt = sent(first, "kode", said, role, felt="onsker_tjenestested")
        assert bool(found) == (role in WRITERS)
        assert bool(receipt.nr) == (role in WRITERS), role
    assert letters(None, version) == ()


def test_a_decision_must_be_one_and_its_passage_stand_in_the_letter(first: Letter) -> None:
    felt = "onsker_tjenestested"
    number, text = next(iter(first.texts.items()))
    place = {"utdrag": text[:10], "sporsmal": number, "start": 0, "slutt": 10}
    good = {"status": "bekreftet", "verdi": "ja"}
    assert sent(first, "kode", good | place, felt=felt).nr
    assert sent(first, "kode", None, felt=felt).nr
    for bad in ("ja", 7, good | place | {"utdrag": "noe ingen skrev"}, good | {"verdi": "jada"}):
        assert sent(first, "kode", bad, felt=felt).refused
    assert sent(first, "kode", good, felt="tema:alt").refused
    assert sent(first, "kode", good, felt=felt, gjelder="innspill:finnes ikke").refused
    assert sent(first, "kode", good, felt=felt, gjelder=first.innspill_id).refused


def test_who_holds_a_letter_keeps_it_and_alone_says_that_it_is_finished(first: Letter) -> None:
    assert sent(first, "hold", til=True, role="saksbehandler").nr
    assert "arbeider med brevet" in sent(first, "hold", til=True, role="leder").refused
    assert sent(first, "ferdig", til=True, role="leder", tekst_hash=first.hash).refused
    assert sent(first, "ferdig", til=True, role="saksbehandler", tekst_hash=first.hash).nr
    assert sent(first, "ferdig", til=True, role="saksbehandler", tekst_hash="et annet").refused


def test_two_who_decide_the_same_field_are_asked_and_neither_is_lost(first: Letter) -> None:
    felt = "onsker_tjenestested"
    mine = sent(first, "kode", {"status": "bekreftet", "verdi": "ja"}, felt=felt, seen=0)
    theirs = {"status": "bekreftet", "verdi": "nei"}
    refused = sent(first, "kode", theirs, role="saksbehandler", felt=felt, seen=0)
    assert mine.nr
    assert [each.nr for each in refused.newer] == [mine.nr]
    assert sent(first, "kode", theirs, "saksbehandler", felt=felt, seen=mine.nr).nr
    # Another field of the same letter is nobody's conflict.
    assert sent(
        first, "kode", {"status": "bekreftet", "verdi": "mer"}, felt="kanal_telefon", seen=0
    ).nr


def test_an_empty_comment_is_none(first: Letter) -> None:
    assert sent(first, "kommentar", til=None, hvorfor="Se vedlegg 2.").nr
    assert sent(first, "kommentar", til=None, hvorfor="  ").refused


def drawn(first: Letter) -> None:
    """Let every letter be read by two."""
    whole = {"antall": 5000, "fro": 1}
    assert sent(first, "utvalg", whole, gjelder="utvalg:annen").nr


def test_only_a_leader_draws_letters_and_only_those_are_read_twice(first: Letter) -> None:
    felt, said = "onsker_tjenestested", {"status": "bekreftet", "verdi": "ja"}
    about = {"gjelder": f"annen:{first.innspill_id}", "felt": felt}
    assert "trukket" in sent(first, "kode", said, **about).refused
    whole = {"antall": 5000, "fro": 1}
    assert sent(first, "utvalg", whole, "saksbehandler", gjelder="utvalg:annen").refused
    assert sent(first, "utvalg", whole, gjelder="utvalg:noe annet").refused
    assert sent(first, "utvalg", {"antall": 0, "fro": 1}, gjelder="utvalg:annen").refused
    drawn(first)
    assert sent(first, "kode", said, **about).nr


def test_the_second_reader_is_one_other_than_the_first_until_both_are_finished(
    first: Letter,
) -> None:
    felt, said = "onsker_tjenestested", {"status": "bekreftet", "verdi": "ja"}
    second = {"gjelder": f"annen:{first.innspill_id}"}
    drawn(first)
    assert sent(first, "kode", said, "leder", felt=felt).nr
    assert "lest brevet først" in sent(first, "kode", said, "leder", felt=felt, **second).refused
    # What the first has said is nobody's conflict with the second: she does not know of it.
    blindly = sent(first, "kode", said, "saksbehandler", felt=felt, seen=0, **second)
    assert blindly.nr
    assert "annenleser" in sent(first, "kode", said, "saksbehandler", felt=felt).refused
    sent(first, "ferdig", til=True, role="leder", tekst_hash=first.hash)
    assert "annenleser" in sent(first, "kode", said, "saksbehandler", felt=felt).refused
    sent(first, "ferdig", til=True, role="saksbehandler", tekst_hash=first.hash, **second)
    assert sent(first, "kode", said, "saksbehandler", felt=felt).nr


def test_what_the_next_build_changes_is_told_until_it_is_built(first: Letter) -> None:
    """Three decisions on codes that are published; after the build none of them is pending."""

    def told(version: Version) -> list[tuple[str, str]]:
        (state,) = (
            state_of(each, read(access("leder"), "demo", f"innspill:{first.innspill_id}"), NOW)
            for each in letters(access("leder"), version)
            if each.innspill_id == first.innspill_id
        )
        return [(each.felt, each.kind) for each in pending([state])]

    before = pipeline.build("demo").version
    codes = [code for code in first.codes if code.felt.startswith("tilfreds_")]
    confirmed, changed, refused = codes
    other = next(value for value in ("tilfreds", "delvis") if value != changed.verdi)
    for code, status, verdi in (
        (confirmed, "bekreftet", confirmed.verdi),
        (changed, "bekreftet", other),
        (refused, "avvist", refused.verdi),
    ):
        said = {"status": status, "verdi": verdi}
        assert not sent(first, "kode", said, felt=code.key, tekst_hash=first.hash).refused
    kinds = dict(told(before))
    assert (kinds[changed.felt], kinds[refused.felt]) == ("endres", "tas_ut")
    assert kinds.get(confirmed.felt) == ("bekreftes" if confirmed.status == "forslag" else None)
    newer = pipeline.build("demo").version
    assert newer != before
    assert told(newer) == []


def test_what_is_told_of_a_letter_must_be_of_that_letter(first: Letter) -> None:
    own = f"{first.innspill_id}-0a1b2c3d"
    room = {"status": "bekreftet", "lokaltype": "raadhus", "kommunenummer": "1804"}
    room |= {"tilstand": "ukjent"}
    who = {"status": "bekreftet", "avsender": "X", "avsendertype": "kommune"}

    def refused(slag: str, felt: str, til: Any) -> str:
        return sent(first, slag, til, felt=felt).refused

    assert refused("lokale", "L9-0a1b2c3d", room) == "Lokalet hører ikke til brevet."
    elsewhere = room | {"kommunenummer": "9999"}
    assert refused("lokale", own, elsewhere) == "Lokalet mangler en kommune."
    gone = {"utdrag": "Dette står ikke her", "sporsmal": 1, "start": 0, "slutt": 19}
    assert "står ikke i teksten" in refused("lokale", own, room | gone)
    assert "finnes ikke" in refused("brev", "avsender", who | {"kommunenumre": "9999"})
    assert refused("brev", "malform", {"status": "bekreftet", "verdi": "nynorsk"})
    moved = {"status": "bekreftet", "flyttet": [[1, 0, 2, 3]], "tekster": {"1": "en annen"}}
    assert "endret siden" in refused("deling", "deling", moved)
    assert refused("deling", "noe annet", {"status": "avvist"})
    assert refused("brev", "dato", "2022-05-20")
    for felt, til in ((own, room), (own, None)):
        assert sent(first, "lokale", til, felt=felt).nr
    # Two who decide the same at once are told of each other, as with codes.
    assert sent(first, "brev", who | {"kommunenumre": "1804"}, felt="avsender", seen=0).nr
    late = sent(first, "brev", who | {"kommunenumre": "1811"}, felt="avsender", seen=0)
    assert [each.felt for each in late.newer] == ["avsender"]
