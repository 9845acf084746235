"""The sentences pages open with: right in number, modest with few answers, right in each set."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from pages.parts.drawing.figures import opening
from pages.parts.openings.answers import overview
from pages.parts.reading.reader import Reader
from pages.parts.wording import findings
from pages.parts.wording.groups import Group
from pages.parts.wording.leading import largest
from pages.parts.wording.leading import place as group_as_place
from pages.parts.wording.numbers import FEW
from pages.parts.wording.rates import Rate


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


def passed_over(measure: str) -> Group:
    """Return a group whose answers say nothing of what is measured."""
    answered = group({"ikke_besvart": 3}, measure=measure, silent=2)
    return replace(answered, svart_punkt=0, innbyggere_svart_punkt=0)


@pytest.mark.parametrize(
    ("n", "of", "opens"),
    [
        (0, 20, "Ingen av kommunene som svarte, er misfornøyd"),
        (1, 50, "1 av 50 kommuner som svarte, er ikke tilfreds"),
        (2, 20, "Én av ti kommuner som svarte, er ikke tilfreds"),
        (19, 40, "Nesten halvparten av kommunene som svarte, er ikke tilfreds"),
        (20, 40, "Halvparten av kommunene som svarte, er ikke tilfreds"),
        (21, 40, "Over halvparten av kommunene som svarte, er ikke tilfreds"),
        (12, 20, "Seks av ti kommuner som svarte, er ikke tilfreds"),
        (39, 40, "Nesten alle kommunene som svarte, er ikke tilfreds"),
        (40, 40, "Alle kommunene som svarte, er ikke tilfreds"),
        # Few answers get the plain count.
        (0, 5, "Ingen av kommunene som svarte, er misfornøyd"),
        (5, 5, "5 av 5 kommuner som svarte, er ikke tilfreds"),
        (1, 1, "1 av 1 kommune som svarte, er ikke tilfreds"),
        (FEW - 1, FEW - 1, "9 av 9 kommuner som svarte, er ikke tilfreds"),
    ],
)
def test_the_headline_says_how_many(demo: Reader, n: int, of: int, opens: str) -> None:
    said = findings.headline(dissatisfied(n, of), demo)
    assert said == f"{opens} med bemanningen"


@pytest.mark.parametrize(
    ("group_", "said"),
    [
        (group({}, silent=2), "Ingen kommuner i utvalget har svart"),
        (group({}, silent=2, measure="onsker"), "Ingen kommuner i utvalget har svart"),
        (passed_over("bemanning"), "Ingen har svart på om de er tilfreds"),
        (passed_over("onsker"), "Ingen i utvalget har svart på dette punktet"),
        (passed_over("lokaler"), "Ingen i utvalget har svart på dette punktet"),
    ],
)
def test_of_nothing_it_is_said_what_is_lacking(demo: Reader, group_: Group, said: str) -> None:
    assert findings.headline(group_, demo).startswith(said)


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
        (0, 0, 4, "Ingen kommuner ønsker nytt tjenestested, 4 gjør det ikke"),
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


def test_satisfied_in_part_is_not_nobody(demo: Reader) -> None:
    said = findings.headline(group({"delvis": 18, "tilfreds": 85}), demo)
    assert said == "18 av 103 kommuner er delvis tilfreds med bemanningen, ingen er helt misfornøyd"


def test_people_stand_beside_municipalities(demo: Reader) -> None:
    found = Group(
        "alle",
        "bemanning",
        {"ikke_tilfreds": 6, "tilfreds": 4},
        20,
        10,
        10,
        1000,
        500,
        {"ikke_tilfreds": 100, "tilfreds": 400},
    )
    assert findings.people_behind(found) == (
        "Kommunene som ikke er tilfreds, har 10\u00a0% av innbyggerne."
    )


def test_known_statements_are_never_told_in_per_cent(kjente: Reader) -> None:
    few = Group("alle", "bemanning", {"ikke_tilfreds": 12}, 20, 12, 12, 1000, 600, counted=True)
    assert few.rate.text == "12 av 12"
    assert "%" not in findings.coverage(few, kjente)
    assert not findings.people_behind(few)


def place(code: str, n: int, of: int, silent: int = 0) -> Group:
    return group({"ikke_tilfreds": n, "tilfreds": of - n}, code=code, silent=silent)


COUNTRY = Rate(100, 200, 356)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([place("Vest", 16, 20), place("Øst", 4, 20)], "Misnøyen er størst i Vest: 80 %"),
        # The silent could turn it around.
        (
            [place("Vest", 16, 20), place("Øst", 4, 20, silent=60)],
            "Misnøyen er blant de største i Vest: 80 %",
        ),
        # Two equals have no first place, nor have two that are written alike.
        (
            [place("Vest", 8, 10), place("Øst", 16, 20), place("Troms", 1, 10)],
            "Ikke tilfreds med bemanningen: 63 % i utvalget, 50 % i hele landet",
        ),
        (
            [place("Vest", 801, 1000), place("Øst", 799, 1000)],
            "Ikke tilfreds med bemanningen: 80 % i utvalget, 50 % i hele landet",
        ),
        # A small group that would lead takes the ranking away; one that would not, does not.
        (
            [place("Vest", 16, 20), place("Agder", 1, 20), place("Oslo", 2, 2)],
            "Ikke tilfreds med bemanningen: 45 % i utvalget, 50 % i hele landet",
        ),
        (
            [place("Vest", 16, 20), place("Agder", 1, 20), place("Oslo", 1, 2)],
            "Misnøyen er størst i Vest: 80 %",
        ),
        # Below the country, zero, or alone.
        (
            [place("Vest", 9, 20), place("Øst", 1, 20)],
            "Ikke tilfreds med bemanningen: 25 % i utvalget, 50 % i hele landet",
        ),
        (
            [place("Vest", 0, 10), place("Øst", 0, 10)],
            "Ikke tilfreds med bemanningen: 0 % i utvalget, 50 % i hele landet",
        ),
        (
            [place("Vest", 19, 20)],
            "Ikke tilfreds med bemanningen: 95 % i utvalget, 50 % i hele landet",
        ),
        ([], "For få svar til å sammenlikne gruppene"),
    ],
)
def test_a_ranking_is_only_claimed_when_the_answers_carry_it(found: list[Group], said: str) -> None:
    assert largest(found, "politidistrikt", COUNTRY).replace("\u00a0", " ") == said


def test_groups_that_are_not_places_are_named_as_what_they_are() -> None:
    sizes = [place("liten", 16, 20), place("stor", 2, 20)]
    said = largest(sizes, "storrelse", COUNTRY)
    assert "i kommuner med under 5 000 innbyggere" in said
    assert group_as_place("storrelse", "stor") == "i kommuner med 20 000 innbyggere og mer"
    far = [place("30_og_mer", 16, 20), place("under_5", 2, 20)]
    assert "i kommuner 30 km og mer fra tjenestestedet" in largest(far, "avstand", COUNTRY)
