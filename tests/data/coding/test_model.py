"""A language model is believed only where its words stand in the text; a local one lies here."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from data.coding import model
from data.coding.model import Model
from tests.data.workshop import GOOD, Workshop, rows

TEXT = "Kommunen ønsker et nytt\ntjenestested. Ring Kari på 900 11 222."
SVAR = {5: TEXT}
TRUE = {
    "felt": "onsker_tjenestested",
    "verdi": "ja",
    "sporsmal": 5,
    "utdrag": "ønsker et nytt tjenestested",
    "sikkerhet": 0.9,
}


class Fake(BaseHTTPRequestHandler):
    """A service that answers whatever a test tells it to, and remembers what it was sent."""

    reply: ClassVar[str | bytes] = ""
    wait: ClassVar[float] = 0.0
    status: ClassVar[int] = 200
    asked: ClassVar[list[dict[str, Any]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Fake.asked.append(
            {"path": self.path, "key": self.headers["Authorization"]} | json.loads(body)
        )
        time.sleep(Fake.wait)
        reply = Fake.reply
        if isinstance(reply, str):
            reply = json.dumps({"choices": [{"message": {"content": reply}}]}).encode()
        try:
            self.send_response(Fake.status)
            self.end_headers()
            self.wfile.write(reply)
        except OSError:
            # Who asked did not wait.
            return

    def log_message(self, *_arguments: object) -> None:
        return


@pytest.fixture
def fake() -> Iterator[Model]:
    Fake.reply, Fake.wait, Fake.status, Fake.asked = "", 0.0, 200, []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Fake)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Model(f"http://127.0.0.1:{server.server_port}/v1", "liten", "hemmelig", seconds=5)
    server.shutdown()
    server.server_close()


def says(*claims: object) -> str:
    return json.dumps({"koder": claims})


def test_what_stands_in_the_text_is_suggested_where_it_stands(fake: Model) -> None:
    Fake.reply = says(TRUE)
    answered = model.suggest(SVAR, fake)
    (code,) = answered.suggestions.codes
    assert (code.felt, code.verdi, code.sporsmal) == ("onsker_tjenestested", "ja", 5)
    assert code.utdrag == TEXT[code.start : code.end] == "ønsker et nytt\ntjenestested"
    assert (code.confidence, code.regel) == (0.9, "språkmodell liten")
    assert answered.discarded == {}


def test_only_masked_text_is_sent_and_the_key_is_in_its_header(fake: Model) -> None:
    Fake.reply = says()
    model.suggest(SVAR, fake)
    (asked,) = Fake.asked
    assert (asked["path"], asked["key"]) == ("/v1/chat/completions", "Bearer hemmelig")
    sent = json.dumps(asked["messages"], ensure_ascii=False)
    assert "900 11 222" not in sent
    assert "et nytt" in sent


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (TRUE | {"utdrag": "vil absolutt ha et kontor"}, "utdraget står ikke i teksten"),
        (TRUE | {"utdrag": "900 11 333"}, "utdraget står ikke i teksten"),
        (TRUE | {"utdrag": ""}, "uten utdrag"),
        (TRUE | {"utdrag": None}, "uten utdrag"),
        (TRUE | {"verdi": "kanskje"}, "felt eller verdi finnes ikke"),
        (TRUE | {"verdi": ["ja"]}, "felt eller verdi finnes ikke"),
        (TRUE | {"felt": "stemning"}, "felt eller verdi finnes ikke"),
        ("ja", "ikke en kode"),
    ],
)
def test_a_lie_is_thrown_away_and_counted(fake: Model, claim: object, why: str) -> None:
    Fake.reply = says(claim)
    answered = model.suggest(SVAR, fake)
    assert answered.suggestions.codes == ()
    assert answered.discarded == {why: 1}


def test_the_same_field_twice_is_believed_once(fake: Model) -> None:
    Fake.reply = says(TRUE, TRUE | {"verdi": "nei"})
    answered = model.suggest(SVAR, fake)
    assert [code.verdi for code in answered.suggestions.codes] == ["ja"]
    assert answered.discarded == {"sagt før": 1}


@pytest.mark.parametrize("sure", ["svært", True, 7, None])
def test_a_confidence_that_is_none_is_taken_for_middling(fake: Model, sure: object) -> None:
    Fake.reply = says(TRUE | {"sikkerhet": sure})
    assert model.suggest(SVAR, fake).suggestions.codes[0].confidence == model.UNSAID


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        ("Kommunen ønsker nok et kontor.", "ikke JSON med «koder»"),
        ('{"koder": "mange"}', "ikke JSON med «koder»"),
        ("[1, 2]", "ikke JSON med «koder»"),
        (b"<html>500</html>", "ikke et svar fra en språkmodell"),
        (b'{"choices": []}', "ikke et svar fra en språkmodell"),
        (b"x" * (model.LONGEST_REPLY + 5), "for langt svar"),
    ],
)
def test_prose_and_rubbish_suggest_nothing(fake: Model, reply: str | bytes, why: str) -> None:
    Fake.reply = reply
    answered = model.suggest(SVAR, fake)
    assert answered.suggestions.codes == ()
    assert answered.discarded == {why: 1}


def test_a_fence_around_the_reply_is_taken_off(fake: Model) -> None:
    Fake.reply = f"```json\n{says(TRUE)}\n```"
    assert len(model.suggest(SVAR, fake).suggestions.codes) == 1


def test_a_model_that_does_not_answer_in_time_suggests_nothing(fake: Model) -> None:
    Fake.reply, Fake.wait = says(TRUE), 1.0
    hasty = Model(fake.address, fake.name, seconds=0.1)
    assert model.suggest(SVAR, hasty).discarded == {"svarte ikke i tide": 1}


def test_a_model_that_fails_or_is_not_there_suggests_nothing(fake: Model) -> None:
    Fake.status = 500
    assert model.suggest(SVAR, fake).discarded == {"kunne ikke spørres": 1}
    gone = Model("http://127.0.0.1:9/v1", "liten", seconds=2)
    assert model.suggest(SVAR, gone).discarded == {"kunne ikke spørres": 1}


def test_it_is_off_unless_somebody_plugs_it_in(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(model.ADDRESS, raising=False)
    workshop.write(innspill=GOOD)
    told = f"Ingen språkmodell er koblet til. Sett {model.ADDRESS} først."
    assert workshop.run("code") == (1, [], [told])
    monkeypatch.setenv(model.ADDRESS, "file:///etc/passwd")
    assert workshop.run("code")[0] == 1
    assert not (workshop.sources / "forslag.csv").exists()


def test_the_command_keeps_what_it_says_for_the_build(
    workshop: Workshop, fake: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The rules say nothing of this text, and a person has coded another field.
    words = "Telefonlinja er et sorgens kapittel."
    workshop.write(innspill=GOOD, svar=f"innspill_id,sporsmal,tekst\nA1,3,{words}\n")
    monkeypatch.setenv(model.ADDRESS, fake.address)
    claim = {"felt": "kanal_telefon", "verdi": "mer", "sporsmal": 3, "utdrag": "sorgens kapittel"}
    Fake.reply = says(claim, TRUE)
    code, out, err = workshop.run("code")
    assert (code, err) == (0, [])
    assert out[1:] == ["- forkastet: utdraget står ikke i teksten: 1"]
    assert workshop.run("build", "innspill")[0] == 0
    question = "select felt, verdi, utdrag, kodet_av, status from koding"
    found = [("kanal_telefon", "mer", "sorgens kapittel", "modell", "forslag")]
    assert rows(workshop.newest(), question) == found
    workshop.write(svar="innspill_id,sporsmal,tekst\nA1,3,En helt ny tekst.\n")
    _code, _out, err = workshop.run("build", "innspill")
    assert rows(workshop.newest(), question) == []
    assert "1 forslag fra språkmodellen bygger på tekst som er endret siden" in err[0]
