"""Politidistrikt: the district leader's page."""

import re
from html import unescape

import pytest

from pages.parts.cards import CARDS
from pages.parts.cards.ranking import place
from pages.parts.reading.reader import Reader
from tests.pages.app import headings, html, opened

OWN = [name for name in CARDS if name.startswith("distrikt")]


@pytest.fixture
def nordland(demo: Reader) -> Reader:
    return demo.having(distrikt=("Nordland",))


def test_every_municipality_of_the_district_has_a_row_and_a_way_in(nordland: Reader) -> None:
    card = CARDS["distriktskommuner"](nordland)
    shown = re.findall(r'<th scope="row"><a href="([^"]+)">(.*?)</a>', str(card.figure))
    assert len(shown) == len(card.table.rows) == 41
    assert [unescape(link) for link, _name in shown] == list(card.links)
    assert [name for _link, name in shown] == [row[0] for row in card.table.rows]


def test_colour_is_never_alone_and_silence_is_hatched(nordland: Reader) -> None:
    figure = str(CARDS["distriktskommuner"](nordland).figure)
    cells = re.findall(r'<i class="stripe[^>]*></i>([^<]*)', figure)
    assert all(text.strip() for text in cells)
    silent = re.findall(r'<td colspan="5" class="svar taus"><i class="stripe skravert"', figure)
    assert len(silent) == 20
    assert nordland.ask("distrikt_kommuner").filter(har_svart=False).height == 20


@pytest.mark.parametrize("district", ["Troms", "Finnmark", "Oslo", "Nordland"])
def test_what_an_amount_rests_on_is_said_once(demo: Reader, district: str) -> None:
    """Few are told as «6 av 8» and not as a share, which needs no «6 av 8» beside it."""
    figure = str(CARDS["distriktsrang"](demo.having(distrikt=(district,))).figure)
    cells = re.findall(r'data-navn="Her">(.*?)<small>(.*?)</small>', figure)
    plain = [(re.sub("<[^>]+>", "", value).strip(), count) for value, count in cells]
    assert plain
    assert all(value != count for value, count in plain)
    assert all(count for value, count in plain if "%" in value)


def test_ranks_are_said_with_how_many_are_ranked(nordland: Reader) -> None:
    card = CARDS["distriktsrang"](nordland)
    assert "størst misnøye med bemanningen" in card.title
    assert "nr. 1 av 9" in str(card.figure)
    # Of twenty answers and as many silent, nearly any place is possible.
    assert "mellom nr. 1 og 9 når de tause regnes med" in str(card.figure)
    assert place(None) == "rangeres ikke"


def test_few_known_statements_are_not_ranked(kjente: Reader) -> None:
    card = CARDS["distriktsrang"](kjente.having(distrikt=("Nordland",)))
    assert card.table.rows[0][0] == "Uten kjent uttalelse"
    assert len(card.table.rows) == 3
    beside = CARDS["distriktspunkter"](kjente.having(distrikt=("Nordland",)))
    assert beside.title == "Misnøyen her og i hele landet"


def test_the_district_stands_beside_the_country(nordland: Reader) -> None:
    card = CARDS["distriktspunkter"](nordland)
    here, country = card.table.rows[0], card.table.rows[1]
    # The silent could turn it around, so that nothing is claimed.
    assert card.title.endswith("80\u00a0% her, 54\u00a0% i hele landet")
    assert (here[1], country[1]) == ("Nordland politidistrikt", "Hele landet")
    assert here[-1] == 20


@pytest.mark.parametrize("distrikt", ["", "Nordland,Troms"])
def test_without_one_district_all_twelve_are_offered(distrikt: str) -> None:
    app = opened("politidistrikt", data="demo", distrikt=distrikt)
    links = re.findall(r'<th scope="row"><a href="(/politidistrikt[^"]+)"', html(app))
    assert len(links) == 12
    assert headings(app) == ["De tolv politidistriktene"]


def test_a_district_that_the_filter_empties_says_so() -> None:
    app = opened("politidistrikt", data="demo", distrikt="Oslo", innbyggere="liten")
    assert headings(app) == ["Ingen kommuner passer med filteret"]
    assert "Vis alt" in html(app)


@pytest.mark.parametrize("dataset", ["demo", "kjente"])
def test_every_district_has_every_card(dataset: str, request: pytest.FixtureRequest) -> None:
    reader: Reader = request.getfixturevalue(dataset)
    names = reader.ask("distrikt_rang")["politidistrikt"].unique().to_list()
    assert len(names) == 12
    for chosen in [(), ("Nordland", "Troms"), *((name,) for name in names)]:
        for name in OWN:
            card = CARDS[name](reader.having(distrikt=chosen))
            assert "None" not in f"{card.title}{card.lead}{card.figure}{card.basis}", (chosen, name)
            assert not re.search(r">[^<>]*\b[a-z]+_[a-z_]+\b[^<>]*<", str(card.figure))


@pytest.mark.parametrize(
    ("distrikt", "where"), [((), "i utvalget"), (("Innlandet",), "i alle distriktene")]
)
def test_a_card_of_all_districts_calls_no_others_than_the_chosen_the_selection(
    distrikt: tuple[str, ...], where: str, demo: Reader
) -> None:
    reader = demo.having(distrikt=distrikt, stasjon="ja", vis="tjenestestedstruktur")
    title = CARDS["politidistrikt"](reader).title
    assert f"{where}, 31\u00a0% i hele landet" in title


@pytest.mark.parametrize(
    ("distrikt", "title"),
    [((), "Ingen i utvalget bor utenfor"), (("Vest",), "Ingen i distriktene bor utenfor")],
)
def test_nor_does_a_card_of_who_lives_out_of_reach(
    distrikt: tuple[str, ...], title: str, demo: Reader
) -> None:
    reader = demo.having(distrikt=distrikt, innbyggere=("stor",), stasjon="ja", grense=60)
    assert CARDS["rekkevidde-distrikt"](reader).title == title


def test_of_what_is_not_coded_nobody_is_said_to_be_content(kjente: Reader) -> None:
    card = CARDS["distriktskommuner"](kjente.having(distrikt=("Nordland",)))
    assert card.title == (
        "Ingen kommuner er kodet som helt eller delvis misfornøyd med alle tre punktene"
    )
