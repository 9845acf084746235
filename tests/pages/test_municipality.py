"""Kommune: one municipality, said, advised and decided side by side, and nothing private."""

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from pages.parts.cards import CARDS
from pages.parts.cards.surroundings import direction
from pages.parts.choosing.places import names_route, steps
from pages.parts.drawing.locator import _drawn
from pages.parts.openings.profile import finding, opening
from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader
from pages.parts.sharing import export
from pages.parts.wording.advising import office
from queries import View
from queries.search import find
from tests import built
from tests.pages.app import box, document, filled_in, headings, html, opened
from tests.pages.served import ask

OWN = [name for name in CARDS if name.startswith("kommune")]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    version = built.told(tmp_path_factory)
    return Reader(View(data="innspill", kommune="1804"), version, "kommune")


def test_the_answer_is_whole_marked_and_harmless(told: Reader) -> None:
    figure = str(CARDS["kommunesvar"](told).figure)
    assert "<script" not in figure
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in figure
    assert "bemanningsutvikling" in "".join(re.findall(r"<mark>(.*?)</mark>", figure))
    assert "Grunn: lang avstand" in figure
    assert "Grunn: lang responstid" in figure
    headed = re.findall(r"<h3>(.*?)</h3>", figure)
    assert [h[0] for h in headed[:5]] == ["1", "2", "3", "4", "5"]
    # Questions 3 and 4; only a letter that says so itself has not answered them.
    assert figure.count("Svaret har ingen tekst under dette spørsmålet.") == 2
    assert "dette står ingen steder" in figure[figure.index(headed[-1]) :]


def test_what_was_searched_for_is_marked_in_the_answer(demo: Reader) -> None:
    hit = find(demo.version, View(q="vold")).spoken_for["kommunenummer"].drop_nulls()[0]
    reader = demo.having(kommune=hit, q="vold")
    drawn = str(CARDS["kommunesvar"](reader).figure)
    marked = re.findall(r'<b class="sokt">(.*?)</b>', drawn)
    assert marked
    assert any("vold" in word.lower() for word in marked)
    assert "«vold»" in drawn
    away = View.parse(parse_qs(urlsplit(unescape(re.findall(r'href="([^"]*)"', drawn)[1])).query))
    assert away[0].q == ""
    assert "sokt" not in str(CARDS["kommunesvar"](reader.having(q="")).figure)
    assert "sokt" not in str(CARDS["kommunesvar"](reader.having(q="-vold")).figure)


def test_a_text_that_is_not_divided_leaves_no_question_unanswered(told: Reader) -> None:
    figure = str(CARDS["kommunesvar"](told.having(kommune="1835")).figure)
    assert re.findall(r"<h3>(.*?)</h3>", figure) == ["Svaret under ett"]
    assert "ingen tekst under" not in figure
    assert "<br>- <mark>hvis ferja går</mark>" in figure


@pytest.mark.parametrize("name", OWN)
def test_nothing_private_is_shown_or_downloaded(told: Reader, name: str) -> None:
    card = CARDS[name](told)
    shown = (
        str(card.figure) + export.to_csv(card, told).decode() + export.to_html(card, told).decode()
    )
    for private in ("Nordmann", "22 33 44 55", "900 11 222", "kari@"):
        assert private not in shown
    if name == "kommunesvar":
        assert "utelatt" in card.basis


def test_the_demo_answers_with_a_case_worker_are_masked(demo: Reader) -> None:
    seen = 0
    for number in demo.ask("kart")["kommunenummer"]:
        reader = demo.having(kommune=number)
        texts = reader.ask("kommune_svar")["tekst"].to_list()
        assert not any("Navnesen" in text for text in texts)
        if any("[navn utelatt]" in text for text in texts):
            seen += 1
            card = CARDS["kommunesvar"](reader)
            assert "Navnesen" not in str(card.figure) + str(card.table.rows)
            assert "eksempel.no" not in str(card.figure) + str(card.table.rows)
    assert seen >= 2


def test_said_advised_and_decided_stay_apart(demo: Reader) -> None:
    reader = demo.having(kommune="1848")
    said, advised, decided = (
        str(CARDS[name](reader).figure)
        for name in ("kommunekoder", "kommuneraad", "kommunebesluttet")
    )
    assert "Ikke tilfreds" in said
    assert "Nordland politidistrikt" in advised
    assert "Nytt tjenestested: Steigen" in decided
    assert "6.\u00a0januar 2023" in decided
    undecided = str(CARDS["kommunebesluttet"](demo.having(kommune="1811")).figure)
    assert "Ikke besluttet" in undecided


@pytest.mark.parametrize("dataset", ["demo", "kjente"])
def test_every_municipality_has_every_card(dataset: str, request: pytest.FixtureRequest) -> None:
    reader: Reader = request.getfixturevalue(dataset)
    for number in (*reader.ask("kart")["kommunenummer"].to_list()[::9], None):
        chosen = reader.having(kommune=number)
        for name in OWN:
            card = CARDS[name](chosen)
            assert "None" not in f"{card.title}{card.lead}{card.figure}{card.basis}", (number, name)
            assert not re.search(r">[^<>]*\b[a-z]+_[a-z_]+\b[^<>]*<", str(card.figure)), name
            assert len(card.links) in (0, len(card.table.rows))


def test_the_finding_says_what_was_said(demo: Reader, kjente: Reader) -> None:
    def sentence(reader: Reader, number: str) -> str:
        (facts,) = reader.having(kommune=number).ask("kommune_fakta").to_dicts()
        return finding(facts)

    assert sentence(demo, "1848") == (
        "Steigen er ikke tilfreds med bemanning, struktur eller tilbud og ønsker nytt tjenestested"
    )
    assert sentence(demo, "0301") == "Oslo har ikke svart"
    assert sentence(kjente, "0301") == "Oslo: ingen kjent uttalelse"
    assert sentence(kjente, "1514") == "Sande ønsker ikke nytt tjenestested"


def test_silence_is_said_and_the_rest_still_stands(demo: Reader) -> None:
    app = opened("kommune", data="demo", kommune="0301")
    drawn = html(app)
    assert headings(app) == ["Oslo har ikke svart"]
    assert "Det er ikke kommet svar fra kommunen" in drawn
    assert "nabokommuner</h2>" in drawn
    assert "De ti kommunene som likner mest" in drawn
    assert "Svaret i sin helhet" not in drawn


def test_previous_and_next_follow_the_filter_in_norwegian_order(demo: Reader) -> None:
    reader = demo.having(distrikt=("Nordland",), kommune="1865")
    shown = steps(reader)
    assert "Forrige: Værøy" in shown
    assert "Neste: Øksnes" in shown
    assert "40 av 41" in shown
    outside = steps(reader.having(kommune="0301"))
    assert "Forrige" not in outside
    assert "utenfor filteret" in outside


def test_the_search_opens_the_only_one_and_offers_both() -> None:
    app = opened("kommune", data="demo")
    assert filled_in(box(app, "finn-side"), "våler") == {"data": "demo", "finn": "våler"}
    app = opened("kommune", data="demo", finn="våler")
    offered = re.findall(r'<div class="treff".*?</div>', html(app), re.DOTALL)[0]
    assert re.findall(r">(Våler [^<]*)<", offered) == ["Våler (Innlandet)", "Våler (Viken)"]
    app = opened("kommune", data="demo", finn="guovdageaidnu")
    assert headings(app)[0].startswith("Kautokeino")
    assert "Kautokeino – Guovdageaidnu" in html(app)
    assert box(app, "finn-side").get("value") == ""
    # Nobody is open when another is searched for.
    assert "kommune" not in filled_in(box(app, "finn-side"), "våler")


def test_a_name_nobody_has_is_said_and_cannot_hurt() -> None:
    app = opened("kommune", data="demo", finn="<img src=x onerror=alert(1)>")
    assert not app.exception
    assert "Ingen kommune heter noe som likner" in html(app)
    assert "<img src=x" not in html(app)


def test_the_frame_suggests_sami_names_in_norwegian_order(demo: Reader) -> None:
    (form,) = document(opened("", data="demo")).xpath("//form[@class='finn']")
    status, headers, body = ask([names_route()], form.get("data-navn"))
    assert status == 200
    assert "immutable" in headers["cache-control"]
    names = [name for _number, name in json.loads(body)]
    assert "Kautokeino – Guovdageaidnu" in names
    assert names.index("Øksnes") < names.index("Ålesund")
    assert ask([names_route()], "/navn/demo/2020-01-01-0000000.json")[0] == 404


def test_the_names_of_a_municipality_are_told(demo: Reader) -> None:
    reader = demo.having(kommune="5426")
    (facts,) = reader.ask("kommune_fakta").to_dicts()
    shown = unescape(opening(reader, facts))
    assert "Kåfjord – Gáivuotna – Kaivuono" in shown
    assert "/politidistrikt?data=demo&distrikt=Troms" in shown


def test_directions_go_round_the_compass() -> None:
    found = [direction(d) for d in (0, 22, 23, 90, 180, 225, 270, 337, 338, 359.9)]
    assert found == [
        *("nord", "nord", "nordøst", "øst", "sør", "sørvest", "vest", "nordvest", "nord", "nord"),
    ]


def test_the_small_map_holds_the_municipality_and_its_stations(demo: Reader) -> None:
    drawn = _drawn(demo.version, "1811").body.decode()
    assert drawn.count('class="v"') == 1
    assert re.findall(r">(\d)</text>", drawn) == ["3", "2", "1"]
    assert drawn.count('class="n"') == 1
    assert len(drawn) < 60_000
    for x, y in re.findall(r'<circle[^>]*cx="([\d.]+)" cy="([\d.]+)"', drawn):
        assert 0 < float(x) < 360
        assert 0 < float(y) < 300


def test_rows_of_other_cards_lead_to_the_page(demo: Reader) -> None:
    for name in ("kart", "innspill", "misnoye", "lokaler"):
        assert all(link.startswith("/kommune?") for link in CARDS[name](demo).links), name


def test_the_wordlist_of_names_covers_what_kartverket_lists() -> None:
    source = Path("data/sources/felles/kommunenavn.csv").read_text("utf-8")
    assert source.count("\n") == 27


@pytest.mark.parametrize(
    ("lang", "said"),
    [("nb", "Øst politidistrikt"), ("nn", "Aust politidistrikt"), ("en", "Øst police district")],
)
def test_who_advised_is_named_in_the_readers_language(lang: str, said: str) -> None:
    speak(lang)
    try:
        assert office("Øst politidistrikt") == office("Øst") == said
        assert office("Politimesteren i Øst") == "Politimesteren i Øst"
    finally:
        speak("nb")
