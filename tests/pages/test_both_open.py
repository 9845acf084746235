"""Two values that are open together, and a season beside them: alike on the page and in files."""

from itertools import product

import pytest

from pages.parts.cards.coded import coded_answers
from pages.parts.reading.reader import Reader
from pages.parts.sharing import export
from queries.openings import KODER, SAMLET

# One code of each field, and those that figures count as one.
ONE_EACH = sorted({code.partition(":")[0]: code for code in KODER}.values())
TOGETHER = [f"{field}:{values[0]}" for field, values in SAMLET.items()]
OTHERS = ("utenfor:med_nye", "kanal_telefon:mer", "tema:rus", "svar:svart")
NEW = "utenfor:med_nye"


def numbers(reader: Reader, code: str, **more: str) -> set[str]:
    found = reader.having(kode=code, **more).ask("kodede_svar")
    return set(found["kommunenummer"])


@pytest.mark.parametrize("code", [*ONE_EACH, *TOGETHER])
def test_two_codes_open_those_that_have_both(code: str, demo: Reader) -> None:
    for other in OTHERS:
        both = demo.having(kode=code, samtidig=other, sesong="sommer")
        expected = numbers(both, code, samtidig="") & numbers(both, other, samtidig="")
        assert numbers(both, code) == expected, other
    # That they have the other as well is never left unsaid.
    card = coded_answers(both)
    assert len(card.table.rows) == len(expected)
    assert card.title.startswith(f"{len(expected) or 'Ingen'} kommune")
    assert "begge deler: «" in card.title
    assert card.title.endswith("» og «Svar på brevet: har svart»")


@pytest.mark.parametrize(("code", "other"), list(product((NEW, "tema:rus"), (NEW, "tema:rus"))))
@pytest.mark.parametrize(("season", "told"), [("sommer", "sommeren"), ("vinter", "vinteren")])
def test_the_season_is_told_whichever_of_the_two_it_counts_in(
    season: str, told: str, code: str, other: str, demo: Reader
) -> None:
    reader = demo.having(kode=code, samtidig=other, sesong=season, grense=30)
    card = coded_answers(reader)
    is_said = NEW in (code, other)
    assert (f"de nye åpne om {told}" in card.title) is is_said
    assert "de 20 nye" not in card.title
    for sentence in (card.lead, reader.sentence("kodede")):
        assert (f"besluttede åpne om {told}" in sentence) is is_said
        assert ("grense 30\u00a0km" in sentence) is is_said
    text = export.to_csv(card, reader).decode("utf-8-sig")
    assert (f"besluttede åpne om {told}" in text) is is_said


def test_a_structure_without_season_tells_none(demo: Reader) -> None:
    reader = demo.having(kode="utenfor:foer_2017", sesong="vinter")
    assert "besluttede" not in reader.sentence("kodede")
    assert "grense 15\u00a0km" in reader.sentence("kodede")


def test_the_key_figure_that_counts_two_says_both(demo: Reader) -> None:
    reader = demo.having(kode="onsker_tjenestested:ja-betinget", samtidig="tilbyr_lokaler:ja")
    title = coded_answers(reader).title
    assert title.endswith("kommuner ønsker nytt tjenestested og tilbyr lokaler")


def test_a_file_is_about_the_group_that_is_open(demo: Reader) -> None:
    reader = demo.having(kode=NEW, gruppe="politidistrikt:Nordland")
    assert reader.sentence("kodede").startswith("Nordland politidistrikt, ")
    text = export.to_csv(coded_answers(reader), reader).decode("utf-8-sig")
    assert "Utvalg: Nordland politidistrikt, grense 15\u00a0km" in text
    first = reader.having(gruppe=None).ask("kodede_svar").row(0, named=True)
    alone = coded_answers(reader.having(gruppe=f"kommune:{first['kommunenummer']}"))
    assert alone.title == f"{first['navn']} har innbyggere utenfor rekkevidde med de 20 nye"


def test_who_sets_aside_nothing_has_the_second_value_told_too(demo: Reader) -> None:
    reader = demo.having(kode="ressurs:ingen", samtidig="ressurs:penger")
    title = coded_answers(reader).title
    assert "begge deler" in title
    assert "enger" in title.partition("» og «")[2]
