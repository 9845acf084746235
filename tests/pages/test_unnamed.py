"""Cards, files, papers and searches over answers full of personal data show none of it."""

import io

import docx
import pypdf
import pytest

from pages.parts.answers.hits import hit_list
from pages.parts.cards.search import rows_of
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.papers import making
from pages.parts.reading.reader import Reader
from pages.parts.sharing import export
from pages.parts.sharing.whole_tables import to_csv
from queries import Version, View
from queries.search import find
from queries.tables import TABLES, table
from tests.hostile_set import SECRET, build_hostile

ORIGIN = "https://tall.example"


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Version:
    return build_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def reader(version: Version) -> Reader:
    """Return a reader of Bodø's page who has searched and opened a number."""
    return Reader(View(data="innspill", kommune="1804", q="politi", kode="tema:rus"), version)


def told(said: str) -> list[str]:
    return [secret for secret in SECRET if secret.casefold() in said.casefold()]


@pytest.mark.parametrize("name", EVERY_CARD)
def test_no_card_and_no_file_of_it_tells(name: str, reader: Reader) -> None:
    card = EVERY_CARD[name](reader)
    files = [make(card, reader).decode("utf-8-sig") for make in (export.to_csv, export.to_html)]
    assert told("\n".join([card.figure, card.title, card.lead, card.basis, *files])) == []


@pytest.mark.parametrize("name", TABLES)
def test_no_whole_table_tells(name: str, version: Version, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TJENESTESTED_BUILD", str(version.path.parent))
    frame = table(version, name)
    assert frame is not None
    assert told(to_csv(frame, "").decode("utf-8-sig")) == []


def test_the_hits_of_a_search_tell_nobody(reader: Reader) -> None:
    found = find(reader.version, reader.view)
    said = hit_list(reader, found, rows_of(reader, found.hits["svar_nr"].to_list()))
    assert "politi" in said
    assert told(said) == []


@pytest.mark.parametrize(
    "asked", ["22334455", '"22 33 44 55"', "Privatsdatter", "Nordmann", "hemmelig", "9001", "12368"]
)
def test_what_is_left_out_is_not_found_either(asked: str, version: Version) -> None:
    found = find(version, View(data="innspill", q=asked))
    assert found.hits.height == 0
    assert [other for _word, others in found.search.alike for other in others] == []
    premises = View(data="innspill", sok=asked.strip('"'))
    assert Reader(premises, version).ask("lokaler").height == 0


def test_the_papers_of_the_municipality_tell_nobody(reader: Reader) -> None:
    sheet = pypdf.PdfReader(io.BytesIO(making.municipality(reader, ORIGIN)))
    pages = "\n".join(page.extract_text() for page in sheet.pages)
    assert "Bodø" in pages
    assert told(pages) == []
    note = docx.Document(io.BytesIO(making.note(reader, ORIGIN, "kommune", (), "docx")))
    cells = [cell.text for grid in note.tables for row in grid.rows for cell in row.cells]
    assert told("\n".join([*(each.text for each in note.paragraphs), *cells])) == []
