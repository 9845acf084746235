"""Where the store of a test is: in a file, and on a server of its own where there is one."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from data.work import on_server
from tests.postgres import MISSING, cluster, programs


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Give the address of a PostgreSQL that is ours until the tests are done."""
    if programs() is None:
        pytest.skip(MISSING)
    with cluster() as address:
        yield address


@pytest.fixture
def server(postgres: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[sa.URL]:
    """Let the store be on a server, in a schema that nobody else has."""
    schema = f"s{uuid.uuid4().hex}"
    address = sa.make_url(postgres).set(drivername=on_server.DRIVER)
    engine = sa.create_engine(address, poolclass=sa.pool.NullPool)
    with engine.begin() as opened:
        opened.execute(sa.schema.CreateSchema(schema))
    own = address.update_query_dict({"options": f"-c search_path={schema}"})
    monkeypatch.setenv("TJENESTESTED_ARBEID", own.render_as_string(hide_password=False))
    yield own
    on_server._engine(own).dispose()
    on_server._engine.cache_clear()


@pytest.fixture(params=["fil", "tjener"])
def either(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let the store be in a file, and then on a server; returns which."""
    if request.param == "tjener":
        request.getfixturevalue("server")
    else:
        monkeypatch.setenv("TJENESTESTED_ARBEID", str(tmp_path / "mappe" / "arbeid.sqlite3"))
    return str(request.param)
