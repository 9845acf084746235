"""The siting page: what the model proposes, in which order, and beside what was decided."""

import re

import polars as pl
import pytest

from pages.parts.cards import CARDS
from pages.parts.reading.reader import Reader
from pages.parts.wording import scenario
from pages.parts.wording.first_places import first_places, place_names
from pages.parts.wording.places import listed_places, reasons, station
from pages.parts.wording.seasonal import counted
from pages.parts.wording.station_words import when
from queries.choices import WISHES
from queries.siting import problem
from tests.pages.app import html, opened, pieces


def test_the_title_counts_what_the_card_lists(demo: Reader) -> None:
    found = scenario.outcome(demo)
    more = found.best.covered - found.best.covered_before
    card = CARDS["plassering"](demo)
    assert sum(int(str(row[2])) for row in card.table.rows) == more
    assert card.table.rows[-1][3] == found.best.covered
    title = scenario.headline(found, demo, "15 km").replace("\u00a0", "")
    assert title == f"10 nye tjenestesteder gir {more} flere innbyggere innen 15 km"


def test_the_optimum_is_at_least_the_greedy_order_and_the_decided(demo: Reader) -> None:
    for goal in ("dekning", "avstand"):
        found = scenario.outcome(demo.having(formaal=goal, antall=20))
        if goal == "dekning":
            assert found.best.covered >= found.order[-1].covered
            assert found.rival.covered >= found.decided.covered
        else:
            assert found.best.mean_after <= found.order[-1].mean_after + 1e-9
            assert found.rival.mean_after <= found.decided.mean_after + 1e-9


def test_more_new_stations_never_reach_fewer(demo: Reader) -> None:
    reached = [scenario.outcome(demo.having(antall=n)).best.covered for n in (1, 5, 10, 20, 40)]
    assert reached == sorted(reached)
    assert reached[0] > scenario.outcome(demo).best.covered_before


def test_candidates_are_those_that_were_asked_for(demo: Reader) -> None:
    wishing = set(demo.having(vis="onsker").ask("kart").filter(verdi="ja")["kommunenummer"]) | set(
        demo.having(vis="onsker").ask("kart").filter(verdi="betinget")["kommunenummer"]
    )
    found = scenario.outcome(demo.having(kandidater="onsker", antall=40))
    assert set(found.best.chosen) <= wishing
    assert len(found.candidates) == len(wishing) == 33


def test_what_nobody_has_confirmed_is_left_out_of_the_model_too(demo: Reader) -> None:
    sure = demo.having(forslag="nei")
    wishing = sure.having(vis="onsker").ask("kart").filter(pl.col("verdi").is_in(WISHES))
    found = scenario.outcome(sure.having(kandidater="onsker"))
    assert set(found.candidates) == set(wishing["kommunenummer"])
    assert len(found.candidates) < 33


def test_who_counts_most_rests_on_what_is_confirmed_alone_when_that_is_chosen(demo: Reader) -> None:
    def weights(reader: Reader) -> list[float]:
        asked = problem(reader.version, reader.view, kandidater="alle", vekt="misnoye", grense=15)
        return list(asked.weights)

    rows = demo.having(forslag="nei").ask("plassering_punkter", vekt="misnoye", grense=15.0)
    assert weights(demo.having(forslag="nei")) == rows["vekt"].to_list()
    assert weights(demo.having(forslag="nei")) != weights(demo)


def test_the_pinned_scenario_stands_beside_the_readers_own(demo: Reader) -> None:
    alone = CARDS["plassering-sammenlikning"](demo)
    beside = CARDS["plassering-sammenlikning"](demo.having(festet="5-30-tilbyr-misnoye-avstand"))
    assert len(beside.table.rows) == len(alone.table.rows) + 1
    assert str(beside.table.rows[-1][0]).startswith("Festet: 5 nye")
    own = CARDS["plassering-sammenlikning"](demo.having(festet=demo.view.scenario))
    assert len(own.table.rows) == len(alone.table.rows)


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({"kandidater": "tilbyr", "distrikt": ("Oslo",)}, "Ingen kommuner i utvalget passer"),
        ({"distrikt": ("Oslo",)}, "Alle i utvalget er innenfor grensen allerede"),
        ({"distrikt": ("Oslo",), "innbyggere": ("liten",)}, "Ingen"),
    ],
)
def test_no_proposal_is_a_sentence(demo: Reader, chosen: dict[str, object], sentence: str) -> None:
    reader = demo.having(**chosen)
    found = scenario.outcome(reader)
    assert not found.best.chosen
    assert scenario.why_none(found.best).startswith(sentence)
    # A title has no full stop.
    assert CARDS["plassering"](reader).title == scenario.why_none(found.best)
    assert not scenario.why_none(found.best).endswith(".")
    nobody = "innbyggere" in chosen
    assert scenario.headline(found, reader, "15 km") == (
        "Ingen kommuner passer med filteret"
        if nobody
        else "Modellen foreslår ingen nye tjenestesteder"
    )


def test_the_page_says_what_the_model_leaves_out() -> None:
    drawn = html(opened("plassering", data="demo"))
    for word in ("kriminalitet", "veier", "bemanning", "sesong"):
        assert word in drawn
    assert "Bevist best" in drawn


def test_the_proposal_says_who_has_asked(demo: Reader) -> None:
    reader = demo.having(antall=5)
    card = CARDS["plassering"](reader)
    answers = reader.having(vis="onsker").ask("kart")
    wishes = dict(answers.select("navn", "verdi").rows())
    labels = {"ja": "Ja", "betinget": "Ja, med forbehold", "nei": "Nei", "uklart": "Uklart"}
    for row in card.table.rows:
        assert row[-1] == labels.get(wishes[str(row[0])], "Har ikke svart")
    assert card.table.columns[-1].heading == "Ønsker tjenestested"


@pytest.mark.parametrize(("season", "open_then"), [("helaar", 17), ("sommer", 19), ("vinter", 18)])
def test_the_decided_count_only_in_their_season(season: str, open_then: int, demo: Reader) -> None:
    """Two are for the summer, one for the winter; the rival of the model has as many."""
    reader = demo.having(sesong=season)
    card = CARDS["plassering-sammenlikning"](reader)
    rows = {row[0]: row[1] for row in card.table.rows}
    assert rows["Besluttet 2022–2023"] == open_then
    assert scenario.outcome(reader).decided.covered < scenario.outcome(demo).decided.covered
    assert f"{open_then} av 20 besluttede er åpne {when()[season]}" in card.lead
    assert "hyttefolk og turister er ikke talt" in card.lead
    closed = {"helaar": {"Geiranger", "Hvaler", "Hemsedal"}, "sommer": {"Hemsedal"}}
    for name in ("Geiranger", "Hvaler", "Hemsedal"):
        is_out = name in closed.get(season, {"Geiranger", "Hvaler"})
        assert (f"{name} (bare om" in card.lead) is is_out
    # What the line a figure rests on, and the sentence of a file, say.
    assert counted(reader)
    assert counted(reader) in card.basis
    assert "besluttede åpne" in reader.sentence("plassering-sammenlikning")
    # The model's own choice rests on the stations of today, whatever the season.
    assert scenario.outcome(reader).best.chosen == scenario.outcome(demo).best.chosen


def test_what_is_decided_for_another_season_is_told_and_not_counted(demo: Reader) -> None:
    summer = demo.having(sesong="sommer", grunnlag=("besluttet",))
    names = {place.row["navn"] for place in listed_places(summer)}
    assert "Hvaler" in names
    assert "Hemsedal" not in names
    everyone = {p.row["navn"]: p for p in listed_places(demo.having(sesong="sommer"))}
    assert (
        station(everyone["Hemsedal"], summer)
        == "Hemsedal (bare om vinteren, ikke åpent om sommeren)"
    )
    assert "besluttet: Hemsedal (bare om vinteren, ikke åpent om sommeren)" in reasons(
        everyone["Hemsedal"], summer
    )
    decided = {row[0] for row in CARDS["kandidater-besluttet"](summer).table.rows}
    assert "Hvaler" in decided
    assert "Hemsedal" not in decided


def test_places_may_be_chosen_by_their_season(demo: Reader) -> None:
    """The ground holds exactly those whose answer names tourism and season."""
    chosen = listed_places(demo.having(grunnlag=("sesong",)))
    named = set(demo.having(kode="tema:reiseliv_og_sesong").ask("kodede_svar")["kommunenummer"])
    everyone = {p.score.kommunenummer for p in listed_places(demo)}
    assert {p.score.kommunenummer for p in chosen} == named & everyone != set()
    assert all(
        "nevner reiseliv og sesong" in reasons(p, demo.having(sesong="vinter")) for p in chosen
    )


def test_the_decided_that_are_open_in_one_season_are_named_on_both_pages(demo: Reader) -> None:
    rows = demo.ask("plassering_besluttet").to_dicts()
    names = [row["navn"] for row in rows if row["sesong"]]
    assert names
    for card in ("plassering-sammenlikning", "kandidater-valg"):
        lead = CARDS[card](demo).lead
        assert f"{len(names)} av de besluttede er åpne i én sesong" in lead
        assert all(f"{name} (bare om " in lead for name in names)
        assert "sesong" not in CARDS[card](demo.having(distrikt=("Nordland",))).lead


def test_of_places_that_give_as_much_both_pages_name_the_one_that_asked(demo: Reader) -> None:
    """Gausdal has asked and Øyer has not; either brings as many near."""
    order = [str(row[0]) for row in CARDS["plassering-rekkefolge"](demo).table.rows[:5]]
    assert set(order) == {place_names(demo)[key] for key in first_places(demo).wishes}
    assert "Gausdal" in order
    assert "Øyer" not in order


def test_where_nobody_is_selected_there_is_no_model_to_show(demo: Reader) -> None:
    app = opened("plassering", data="demo", distrikt="Oslo", innbyggere="liten")
    drawn = html(app)
    assert "Ingen kommuner passer med filteret" in drawn
    # Before the map, which on a phone would push the way on out of sight.
    assert "Vis alt" in pieces(app)["funn"]
    assert "Modellen" not in drawn
    listed = html(opened("kandidater", data="demo", distrikt="Oslo", innbyggere="liten"))
    assert "Vis alt" in listed
    assert "0 av 0 steder" not in listed
    assert "De 100 poengene" not in listed


def test_where_nothing_was_decided_nothing_is_compared_with_the_model(demo: Reader) -> None:
    card = CARDS["plassering-sammenlikning"](demo.having(distrikt=("Finnmark",)))
    assert card.title == "Ingen av de 20 nye ligger i utvalget"
    assert "besluttede" not in card.lead
    # Of no places nobody counts who has answered.
    assert "0 av 0" not in CARDS["kandidater-besluttet"](demo.having(distrikt=("Finnmark",))).basis


@pytest.mark.parametrize(
    ("district", "said"),
    [
        ("Vest", "Den besluttede "),
        ("Nordland", "Den besluttede "),
        ("Innlandet", " av 3 besluttede ligger i en kommune modellen velger, "),
    ],
)
def test_how_the_decided_and_the_model_agree_is_a_sentence(
    district: str, said: str, demo: Reader
) -> None:
    assert said in CARDS["plassering-sammenlikning"](demo.having(distrikt=(district,))).lead


def test_what_cannot_be_is_told_where_the_page_begins_with_a_way_out(demo: Reader) -> None:
    """More must be with than are chosen: the reason, the names, and the links that undo it."""
    app = opened("plassering", data="demo", antall="1", med="0301,1804", uten="5401")
    drawn = html(app)
    head = drawn[: drawn.index("plassering-sammenlikning")]
    assert "Flere steder må med enn antallet som kan velges." in head
    assert "Må med: Oslo og Bodø. Ikke med: Tromsø." in head
    way_out = re.search(r'<a href="([^"]*)">Slipp det som må med og ikke med</a>', head)
    assert way_out
    assert "med=" not in way_out[1]
    assert "uten=" not in way_out[1]
    assert "antall=1" in way_out[1]
    plain = html(opened("plassering", data="demo", antall="1"))
    assert "Slipp det" not in plain
    assert "Må med" not in plain


@pytest.mark.parametrize("distrikt", ["Vest", "Sør-Øst"])
def test_where_the_model_chooses_nothing_none_is_said_to_lie_near_it(
    distrikt: str, demo: Reader
) -> None:
    card = CARDS["plassering-sammenlikning"](demo.having(grense=60, distrikt=(distrikt,)))
    assert card.table.rows[2][1] == 0
    assert "modellen velger" not in card.lead
