"""The index behind the search: what counts as the same word, and what may be found at all."""

import polars as pl
import pytest

from data.search_index import Lexicon, found_by, index
from data.wordforms import common, folded, stem

KOMMUNER = pl.DataFrame(
    {
        "kommunenummer": ["1577", "1121", "1804", "5437"],
        "kommunenavn": ["Volda", "Time", "Bodø", "Karasjok"],
    }
)
OTHER_NAMES = pl.DataFrame({"kommunenummer": ["5437"], "navn": ["Kárášjohka"]})

KNOWN = (
    *("vold", "hendelse", "tjenestested", "struktur", "rus", "middel"),
    *("koordinator", "bygging", "kommune", "nes", "vi"),
)


def made(*answers: tuple[str, str, str | None, str]) -> dict[str, pl.DataFrame]:
    """Index `answers`, each a sender, its kind, its municipalities and what it says."""
    keys = [f"I{i}" for i in range(len(answers))]
    innspill = pl.DataFrame(
        {
            "innspill_id": keys,
            "avsender": [a[0] for a in answers],
            "avsendertype": [a[1] for a in answers],
            "kommunenumre": [a[2] for a in answers],
        },
        schema_overrides={"kommunenumre": pl.String},
    )
    svar = pl.DataFrame({"innspill_id": keys, "sporsmal": 1, "tekst": [a[3] for a in answers]})
    return index(innspill, svar, KOMMUNER, OTHER_NAMES)


def words(tables: dict[str, pl.DataFrame]) -> set[str]:
    return set(tables["sokeord"]["ord"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vold", "vald"),
        ("tjenestestedene", "tenestestadane"),
        ("tilgjengelighet", "tilgjengelegheit"),
        ("innbyggerne", "innbyggjarane"),
        ("brukerne", "brukarar"),
        ("forebygging", "førebygging"),
        ("ungdommer", "ungdom"),
        ("hendelser", "hendingar"),
        ("åpningstid", "opningstida"),
        ("trygghet", "tryggleik"),
        ("rusmidler", "rusmiddel"),
        ("politiet", "politi"),
    ],
)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    assert stem(common(one)) == stem(common(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("VÅLER", "vaaler"),
        ("Bodø", "Bodoe"),
        ("Sør-Østlig".replace("-", ""), "soeroestlig"),
        ("Kárášjohka", "karasjohka"),
        ("Ga\u030ar", "går".replace("g", "G")),
    ],
)
def test_spelling_is_evened_out(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("voldshendelser", {"vold", "hend"}),
        ("tjenestestedstruktur", {"tjenestested", "struktur"}),
        ("rusmiddel", {"rus", "middel"}),
        ("familievoldskoordinator", {"koordinator"}),
        # What only looks like a part of the word.
        ("virus", set()),
        ("forebygging", set()),
        ("kommunenes", set()),
    ],
)
def test_a_compound_is_found_by_its_parts(word: str, others: set[str]) -> None:
    found = found_by(word, Lexicon.of({w: stem(w) for w in KNOWN}))
    assert set(found) == {stem(word)} | others
    assert found[stem(word)] == 1
    assert all(found[part] < 1 for part in others)


def test_a_place_is_found_by_its_name_and_is_no_form_of_a_word() -> None:
    tables = made(("Volda kommune", "kommune", "1577", "Saker om vold øker."))
    named = dict(tables["sokeord"].select("ord", "navn").rows())
    assert named == {"volda": True, "saker": False, "om": False, "vold": False, "øker": False}
    parts = tables["sokedel"]
    assert parts.filter(pl.col("navn"))["del"].to_list() == ["volda"]


def test_a_place_is_found_by_its_name_in_each_of_its_languages() -> None:
    tables = made(("Karasjok kommune", "kommune", "5437", "Saker om vold øker."))
    named = tables["sokeord"].filter(pl.col("navn"))["ord"].to_list()
    assert named == ["karasjok", folded("Kárášjohka")]


def test_a_place_named_like_a_word_is_a_word() -> None:
    tables = made(("Time kommune", "kommune", "1121", "En time er lang tid."))
    assert not dict(tables["sokeord"].select("ord", "navn").rows())["time"]


def test_what_is_masked_cannot_be_found_and_private_persons_have_no_name() -> None:
    tables = made(
        ("Kari Nordmann", "privatperson", None, "Politiet er langt unna."),
        ("Bodø kommune", "kommune", "1804", "Saksbehandler: Ola Hansen\nRing 22 33 44 55."),
    )
    assert words(tables).isdisjoint({"kari", "nordmann", "ola", "hansen", "22", "33", "44", "55"})
    assert {"politiet", "langt", "bodø", "ring"} <= words(tables)


def test_every_word_of_every_answer_is_in_the_index_once_per_answer() -> None:
    tables = made(
        ("Bodø kommune", "kommune", "1804", "Politi, politi og vakt."),
        ("En forening", "organisasjon", None, "Vakt!"),
    )
    number = dict(tables["sokeord"].select("ord", "ord_nr").rows())
    posts = {(w, s): n for w, s, n in tables["sokepost"].iter_rows()}
    assert posts[(number["politi"], 0)] == 2
    assert posts[(number["vakt"], 0)] == posts[(number["vakt"], 1)] == 1
    assert (number["forening"], 1) in posts
    assert tables["soketekst"]["ordrekke"].to_list() == [
        " bodø | politi politi og vakt ",
        " en forening | vakt ",
    ]
    assert dict(tables["sokeord"].select("ord", "i_svar").rows())["vakt"] == 2


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("tjeneste-\nsted", "tjenestested"),
        ("bered-  \r\n  skapen", "beredskapen"),
        ("grense\u00adkontor", "grensekontor"),
        ("for\u00adhånds\u00advarsel", "forhåndsvarsel"),
        ("Ma\u030aløy", "Måløy"),
        ("KA\u0301RA\u0301S\u030cJOHKA", "Kárášjohka"),
        ("nær\u200bpoliti", "nærpoliti"),
        ("tjeneste\u00ad\nsted", "tjenestested"),
        ("tjeneste\u2010\nsted", "tjenestested"),
        ("bered¬\nskap", "beredskap"),
        ("politi-\n\nkontor", "politikontor"),
        ("vakt-\n> lista", "vaktlista"),
    ],
)
def test_a_word_is_found_as_it_is_read_however_it_was_written(written: str, asked: str) -> None:
    tables = made(("Bodø kommune", "kommune", "1804", f"Vi vil ha {written} her."))
    assert common(asked) in words(tables)
    (shown,) = tables["sokeord"].filter(pl.col("ord") == common(asked))["vist"]
    assert shown.casefold() == asked.casefold()


@pytest.mark.parametrize("text", ["nord-\nog sørover", "Sør-\nVaranger", "dag-\neller natt"])
def test_a_stroke_that_belongs_to_the_words_joins_none(text: str) -> None:
    tables = made(("Bodø kommune", "kommune", "1804", text))
    assert words(tables) >= {common(word) for word in text.replace("-", " ").split()}
