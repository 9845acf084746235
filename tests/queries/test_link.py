"""Anybody may write a link: nothing raises, and what was not understood is said."""

import random
from typing import Any, Final
from urllib.parse import parse_qs, urlencode

import pytest

from data.schemas import POLITIDISTRIKTER
from queries import View
from queries.link import MAX_CHOSEN, MAX_TEXT
from tests.queries.views import NAMES, NUMBERS

BATCHES: Final = 20
PER_BATCH: Final = 500

PIECES: Final = (
    "'; drop table kommune; --",
    "' or 1=1 --",
    "$distrikt",
    "{value}",
    "{0.__class__}",
    "%s%n",
    "%00",
    "\0",
    "\r\nSet-Cookie: a=b",
    "\u202e\u200f\u2066",
    "\ud800",
    "\udfff\ud800",
    "\u200b\u00ad\ufeff",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "javascript:alert(1)",
    "Nordland",
    "Nordlnd",
    "1٢",
    "²",
    "-1",
    "9" * 400,
    "NaN",
    "1e999",
    "tema:rus",
    "20-15-alle-innbyggere-dekning",
    "2026-01-02-0123abc",
    "L001",
    ",",
    ",,,",
    ";",
    "&",
    "=",
    "#",
    " ",
    "\t",
    "\u2028",
    "ẞ",
    "İ",
    "e\u0301" * 50,
    "👩‍👩‍👧",
    "",
)


def hostile(seed: random.Random) -> str:
    """Return a string that nobody should have to read."""
    kind = seed.randrange(5)
    if kind == 0:
        return "".join(seed.choice(PIECES) for _ in range(seed.randrange(1, 6)))
    if kind == 1:
        return "".join(chr(seed.randrange(32)) for _ in range(seed.randrange(1, 40)))
    if kind == 2:
        return "".join(chr(seed.randrange(0x11000)) for _ in range(seed.randrange(1, 40)))
    if kind == 3:
        return seed.choice(PIECES) * seed.choice((1, 1, 1, 3, 50))
    return "".join(chr(seed.randrange(0x110000)) for _ in range(seed.randrange(1, 8)))


def parse(query: Any) -> tuple[View, tuple[str, ...]]:
    return View.parse(query, kommuner=NUMBERS)


def assert_valid(view: View, issues: tuple[str, ...]) -> None:
    """Check that `view` is one that its own link gives back, and that the issues can be shown."""
    assert parse(parse_qs(view.url("/").partition("?")[2])) == (view, ())
    assert len(view.sok) <= MAX_TEXT
    assert len(view.valgt) <= MAX_CHOSEN
    assert view.sok.isprintable()
    for issue in issues:
        assert issue.isprintable()
        assert len(issue) < 200


@pytest.mark.parametrize("batch", range(BATCHES))
def test_ten_thousand_hostile_strings_give_valid_views(batch: int) -> None:
    seed = random.Random(22535 + batch)
    texts = [hostile(seed) for _ in range(PER_BATCH)]
    for n, text in enumerate(texts):
        name = seed.choice(NAMES)
        raw = text.encode("utf-8", "surrogatepass").decode("latin-1")
        ways: list[dict[str, Any]] = [
            {name: text},
            {name: [text, texts[n - 1]], text: text},
            parse_qs(f"{name}={raw}&{raw}", keep_blank_values=True),
        ]
        assert_valid(*parse(ways[n % 3]))


def test_the_hostile_strings_are_ten_thousand_and_not_one() -> None:
    texts = set()
    for batch in range(BATCHES):
        seed = random.Random(22535 + batch)
        texts |= {hostile(seed) for _ in range(PER_BATCH)}
    assert BATCHES * PER_BATCH == 10_000
    assert len(texts) > 7_000
    assert any("\ud800" in text for text in texts)


def test_a_very_long_link_is_answered_at_once() -> None:
    many = ",".join(f"Nordlan{n}" for n in range(2_000))
    view, issues = parse({"distrikt": many, "sok": "a " * 100_000, "valgt": many})
    assert len(issues) >= 2_000
    assert view.distrikt == ()
    assert view.sok == "a " * (MAX_TEXT // 2 - 1) + "a"
    assert_valid(view, issues[:10])


@pytest.mark.parametrize(
    ("query", "issue"),
    [
        ({"distrikt": "Nordlnd"}, "Forsto ikke «Nordlnd» i distrikt. Mente du «Nordland»?"),
        ({"fylke": "Vestlandet"}, "Forsto ikke «Vestlandet» i fylke. Mente du «Vestland»?"),
        ({"vis": "bemaning"}, "Forsto ikke «bemaning» i vis. Mente du «bemanning»?"),
        ({"stasjon": "kanskje"}, "Forsto ikke «kanskje» i stasjon."),
        ({"data": "prod"}, "Forsto ikke «prod» i data."),
        ({"versjon": "i går"}, "Forsto ikke «i går» i versjon."),
        ({"kommune": "0302"}, "Forsto ikke «0302» i kommune. Mente du «0301»?"),
        ({"distrkt": "Nordland"}, "Forsto ikke «distrkt» i lenken. Mente du «distrikt»?"),
        ({"utm_source": "x"}, "Forsto ikke «utm_source» i lenken."),
        ({"valgt": "<script>"}, "Forsto ikke «<script>» i valgt."),
        ({"grense": "langt"}, "Forsto ikke «langt» i grense."),
        ({"distrikt": "x\u202e" * 60}, f"Forsto ikke «{'x' * 40}» i distrikt."),
    ],
)
def test_what_was_not_understood_is_said_once(query: dict[str, str], issue: str) -> None:
    view, issues = parse(query)
    assert issues == (issue,)
    assert view == View()


def test_the_understood_part_of_a_list_is_kept() -> None:
    view, issues = parse({"distrikt": "Troms,Atlantis,Nordland"})
    assert view.distrikt == ("Nordland", "Troms")
    assert issues == ("Forsto ikke «Atlantis» i distrikt.",)


@pytest.mark.parametrize(
    "query",
    [
        {"distrikt": "Nordland,Troms"},
        {"distrikt": " Troms , Nordland ,,"},
        {"distrikt": ["Troms", "Nordland"]},
        {"distrikt": ["Troms,Nordland", "Troms"]},
        {"distrikt": ("Nordland", "Troms"), "embed": "true", "embed_options": "show_toolbar"},
    ],
)
def test_lists_may_be_written_in_any_way(query: dict[str, Any]) -> None:
    assert parse(query) == (View(distrikt=("Nordland", "Troms")), ())


def test_a_filter_with_every_value_is_all_of_them_in_their_order() -> None:
    view, issues = parse({"distrikt": ",".join(reversed(POLITIDISTRIKTER))})
    assert view.distrikt == POLITIDISTRIKTER
    assert issues == ()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  første \n\t etasje ", "første etasje"),
        ("første\netasje", "første etasje"),
        ("100 % & «mer», ja", "100 % & «mer», ja"),
        ("a\u200bb\u00adc", "abc"),
        # What is left when the invisible is taken away is folded too.
        ("a \u200b b", "a b"),
        ("\u202eetasje\0", "etasje"),
        ("x" * 300, "x" * MAX_TEXT),
        (("x" * 99) + " y", "x" * 99),
    ],
)
def test_a_search_is_folded_and_cut(text: str, kept: str) -> None:
    view, issues = parse({"sok": text})
    assert (view.sok, issues) == (kept, ())
    assert parse(parse_qs(urlencode(view.query())))[0] == view


def test_more_than_five_chosen_is_said_and_five_are_kept() -> None:
    view, issues = parse({"valgt": "L7,L1,L2,L1,L3,L4,L5"})
    assert view.valgt == ("L7", "L1", "L2", "L3", "L4")
    assert issues == ("Lenken velger 6 lokaler; de 5 første vises.",)


@pytest.mark.parametrize(("text", "kept"), [("5", 5), ("1", 5), ("60", 60), ("999999", 60)])
def test_a_number_is_moved_to_the_nearest_end(text: str, kept: int) -> None:
    assert parse({"grense": text}) == (View(grense=kept), ())


def test_issues_are_told_in_the_readers_language() -> None:
    nynorsk = {"Forsto ikke «{value}» i {name}.": "Forstod ikkje «{value}» i {name}."}
    _, issues = View.parse({"data": "x"}, tr=lambda text: nynorsk.get(text, text))
    assert issues == ("Forstod ikkje «x» i data.",)
