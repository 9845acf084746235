"""Machine suggestions look like what they are, and what nobody has coded is not called nothing."""

import re
from pathlib import Path

import pytest

from data import pipeline
from pages.parts.cards import CARDS
from pages.parts.cards.coded import answers_behind, coded_answers
from pages.parts.drawing.card import basis_line, foot
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.reading.reader import Reader
from pages.parts.wording import key_figures, topic_findings
from pages.parts.wording.findings import coverage, headline
from pages.parts.wording.groups import everyone
from pages.parts.wording.mentions import answered, unsaid
from queries import View, queries
from tests.small_set import places, write

ANSWERS = """\
innspill_id,avsender,avsendertype,kommunenumre,dato,malform,erstatter,kilde
A1,Bodø kommune,kommune,1804,2022-05-20,bokmaal,,sak 1
A2,Træna kommune,kommune,1835,2022-05-20,bokmaal,,sak 2
"""
TEXT = """\
innspill_id,sporsmal,tekst
A1,2,Kommunen er ikke tilfreds med bemanningen. Strukturen er vi tilfreds med.
A1,5,Vi viser til møtet.
"""
CODED = """\
innspill_id,felt,verdi,utdrag,kodet_av
A1,tilfreds_tjenestestedstruktur,tilfreds,Strukturen er vi tilfreds med.,menneske
"""


def reader_of(folder: Path, **files: str) -> Reader:
    write(folder / "innspill", innspill=ANSWERS, **files)
    with places(folder / "build", folder / "innspill"):
        version = pipeline.build("innspill").version
    return Reader(View(data="innspill"), version)


@pytest.fixture(scope="module")
def suggested(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Return a reader of one answer that a person has coded in part, and one without a text."""
    return reader_of(tmp_path_factory.mktemp("suggested"), svar=TEXT, koding=CODED)


@pytest.fixture(scope="module")
def uncoded(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Return a reader of two answers that nobody has coded, and no rule can read."""
    return reader_of(tmp_path_factory.mktemp("uncoded"))


@pytest.mark.parametrize("name", EVERY_CARD)
def test_a_card_that_rests_on_codes_says_how_many_are_suggestions(
    name: str, suggested: Reader
) -> None:
    reader = suggested.having(kommune="1804")
    card = EVERY_CARD[name](reader)
    rests = queries()[card.query].rests_on_codes
    line = basis_line(card, reader)
    assert ("koder er maskinforslag" in line) is rests
    without = reader.having(forslag="nei")
    assert "maskinforslag" not in basis_line(EVERY_CARD[name](without), without)


def test_the_way_to_the_figure_without_suggestions_and_back(suggested: Reader) -> None:
    card = CARDS["punkter"](suggested)
    assert "forslag=nei" in foot(card, suggested)
    without = suggested.having(forslag="nei")
    back = foot(CARDS["punkter"](without), without)
    assert "Ta med maskinforslag" in back
    assert without.view.sentence() == "Hele landet, bare bekreftede koder"


def test_a_suggested_passage_is_drawn_another_way_with_rule_and_confidence(
    suggested: Reader,
) -> None:
    figure = str(CARDS["kommunesvar"](suggested.having(kommune="1804")).figure)
    assert re.findall(r'<mark class="forslag">(.*?)</mark>', figure) == [
        "Kommunen er ikke tilfreds med bemanningen."
    ]
    assert re.findall(r"<mark>(.*?)</mark>", figure) == ["Strukturen er vi tilfreds med."]
    assert re.search(
        r'class="kode forslag"[^>]*>[^<]*maskinforslag, \d\d.% sikkert, regel: ', figure
    )


@pytest.mark.parametrize(
    ("kode", "told", "listed"),
    [
        (
            "tilfreds_bemanning:ikke_tilfreds",
            "kodet med regel – maskinforslag, 92\u00a0% sikkert, regel: tilfreds",
            ("med regel", "Maskinforslag", "tilfreds", 0.92),
        ),
        (
            "tilfreds_tjenestestedstruktur:tilfreds",
            "kodet av menneske – bekreftet",
            ("av menneske", "Bekreftet", None, None),
        ),
    ],
)
def test_the_list_behind_a_number_says_how_far_a_code_can_be_relied_on(
    kode: str, told: str, listed: tuple[object, ...], suggested: Reader
) -> None:
    reader = suggested.having(kode=kode)
    table = coded_answers(reader).table
    heads = [column.heading for column in table.columns]
    (row,) = table.rows
    assert tuple(row[heads.index(h)] for h in ("Kodet", "Status", "Regel", "Sikkerhet")) == listed
    panel = str(answers_behind(reader, (kode.split(":", maxsplit=1)[0],)))
    assert told in panel
    assert ('<mark class="forslag">' in panel) is (listed[1] == "Maskinforslag")


def test_left_out_suggestions_are_not_marked_and_not_counted(suggested: Reader) -> None:
    without = suggested.having(kommune="1804", forslag="nei")
    assert 'class="forslag"' not in str(CARDS["kommunesvar"](without).figure)
    assert everyone(suggested, "bemanning").counts["ikke_tilfreds"] == 1
    group = everyone(without, "bemanning")
    assert "ikke_tilfreds" not in group.counts
    assert group.counts["ikke_kodet"] == 2


def test_nothing_coded_is_not_called_silence(uncoded: Reader) -> None:
    for measure in ("bemanning", "onsker", "lokaler"):
        group = everyone(uncoded, measure)
        assert headline(group, uncoded) == "Ingen svar i utvalget er kodet på dette punktet"
        assert coverage(group, uncoded).endswith("2 svar er ikke kodet på punktet.")


def test_nothing_coded_is_not_called_nought(uncoded: Reader) -> None:
    row = uncoded.ask("nokkeltall").row(0, named=True)
    for figure in (key_figures.wishes(row), key_figures.offers(row)):
        assert (figure.value, figure.basis) == ("–", "2 svar er ikke kodet")
    shown = key_figures.satisfaction(everyone(uncoded, "bemanning"))
    assert (shown.value, shown.basis) == ("–", "2 svar er ikke kodet")


def test_nothing_coded_on_the_other_questions_is_said_so(uncoded: Reader) -> None:
    opening = unsaid(answered(uncoded, "tema"), uncoded, "spørsmål 1")
    assert opening.title == "Ingen svar i utvalget er kodet på spørsmål 1"
    assert topic_findings.headline(uncoded) == "Ingen utfordringer er kodet i utvalget"
    assert CARDS["kanaler"](uncoded).title == "Ingen svar i utvalget er kodet på spørsmål 4"


def test_some_coded_and_some_not_are_both_told(suggested: Reader) -> None:
    group = everyone(suggested, "bemanning")
    assert coverage(group, suggested).endswith("1 svar er ikke kodet på punktet.")


def test_one_coded_among_the_uncoded_speaks_for_itself_alone(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    refused = "innspill_id,felt,verdi,utdrag,kodet_av\nA1,onsker_tjenestested,nei,,menneske\n"
    reader = reader_of(tmp_path_factory.mktemp("refused"), koding=refused)
    row = reader.ask("nokkeltall").row(0, named=True)
    wishes, offers = key_figures.wishes(row), key_figures.offers(row)
    # One has said no and the other nobody has read: no «0 ønsker» of the two.
    assert (wishes.value, wishes.basis) == ("–", "1 svar er ikke kodet")
    assert (offers.value, offers.basis) == ("–", "2 svar er ikke kodet")
    assert "ikke kodet" in coverage(everyone(reader, "onsker"), reader)
