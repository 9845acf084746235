"""The sentences pages open with: right in number, modest with few answers, right in each set."""

from collections.abc import Mapping

import pytest

from pages.parts.drawing.figures import opening
from pages.parts.openings.answers import overview
from pages.parts.reading.reader import Reader
from pages.parts.wording import findings
from pages.parts.wording.groups import Group


def group(
    counts: Mapping[str, int], *, measure: str = "bemanning", silent: int = 0, code: str = "alle"
) -> Group:
    """Return a group that answered `counts`, beside `silent` municipalities that did not."""
    answered = sum(counts.values())
    everyone_ = answered + silent
    return Group(
        code,
        measure,
        dict(counts) | ({"ikke_svart": silent} if silent else {}),
        everyone_,
        answered,
        answered,
        1000 * everyone_,
        1000 * answered,
    )


def dissatisfied(n: int, of: int) -> Group:
    return group({"ikke_tilfreds": n, "tilfreds": of - n}, silent=10)


@pytest.mark.parametrize(
    ("n", "of", "opens"),
    [
        (0, 20, "Ingen av kommunene som svarte, er misfornøyd"),
        (1, 50, "Nesten ingen av kommunene som svarte, er misfornøyd"),
        (2, 20, "Én av ti kommuner som svarte, er ikke tilfreds"),
        (19, 40, "Nesten halvparten av kommunene som svarte, er ikke tilfreds"),
        (20, 40, "Halvparten av kommunene som svarte, er ikke tilfreds"),
        (21, 40, "Over halvparten av kommunene som svarte, er ikke tilfreds"),
        (12, 20, "Seks av ti kommuner som svarte, er ikke tilfreds"),
        (39, 40, "Nesten alle kommunene som svarte, er ikke tilfreds"),
        (40, 40, "Alle kommunene som svarte, er ikke tilfreds"),
        # Few answers get the plain count.
        (0, 5, "0 av 5 kommuner som svarte, er ikke tilfreds"),
        (5, 5, "5 av 5 kommuner som svarte, er ikke tilfreds"),
        (1, 1, "1 av 1 kommuner som svarte, er ikke tilfreds"),
        (findings.FEW - 1, findings.FEW - 1, "9 av 9 kommuner som svarte, er ikke tilfreds"),
    ],
)
def test_the_headline_says_how_many(demo: Reader, n: int, of: int, opens: str) -> None:
    said = findings.headline(dissatisfied(n, of), demo)
    assert said == f"{opens} med bemanningen"


@pytest.mark.parametrize(
    ("measure", "with_what"),
    [
        ("tjenestestedstruktur", "med tjenestestedstrukturen"),
        ("tjenestetilbud", "med tjenestetilbudet"),
    ],
)
def test_the_headline_names_the_measure(demo: Reader, measure: str, with_what: str) -> None:
    said = findings.headline(group({"ikke_tilfreds": 12, "tilfreds": 8}, measure=measure), demo)
    assert said.endswith(with_what)


@pytest.mark.parametrize(
    ("yes", "conditional", "no", "said"),
    [
        (1, 0, 4, "1 kommune ønsker nytt tjenestested, 4 gjør det ikke"),
        (20, 13, 133, "33 kommuner ønsker nytt tjenestested, 133 gjør det ikke"),
        (0, 0, 4, "0 kommuner ønsker nytt tjenestested, 4 gjør det ikke"),
    ],
)
def test_wishes_are_counted(demo: Reader, yes: int, conditional: int, no: int, said: str) -> None:
    counts = {"ja": yes, "betinget": conditional, "nei": no}
    assert findings.headline(group(counts, measure="onsker"), demo) == said


def test_offers_count_those_that_consider_it(demo: Reader) -> None:
    counts = {"ja": 2, "vurderes": 1, "nei": 9}
    said = findings.headline(group(counts, measure="lokaler"), demo)
    assert said == "3 kommuner tilbyr eller vurderer lokaler"


def test_known_statements_are_not_called_answers(kjente: Reader) -> None:
    said = findings.headline(dissatisfied(12, 20), kjente)
    assert said == "12 av 20 kommuner med kjent uttalelse er ikke tilfreds med bemanningen"
    nothing = findings.headline(group({}, silent=20), kjente)
    assert nothing == "Ingen kjent uttalelse om dette i utvalget"
    assert "har uttalt seg" in findings.coverage(dissatisfied(12, 20), kjente)
    page = overview(kjente.having(vis="onsker"))
    assert "svar" not in opening(kjente, page)


def test_silence_and_an_unanswered_point_are_not_the_same(demo: Reader) -> None:
    silent = findings.headline(group({}, silent=20), demo)
    assert silent == "Ingen kommuner i utvalget har svart"
    skipped = Group("alle", "bemanning", {"ikke_besvart": 3}, 3, 3, 0, 3000, 0)
    assert (
        findings.headline(skipped, demo) == "Ingen har svart på om de er tilfreds med bemanningen"
    )


def test_an_empty_selection_is_said_to_be_empty(demo: Reader) -> None:
    nobody = Group("alle", "bemanning", {}, 0, 0, 0, 0, 0)
    assert findings.headline(nobody, demo) == "Ingen kommuner passer med filteret"
    assert findings.coverage(nobody, demo) == "Fjern ett eller flere filtre for å se svar."


def test_coverage_says_who_answered_and_for_how_many_people(demo: Reader) -> None:
    said = findings.coverage(dissatisfied(12, 30), demo)
    assert said.startswith("30 av 40 kommuner har svart.")
    assert "har 30 svart; de har 75\u00a0% av innbyggerne" in said


def place(code: str, n: int, of: int) -> Group:
    return group({"ikke_tilfreds": n, "tilfreds": of - n}, code=code)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([place("Vest", 8, 10), place("Øst", 2, 10)], "Misnøyen er størst i Vest"),
        (
            [place("Vest", 8, 10), place("Øst", 16, 20), place("Troms", 1, 10)],
            "Misnøyen er størst i Vest og Øst",
        ),
        (
            [place("Vest", 8, 10), place("Øst", 8, 10), place("Troms", 8, 10)],
            "Misnøyen er størst i flere grupper",
        ),
        # A small group that would lead takes the ranking away; one that would not, does not.
        ([place("Vest", 8, 10), place("Oslo", 2, 2)], "For få kommuner til å rangere gruppene"),
        ([place("Vest", 8, 10), place("Oslo", 1, 2)], "Misnøyen er størst i Vest"),
        ([place("Vest", 0, 10), place("Øst", 0, 10)], "For få kommuner til å rangere gruppene"),
        ([place("Oslo", 2, 2)], "For få kommuner til å rangere gruppene"),
        ([], "For få kommuner til å rangere gruppene"),
    ],
)
def test_a_ranking_is_only_claimed_when_the_answers_carry_it(found: list[Group], said: str) -> None:
    assert findings.largest(found, "politidistrikt") == said


def test_groups_that_are_not_places_are_named_as_what_they_are() -> None:
    sizes = [place("liten", 8, 10), place("stor", 2, 10)]
    assert findings.largest(sizes, "storrelse").endswith("i kommuner med under 5 000 innbyggere")
    far = [place("30_og_mer", 8, 10), place("under_5", 2, 10)]
    assert findings.largest(far, "avstand").endswith("i kommuner 30 km og mer fra tjenestestedet")
