"""Kandidater: list, map and files are about the same places, and every number is as elsewhere."""

import csv
import io
import random
import re
from typing import Final

import polars as pl
import pytest

from data.schemas import FYLKER, POLITIDISTRIKTER
from pages.parts.cards import CARDS
from pages.parts.choosing import candidates as choosing
from pages.parts.openings import PAGES, at
from pages.parts.reading.reader import Reader
from pages.parts.sharing.export import to_csv
from pages.parts.wording import scenario
from pages.parts.wording.chosen_places import compared
from pages.parts.wording.first_places import first_places
from pages.parts.wording.places import Place, listed_places, ranking, reasons
from queries import Version
from queries.choices import ALLE_FELTER, GRUNNLAG, RANGERING, WISHES
from queries.siting import effect, problem
from queries.weights import COUNTS
from tests.pages.app import html, opened
from tests.pages.reckoning import Facts

VIEWS: Final = 60
OFFERS: Final = ("ja", "vurderes")


def reading(reader: Reader) -> Reader:
    return at(reader, "kandidater")


def drawn(reader: Reader, seed: int) -> Reader:
    """Return the page with a View drawn by chance, the same for the same `seed`."""
    chance = random.Random(seed)

    def some(values: tuple[str, ...], odds: float) -> tuple[str, ...]:
        picked = chance.sample(values, chance.choice((1, 1, 2)))
        return tuple(v for v in values if v in picked) if chance.random() < odds else ()

    numbers = tuple(reader.ask("kart")["kommunenummer"])
    return reading(
        reader.having(
            distrikt=some(POLITIDISTRIKTER, 0.4),
            fylke=some(FYLKER, 0.15),
            innbyggere=some(("liten", "middels", "stor"), 0.25),
            stasjon=chance.choice((None, None, "ja", "nei")),
            svart=chance.choice((None, None, None, "ja", "nei")),
            grense=chance.choice((5, 15, 15, 30, 45, 60)),
            antall=chance.choice((1, 5, 10, 20)),
            grunnlag=some(GRUNNLAG, 0.4),
            navn=chance.choice(("", "", "", "s", "dal")),
            vekter="-".join(str(chance.randint(0, 5)) for _count in COUNTS),
            rangering=chance.choice(("", "-")) + chance.choice(RANGERING),
            felter=some(ALLE_FELTER, 1),
            liste=tuple(sorted(chance.sample(numbers, 5))),
            med=tuple(sorted(chance.sample(numbers, chance.choice((0, 0, 2))))),
        )
    )


def expected(reader: Reader, facts: Facts) -> set[str]:
    """Return who is in the list, reckoned from the tables: no query of the page is asked."""
    view = reader.view
    rows = facts.chosen(view)
    far = facts.table("kommune_naermest").filter(
        (pl.col("struktur") == "i_dag") & (pl.col("maal") > view.grense)
    )
    sets = {
        "onsker": set(rows.filter(pl.col("onsker").is_in(WISHES))["kommunenummer"]),
        "tilbyr": set(
            rows.filter(pl.col("lokaler").is_in(OFFERS) | (pl.col("antall_lokaler") > 0))[
                "kommunenummer"
            ]
        ),
        "langt": set(far["kommunenummer"]),
        "besluttet": set(facts.table("nytt_tjenestested")["kommunenummer"]),
    }
    all_of_them = set().union(*sets.values()) & set(rows["kommunenummer"])
    sets["liste"] = set(view.liste)
    # No place is in the list for its season alone.
    sets["sesong"] = set(
        facts.table("koder_for_kommuner").filter(felt="tema", verdi="reiseliv_og_sesong")[
            "kommunenummer"
        ]
    )
    wanted = set().union(*(sets[ground] for ground in view.grunnlag or sets))
    names = dict(facts.table("kommune").select("kommunenummer", "navn").rows())
    # In Sámi and Kven too; no word that is drawn has a letter that is folded.
    others = facts.table("stedsnavn").drop_nulls("kommunenummer")
    for number, name in others.select("kommunenummer", "navn").rows():
        names[number] += f" {name}"
    word = view.navn.casefold()
    return {n for n in all_of_them & wanted if word in names[n].casefold()}


def on_screens(reader: Reader) -> list[str]:
    """Return the numbers in the list on the page, screen by screen."""
    places = listed_places(reader)
    found: list[str] = []
    for side in range(1, 2 + len(places) // choosing.ROWS):
        shown = str(choosing.candidate_list(reader.having(side=side), places))
        here = re.findall(r'id="med-(\d{4})"', shown)
        found += [number for number in here if number not in found]
    return found


@pytest.fixture(scope="session")
def facts(versions: dict[str, Version]) -> dict[str, Facts]:
    return {dataset: Facts(version) for dataset, version in versions.items()}


@pytest.mark.parametrize("seed", range(VIEWS))
def test_list_map_and_files_are_about_the_same_places(
    seed: int, demo: Reader, kjente: Reader, facts: dict[str, Facts]
) -> None:
    reader = drawn(kjente if seed % 6 == 5 else demo, seed)
    numbers = expected(reader, facts[reader.view.data])
    places = listed_places(reader)
    ordered = [place.score.kommunenummer for place in places]
    assert set(ordered) == numbers
    assert len(ordered) == len(numbers)
    said = PAGES["kandidater"].opening(reader)
    assert set(said.lit or ()) == numbers
    assert set(choosing.by_municipality(reader, places)) == numbers
    if places:
        assert on_screens(reader) == ordered
    card = CARDS["kandidater"](reader)
    assert [row[0] for row in card.table.rows] == [place.row["navn"] for place in places]
    text = to_csv(card, reader).decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text), delimiter=";"))
    heading = next(i for i, line in enumerate(lines) if line[:2] == ["Kommune", "Nummer"])
    filed = [line[0] for line in lines[heading + 1 : heading + 1 + len(places)]]
    assert filed == [place.row["navn"] for place in places]


@pytest.mark.parametrize("seed", range(12))
def test_what_is_written_adds_up(seed: int, demo: Reader) -> None:
    for place in listed_places(drawn(demo, seed)):
        parts = [round(1000 * part) for part in place.score.parts.values()]
        assert sum(parts) == round(1000 * place.score.total)
        assert place.score.total <= place.score.most <= 1


def test_a_filter_changes_nobodys_points(demo: Reader) -> None:
    country = {p.score.kommunenummer: p.score for p in ranking(reading(demo)).places}
    for district in ("Nordland", "Innlandet"):
        part = ranking(reading(demo.having(distrikt=(district,)))).places
        for place in part:
            assert place.score.parts == country[place.score.kommunenummer].parts


def test_people_gained_are_as_on_lokaler_and_by_the_model(demo: Reader) -> None:
    reader = reading(demo.having(grense=20))
    rows = {p.score.kommunenummer: p.row for p in ranking(reader).places}
    gains = reader.ask("lokale_rekkevidde").join(reader.ask("lokaler"), on="lokale_id")
    assert gains.height
    for offer in gains.to_dicts():
        row = rows[offer["kommunenummer"]]
        assert row["flere_innenfor"] == offer["flere_innenfor"]
        assert row["spart"] == pytest.approx(offer["spart"])
        assert row["til_naermeste"] == pytest.approx(offer["til_naermeste"])
    task = problem(reader.version, reader.view, kandidater="alle", vekt="innbyggere", grense=20)
    for number, row in rows.items():
        alone = effect(task, [number])
        assert row["flere_innenfor"] == alone.covered - alone.covered_before


@pytest.mark.parametrize("chosen", [{}, {"distrikt": ("Troms",)}, {"grense": 30}])
def test_the_model_gives_what_it_gives_on_plassering(
    chosen: dict[str, object], demo: Reader
) -> None:
    reader = reading(demo.having(**chosen))
    theirs = scenario.outcome(reader.having(antall=5))
    assert first_places(reader).gained == theirs.best.covered - theirs.best.covered_before
    lines = {line.name: line.effect for line in compared(reader)}
    assert lines["I dag"].covered == theirs.best.covered_before
    assert lines["I dag"].mean_after == pytest.approx(theirs.best.mean_before)
    assert lines["Modellen, like mange"].covered == theirs.rival.covered
    # The decided stand at the same places on both pages.
    decided = lines["Besluttet 2022–2023"]
    assert decided.covered == theirs.decided.covered
    assert decided.mean_after == pytest.approx(theirs.decided.mean_after)
    assert len(lines["Modellen, like mange"].chosen) == len(lines["Besluttet 2022–2023"].chosen)


def test_a_choice_stands_beside_the_best_of_as_many(demo: Reader) -> None:
    reader = reading(demo.having(med=("1811", "1848"), uten=("3442",), antall=6))
    lines = compared(reader)
    for mine, model in zip(lines[1::2], lines[2::2], strict=True):
        assert len(mine.effect.chosen) == len(model.effect.chosen)
        assert mine.effect.covered <= model.effect.covered
    alone, filled = lines[1].effect, lines[3].effect
    assert set(alone.chosen) == {"1811", "1848"}
    assert {"1811", "1848"} <= set(filled.chosen)
    assert "3442" not in filled.chosen
    assert len(filled.chosen) == 6


def test_plassering_keeps_what_must_be_with_and_leaves_out_the_rest(demo: Reader) -> None:
    free = scenario.outcome(demo.having(antall=5))
    shut = free.best.chosen[0]
    reader = demo.having(antall=5, med=("1811",), uten=(shut,))
    found = scenario.outcome(reader)
    assert "1811" in found.best.chosen
    assert shut not in found.best.chosen
    assert found.rival.chosen == free.rival.chosen
    lead = CARDS["plassering"](reader).lead
    assert "Må med: Bindal. Ikke med: " in lead
    title = CARDS["plassering-sammenlikning"](reader).title
    assert title.endswith("regnet fra kommunesentrene")
    many = scenario.outcome(demo.having(antall=1, med=("1811", "1848")))
    assert scenario.why_none(many.best) == "Flere steder må med enn antallet som kan velges"


@pytest.mark.parametrize("by", RANGERING)
def test_every_column_sorts_both_ways_with_the_unknown_last(by: str, demo: Reader) -> None:
    rising = listed_places(reading(demo.having(rangering=by)))
    falling = listed_places(reading(demo.having(rangering=f"-{by}")))
    assert {id(p) for p in rising} == {id(p) for p in falling}

    def unknown(place: Place) -> bool:
        if by in ("onsker", "lokaler"):
            return place.row[by] not in ("ja", "betinget", "vurderes", "nei")
        if by in ("raad", "besluttet"):
            return place.row[by] is None
        return False

    for places in (rising, falling):
        flags = [unknown(place) for place in places]
        assert flags == sorted(flags)


def test_the_columns_are_the_ones_that_were_chosen() -> None:
    shown = html(opened("kandidater", data="demo", felter="spart,politidistrikt"))
    head = re.search(r'class="tabell liste kandidater".*?</thead>', shown, re.DOTALL)
    assert head
    texts = re.findall(r"<a [^>]*>(.*?)</a>", head[0])
    assert texts == ["Kommune", "Poeng av 100", "Spart, person-km", "Politidistrikt"]


def test_no_score_is_shown_without_its_reasons(demo: Reader) -> None:
    reader = reading(demo)
    for place in ranking(reader).places:
        told = reasons(place, reader)
        assert told.endswith(".")
        row = place.row
        assert ("Ønsker et tjenestested" in told) == (row["onsker"] in WISHES)
        assert ("Ønsker ikke et tjenestested" in told) == (row["onsker"] == "nei")
        assert ("besluttet: " in told) == bool(row["besluttet"])
        # What nobody knows of the place is told, and what does not count is not.
        silent = row["onsker"] not in (*WISHES, "nei")
        assert ("ønske" in (re.findall(r"Ukjent: (.*?)\.", told) or [""])[0]) == silent
        assert "kriminalitet" not in told


def test_what_is_unknown_speaks_against_nobody(demo: Reader) -> None:
    places = {p.row["navn"]: p for p in ranking(reading(demo)).places}
    beaten = [p for p in places.values() if p.outdone_by]
    assert beaten
    for place in beaten:
        other = places[place.outdone_by].row
        said = (*WISHES, "nei")
        # Who has said nothing is only outdone by others who have not, or by one who says yes.
        assert place.row["onsker"] in said or other["onsker"] not in ("betinget", "nei")
        assert other["til_naermeste"] >= place.row["til_naermeste"]
        assert other["flere_innenfor"] >= place.row["flere_innenfor"]


def test_known_statements_are_told_as_known(kjente: Reader) -> None:
    said = PAGES["kandidater"].opening(reading(kjente))
    assert said.title.endswith("er ingen kjent for å ønske det")
    for name in said.cards:
        card = CARDS[name](reading(kjente))
        assert "%" not in f"{card.title} {card.lead} {card.basis}"
        assert "%" not in str(card.figure).replace('%"', "").replace("%;", "")


def test_who_is_not_a_candidate_is_not_called_outside_the_selection(demo: Reader) -> None:
    places = listed_places(reading(demo))
    shown = html(opened("kandidater", data="demo"))
    left_out = demo.ask("kart").height - len(places)
    assert f"<span>Ikke i listen</span><b>{left_out}</b>" in shown
    assert "Utenfor utvalget" not in shown
    assert "Ikke i listen" not in html(opened("", data="demo", distrikt="Troms"))


def test_an_empty_selection_is_calm(demo: Reader) -> None:
    shown = html(opened("kandidater", data="demo", distrikt="Oslo", innbyggere="liten"))
    assert "Ingen kommuner passer med filteret" in shown
    assert 'class="tomt"' in shown
