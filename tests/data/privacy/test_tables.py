"""No table that a page, a search or a file reads can tell what identifies a person."""

from pathlib import Path

import duckdb
import polars as pl
import pytest

from data.privacy.placed import Placed
from data.privacy.senders import is_private, without_names
from data.sharing import shared_file
from data.versions import Version
from tests.data.workshop import rows
from tests.hostile_set import SECRET, build_hostile
from tests.small_set import places

# The rejected row as it was written; no query reads it, and it is not passed on.
KEPT = ("avvist", "innhold")


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Version:
    return build_hostile(tmp_path_factory.mktemp("hostile"))


def told(path: Path) -> dict[str, str]:
    """Return everything each table of the database at `path` says, as one text."""
    with duckdb.connect(path, read_only=True) as opened:
        names = [name for (name,) in opened.sql("show tables").fetchall()]
        frames = {name: pl.from_arrow(opened.table(name).to_arrow_table()) for name in names}
    return {
        name: "\n".join(map(str, frame.drop(KEPT[1], strict=False).rows()))
        for name, frame in frames.items()
        if isinstance(frame, pl.DataFrame)
    }


@pytest.fixture(scope="module")
def every_table(version: Version) -> list[dict[str, str]]:
    """Return what the database says, and what the one to pass on does."""
    with places(version.path.parent, version.path.parent):
        shared = shared_file(version)
    return [told(path) for path in (version.path, shared)]


@pytest.mark.parametrize("secret", SECRET)
def test_no_table_holds_it(every_table: list[dict[str, str]], secret: str) -> None:
    for tables in every_table:
        assert tables
        leaks = [name for name, text in tables.items() if secret.casefold() in text.casefold()]
        assert leaks == []


def test_the_text_around_is_whole(version: Version) -> None:
    ((text,),) = rows(version, "select tekst from svar where innspill_id = 'I03' and sporsmal = 1")
    assert text == (
        "Saksbehandler: [navn utelatt]\n"
        "Vi ser mer rus i Bodø. Ring [telefonnummer utelatt] om rus.\n\n"
        "Med vennlig hilsen\n[navn utelatt]\nrådgiver"
    )


def test_a_passage_that_begins_within_what_is_left_out_still_stands_in_the_text(
    version: Version,
) -> None:
    found = rows(
        version,
        "select k.utdrag from koding as k inner join svar as s on k.innspill_id = s.innspill_id "
        "and contains(s.tekst, k.utdrag) where k.innspill_id = 'I03' order by k.utdrag",
    )
    assert found == [
        ("[navn utelatt]\nrådgiver",),
        ("[telefonnummer utelatt] om rus.",),
    ]


def test_private_senders_are_told_by_kind_alone(version: Version) -> None:
    assert rows(
        version,
        "select innspill_id, avsender, kilde, merknad from innspill "
        "where avsendertype in ('privatperson', 'annet', 'organisasjon') order by all",
    ) == [
        ("I11", "En organisasjon", "sak 11", None),
        ("I20", "Privatperson", "utelatt", None),
        (
            "I22",
            "Lag v/ [navn utelatt]",
            "Svar_[navn utelatt].docx",
            "[telefonnummer utelatt]",
        ),
        ("privat-1", "Privatperson", "utelatt", None),
    ]


def test_what_a_private_person_signed_is_found_by_its_words_and_not_by_the_name(
    version: Version,
) -> None:
    words = {word for (word,) in rows(version, "select ord from sokeord")}
    assert "politi" in words
    assert not words & {"petra", "privatsdatter", "privatsdatters", "nordmann", "hemmelig"}


@pytest.mark.parametrize(
    ("name", "kind", "private"),
    [
        ("Kari Nordmann", "privatperson", True),
        ("Zxqw", "privatperson", True),
        ("Ola Hansen", "annet", True),
        ("Eldrerådet i Bodø", "annet", False),
        ("Klepp kommune v/ordfører Per Lund", "kommune", False),
    ],
)
def test_who_is_a_private_person(name: str, kind: str, *, private: bool) -> None:
    assert is_private(name, kind) is private


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Svar_Kari_Nordmann.pdf", "Svar_[navn utelatt].pdf"),
        ("kari-nordmann-bodo.docx", "[navn utelatt]-bodo.docx"),
        ("Høringssvar Alta kommune.pdf", "Høringssvar Alta kommune.pdf"),
        ("22-535_Svar_Bodø.pdf", "22-535_Svar_Bodø.pdf"),
        ("https://www.regjeringen.no/id2901765/?uid=0a1b2c3d-1111-2222", None),
    ],
)
def test_file_names_name_nobody(name: str, shown: str | None) -> None:
    assert without_names(name) == (shown or name)


def test_places_are_found_again_after_what_is_left_out() -> None:
    text = "Ring 22 33 44 55 eller 22 33 44 56. Så er det mer."
    placed = Placed.of(text)
    start = text.index("mer")
    first, last = placed.span(start, start + 3)
    assert placed.shown[first:last] == "mer"
    first, last = placed.span(0, len(text))
    assert placed.shown[first:last] == placed.shown
    assert Placed.of("Uten noe.").span(2, 5) == (2, 5)
