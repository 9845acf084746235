"""Cards, files and papers over answers with personal data in every field show none of it."""

import io

import docx
import pptx
import pypdf
import pytest

from pages.parts.openings import at
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.reading.reader import Reader
from pages.parts.sharing import export
from queries import Version, View
from queries.search import look_up, search
from tests.hostile_set import SECRET, build_hostile


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Version:
    return build_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def reader(version: Version) -> Reader:
    """Return a reader of Bodø's page who has searched and opened a number."""
    return Reader(View(data="innspill", kommune="1804", q="politi"), version)


@pytest.mark.parametrize("name", EVERY_CARD)
def test_no_card_and_no_file_of_it_tells(name: str, reader: Reader) -> None:
    card = EVERY_CARD[name](reader)
    shown = card.figure + card.title + card.lead + card.basis
    files = [make(card, reader).decode("utf-8-sig") for make in (export.to_csv, export.to_html)]
    said = "\n".join([shown, *files]).casefold()
    assert [secret for secret in SECRET if secret.casefold() in said] == []
