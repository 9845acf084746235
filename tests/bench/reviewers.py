"""Many who review at once, without browsers: each decides something of a letter every second.

Every decision has an id from here, so that what was sent, what was answered for and what is kept
can be held up against each other afterwards.
"""

import asyncio
import json
import random
import secrets
import time
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import pytest
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import (
    create_signed_value,
    generate_xsrf_token_string,
)
from streamlit.web.server.starlette.starlette_server_config import (
    USER_COOKIE_NAME,
    XSRF_COOKIE_NAME,
)
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from data import vocabulary as v
from data.versions import Version
from data.work import store
from queries.review import PREFIX, Letter, letters
from tests.e2e import harness
from tests.login.roles import access, token

SECONDS: Final = 300
PATIENCE: Final = 60
# So many decisions on a letter before the next one is taken.
ON_A_LETTER: Final = 12
PAGE: Final = "vurdering"
ONE_VALUE: Final = tuple(felt for felt in v.FELT if felt not in v.FLERE)
ISSUER: Final = "http://localhost:9"


@dataclass
class Reviewed:
    """What was sent and answered for, by the ids of the decisions, and how long it took."""

    sent: list[str] = field(default_factory=list)
    kept: dict[str, int] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    # How many times a decision was sent again, since the server said that it was busy.
    again: int = 0
    errors: list[str] = field(default_factory=list)
    # Milliseconds from a decision is sent until the page that tells of it is drawn.
    latencies: list[float] = field(default_factory=list)
    # What is wrong when the store is read afterwards.
    lost: int = 0
    twice: int = 0

    def percentile(self, share: float) -> float:
        """Return the time that `share` of the decisions took less than."""
        return sorted(self.latencies)[int(share * (len(self.latencies) - 1))]


@contextmanager
def office(build: Path) -> Iterator[tuple[str, str]]:
    """Run the application with a login, and give its address and the key its cookies are signed by.

    Nobody logs in here: a cookie is made as the server makes it when somebody has.
    """
    key, port = secrets.token_hex(32), harness.free_port()
    file = build / "secrets.toml"
    file.write_text(
        "[auth]\n"
        f'redirect_uri = "http://localhost:{port}/oauth2callback"\n'
        f'cookie_secret = "{key}"\nclient_id = "tjenestested"\nclient_secret = "prøve"\n'
        f'server_metadata_url = "{ISSUER}/.well-known/openid-configuration"\n',
        "utf-8",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STREAMLIT_SECRETS_FILES", str(file))
        patch.setenv("TJENESTESTED_ARBEID", str(build / "arbeid.sqlite3"))
        with harness.running(build, port=port) as base:
            yield base, key


def review(
    base: str, key: str, version: Version, people: int, seconds: float = SECONDS
) -> Reviewed:
    """Return what came of `people` who each decide something every second for so long."""
    seen = Reviewed()
    every = letters(access("saksbehandler"), version)
    asyncio.run(_everyone(base, key, every, seen, people, seconds))
    there = Counter(event.id for event in store.all(version.dataset) if event.slag == "kode")
    seen.lost = sum(identity not in there for identity in seen.sent)
    seen.twice = sum(number > 1 for number in there.values())
    return seen


async def _everyone(
    base: str, key: str, every: Sequence[Letter], seen: Reviewed, people: int, seconds: float
) -> None:
    end = time.monotonic() + seconds + 0.1 * people
    tasks = []
    for number in range(people):
        person = _Person(base, key, every[number::people], seen, number)
        tasks.append(asyncio.create_task(person.work(end)))
        await asyncio.sleep(0.1)
    await asyncio.gather(*tasks)


class _Person:
    """Somebody with a window open on Vurdering."""

    def __init__(
        self, base: str, key: str, mine: Sequence[Letter], seen: Reviewed, number: int
    ) -> None:
        self.base, self.mine, self.seen = base, mine, seen
        self.draw = random.Random(number)
        claims = token("saksbehandler", sub=f"person {number}", name=f"Person {number}", iss=ISSUER)
        self.cookie = create_signed_value(
            key, USER_COOKIE_NAME, json.dumps(claims | {"origin": base})
        ).decode()
        # The element that takes in what is written, and the page it is on, once it has been drawn.
        self.element = self.page = ""
        self.nr: dict[tuple[str, str], int] = {}

    async def work(self, end: float) -> None:
        xsrf = generate_xsrf_token_string()
        cookies = f"{USER_COOKIE_NAME}={self.cookie}; {XSRF_COOKIE_NAME}={xsrf}"
        try:
            async with connect(
                f"ws://{urlsplit(self.base).netloc}/_stcore/stream",
                subprotocols=[Subprotocol("streamlit"), Subprotocol(xsrf)],
                additional_headers={"Cookie": cookies},
                origin=self.base,  # type: ignore[arg-type]
                max_size=None,
            ) as socket:
                await self._letters(socket, end)
        except Exception as error:
            # Whatever it is, it is counted and shown.
            self.seen.errors.append(repr(error)[:300])

    async def _letters(self, socket: ClientConnection, end: float) -> None:
        # From the first one again when all have been read, until it is time.
        for letter in cycle(self.mine):
            await self._ask(socket, letter)
            for _decision in range(ON_A_LETTER):
                if time.monotonic() > end:
                    return
                begun = time.perf_counter()
                await self._decide(socket, letter)
                taken = time.perf_counter() - begun
                self.seen.latencies.append(1000 * taken)
                await asyncio.sleep(max(0, 1 - taken))

    async def _decide(self, socket: ClientConnection, letter: Letter) -> None:
        felt = self.draw.choice(ONE_VALUE)
        value = self.draw.choice(v.FELT[felt])
        identity = str(uuid.uuid4())
        post: dict[str, Any] = {
            "id": identity,
            "datasett": "demo",
            "slag": "kode",
            "gjelder": PREFIX + letter.innspill_id,
            "felt": felt,
            "til": json.dumps({"status": "bekreftet", "verdi": value}),
            "tekst_hash": letter.hash,
            "seen": self.nr.get((letter.innspill_id, felt), 0),
        }
        self.seen.sent.append(identity)
        # A browser sends again what the server had no room for, and so does this.
        again = True
        while again:
            again = False
            for receipt in await self._ask(socket, letter, [post]):
                if receipt["id"] != identity:
                    continue
                if nr := receipt.get("nr"):
                    self.seen.kept[identity] = self.nr[letter.innspill_id, felt] = nr
                elif receipt.get("igjen"):
                    again = True
                    self.seen.again += 1
                else:
                    self.seen.refused.append(receipt["avvist"])

    async def _ask(
        self, socket: ClientConnection, letter: Letter, posts: Sequence[dict[str, Any]] = ()
    ) -> list[dict[str, Any]]:
        """Ask for the letter's page, with what is to be kept, and return what came of that."""
        message = BackMsg()
        # A page that is asked for by its name is a new one, and has nothing to keep.
        if self.page:
            message.rerun_script.page_script_hash = self.page
        else:
            message.rerun_script.page_name = PAGE
        query = {"data": "demo", "brev": letter.innspill_id}
        message.rerun_script.query_string = urlencode(query)
        if posts:
            widgets = message.rerun_script.widget_states.widgets
            # As a browser does: the element as it stands, and what it tells of.
            widgets.add(id=self.element).json_value = "{}"
            state = widgets.add(id=_make_trigger_id(self.element, "events"))
            state.json_trigger_value = json.dumps([{"event": "skrevet", "value": posts}])
        await socket.send(message.SerializeToString())
        receipts: list[dict[str, Any]] = []
        while True:
            data = await asyncio.wait_for(socket.recv(), PATIENCE)
            answer = ForwardMsg()
            answer.ParseFromString(data if isinstance(data, bytes) else data.encode())
            kind = answer.WhichOneof("type")
            if kind == "navigation":
                self.page = answer.navigation.page_script_hash
            if kind == "script_finished":
                return receipts
            if kind != "delta" or not answer.delta.HasField("new_element"):
                continue
            element = answer.delta.new_element
            if element.WhichOneof("type") in ("exception", "alert"):
                self.seen.errors.append(str(element)[:300])
            if element.bidi_component.component_name == "dokument":
                drawn, _pieces = json.loads(element.bidi_component.bytes.partition(b"\n")[0])
                if drawn != PAGE:
                    self.seen.errors.append(f"Siden «{drawn}» ble tegnet.")
            if element.bidi_component.component_name == "skriving":
                self.element = element.bidi_component.id
                receipts = json.loads(element.bidi_component.json)["kvittert"]
