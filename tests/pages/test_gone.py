"""A file of a version that is gone is refused in words: no other version takes its place unseen."""

from urllib.parse import unquote

import pytest
from starlette.routing import Route

from data.versions import DATASETS
from pages.parts.papers.routes import paper_routes
from pages.parts.reading.requested import REMARKS
from pages.parts.sharing.download import download
from pages.parts.sharing.qr import qr_routes
from pages.parts.sharing.whole_tables import download_database, download_table
from queries import Version
from tests.pages.served import ask

ROUTES = [
    *paper_routes(),
    *qr_routes(),
    Route("/last-ned/tabell/{table}.{format}", download_table),
    Route("/last-ned/{file}.duckdb", download_database),
    Route("/last-ned/{page}/{card}.{format}", download),
    Route("/last-ned/{card}.{format}", download),
]
FILES = (
    "/last-ned/oversikt/kart.csv",
    "/last-ned/kart.xlsx",
    "/last-ned/bemanning/grunner.html",
    "/last-ned/notat.pdf",
    "/last-ned/notat.pptx",
    "/last-ned/velg-kort",
    "/last-ned/kommune-1804.pdf",
    "/last-ned/politidistrikt-Nordland.pdf",
    "/last-ned/kommuner.zip",
    "/last-ned/qr/lokaler.svg",
    "/last-ned/tabell/kommune.parquet",
)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("version", ["2020-01-01-0000000", "2031-12-24-abcdef0"])
def test_a_version_that_is_gone_is_told_and_not_replaced(file: str, version: str) -> None:
    status, _headers, body = ask(ROUTES, f"{file}?data=demo&versjon={version}")
    assert status == 410
    assert f"Dataversjonen {version} finnes ikke lenger her" in body.decode()


def test_the_refusal_is_in_the_readers_language_and_names_the_newest(
    versions: dict[str, Version],
) -> None:
    gone = "/last-ned/kart.csv?data=demo&versjon=2020-01-01-0000000&lang=en"
    body = ask(ROUTES, gone)[2].decode()
    assert "2020-01-01-0000000" in body
    assert versions["demo"].version in body
    assert "finnes ikke" not in body


@pytest.mark.parametrize("dataset", DATASETS[1:])
def test_a_version_that_is_here_is_given(dataset: str, versions: dict[str, Version]) -> None:
    here = f"/last-ned/kart.csv?data={dataset}&versjon={versions[dataset].version}"
    assert ask(ROUTES, here)[0] == 200


def test_a_link_at_the_end_of_a_sentence_gives_what_it_names_and_says_so(
    versions: dict[str, Version],
) -> None:
    whole = ask(ROUTES, "/last-ned/kart.csv?data=demo&distrikt=Troms")
    status, headers, body = ask(ROUTES, "/last-ned/kart.csv?data=demo&distrikt=Troms).")
    assert (status, body) == (200, whole[2])
    assert unquote(headers[REMARKS]) == "Leste «Troms).» i distrikt som «Troms»."
    assert REMARKS not in whole[1]
