"""The quality report rests on the labels, so they must be labels of something that is there."""

from pathlib import Path
from typing import Final

import polars as pl
import pytest

from data import vocabulary as v
from data.paths import COMMON
from tests.quality.corpus import LETTERS, UNSEEN, read_letter, read_letters

MARK: Final = "# Oppdiktet"
WORDS: Final = frozenset(
    (
        "vedtak",
        "saksframlegg",
        "beholde",
        "vilkaar",
        "forbehold",
        "kontrast",
        "sitat",
        "fellesbrev",
        "regionraad",
        "egne_overskrifter",
        "blokk",
        "loepende",
        "takk_foerst",
        "lokaloenske",
        "ocr",
        "utelatt",
        "ingen_merknader",
        "vedlegg",
        "samisk",
        "eldreraad",
        "privatperson",
        "flere_datoer",
        "nummerering",
        "inndeling_2024",
        "kort",
        "lang",
    )
)
TRAPS: Final = range(1, 21)
FILES: Final = tuple(sorted(path for half in (LETTERS, UNSEEN) for path in half.glob("*.toml")))


@pytest.fixture(scope="module")
def numbers() -> frozenset[str]:
    kommuner = pl.read_csv(COMMON / "kommuner.csv", infer_schema=False)
    return frozenset(kommuner["kommunenummer"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_letter_is_marked_as_invented_and_labelled_with_words_that_exist(
    path: Path, numbers: frozenset[str]
) -> None:
    assert path.read_text("utf-8").startswith(MARK)
    letter = read_letter(path)
    assert letter.feller, "a letter that tries nothing is no test"
    assert all(trap in (TRAPS if isinstance(trap, int) else WORDS) for trap in letter.feller)
    assert letter.malform in v.MAALFORM
    assert letter.fasit.avsendertype in v.AVSENDERTYPE
    assert numbers.issuperset(letter.fasit.kommunenumre)
    assert bool(letter.fasit.kommunenumre) or letter.fasit.avsendertype != "kommune"
    for code in letter.koder:
        assert code.verdi in v.FELT[code.felt]
        assert not code.kommunenummer or code.kommunenummer in letter.fasit.kommunenumre


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_parts_of_a_letter_are_its_whole_text(path: Path) -> None:
    letter = read_letter(path)
    ends = [0, *(part.til for part in letter.deling)]
    assert [part.fra for part in letter.deling] == ends[:-1]
    assert ends[-1] == len(letter.tekst) > 0
    assert all(part.til > part.fra for part in letter.deling)
    assert all(set(part.sporsmal) <= set(range(6)) for part in letter.deling)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_passage_is_where_its_label_says(path: Path) -> None:
    letter = read_letter(path)
    for code in letter.koder:
        assert letter.tekst[code.fra : code.til] == code.utdrag
    for lokale in letter.lokaler:
        assert lokale.utdrag in letter.tekst
        assert lokale.lokaltype in v.LOKALTYPE
        assert lokale.tilstand in v.TILSTAND
        assert lokale.betingelse in letter.tekst


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_field_with_one_value_has_one_value_for_each_municipality(path: Path) -> None:
    letter = read_letter(path)
    said: dict[tuple[str, str], set[str]] = {}
    for code in letter.koder:
        said.setdefault((code.felt, code.kommunenummer), set()).add(code.verdi)
    twice = {key for key, values in said.items() if len(values) > 1 and key[0] not in v.FLERE}
    assert not twice


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_premises_belong_to_an_offer(path: Path) -> None:
    letter = read_letter(path)
    offered = {code.verdi for code in letter.koder if code.felt == "tilbyr_lokaler"}
    assert not letter.lokaler or offered & {"ja", "vurderes"}


def test_no_two_letters_are_the_same() -> None:
    texts = [letter.tekst for half in (LETTERS, UNSEEN) for letter in read_letters(half)]
    assert len(set(texts)) == len(texts)
