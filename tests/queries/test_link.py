"""Anybody may write a link: nothing raises, and what was not understood is said."""

import random
import re
from typing import Any, Final
from urllib.parse import parse_qs

import pytest

from data.schemas import POLITIDISTRIKTER
from queries import View, budgets
from queries.link import without_end
from queries.view import MAX_CHOSEN, MAX_TEXT
from tests.queries.views import NAMES, NUMBERS

BATCHES: Final = 20
PER_BATCH: Final = 500

PINNED: Final = "1-15-alle-innbyggere-dekning"

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


def many(count: int, name: str = "Nordlan{}") -> str:
    return ",".join(name.format(n) for n in range(count))


@pytest.mark.parametrize(
    "query",
    [
        {"distrikt": many(2_000), "sok": "a " * 100_000, "valgt": many(2_000)},
        {"gruppe": many(5_000, "kommune:{:04}x")},
        {"kommune": "1" * 64_000},
        {"kommune": [f"{n:04}x" for n in range(100_000)], "q": "x" * 10_000},
        {f"navn{n}": "1" for n in range(10_000)},
    ],
)
def test_a_link_longer_than_any_of_ours_is_refused_in_one_sentence(query: Any) -> None:
    view, issues = parse(query)
    assert view == View()
    assert issues == ("Lenken er for lang til å bli lest. Ingenting i den er valgt.",)


@pytest.mark.parametrize(
    "query",
    [
        {"gruppe": many(200, "kommune:{:04}x")},
        {"kommune": many(1_000, "{:04}x")},
        {"valgt": many(300, "L{:03}/"), "fylke": many(300, "Troms{}")},
        {"distrikt": [f"Nordlan{n}" for n in range(500)]},
    ],
)
def test_of_many_values_a_few_are_told_of_and_fewer_compared(
    query: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    def close(value: str, allowed: Any, **_how: Any) -> list[str]:
        compared.append(value)
        return []

    monkeypatch.setattr("queries.link.difflib.get_close_matches", close)
    view, issues = parse(query)
    assert view == View()
    assert len(issues) == budgets.NOTICES + 1
    assert re.fullmatch(r"Og \d\d+ ting til i lenken ble ikke forstått\.", issues[-1])
    assert len(compared) <= budgets.SUGGESTIONS
    assert all(len(value) <= 40 for value in compared)


def test_the_values_that_are_left_out_are_told_of() -> None:
    asked = [*POLITIDISTRIKTER, *(f"{n}" for n in range(budgets.VALUES))]
    view, issues = View.parse({"innbyggere": ["liten"], "distrikt": asked})
    assert view.distrikt == tuple(POLITIDISTRIKTER)
    assert f"Lenken har for mange verdier i distrikt; de {budgets.VALUES} første er lest." in issues


@pytest.mark.parametrize(
    "end", [".", ")", ",", "»", ").", "!", "?", '"', "'", "”", ");", " .", "…"]
)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("distrikt", "Troms"),
        ("kommune", "0301"),
        ("versjon", "2026-01-02-0123abc"),
        ("grense", "30"),
        ("lang", "nn"),
        ("kode", "tema:rus"),
        ("gruppe", "politidistrikt:Troms"),
        ("innbyggere", "liten"),
        ("festet", "10-15-alle-innbyggere-dekning"),
    ],
)
def test_the_end_of_a_sentence_is_no_part_of_a_link(name: str, value: str, end: str) -> None:
    # A group is of the answers that are open.
    rest = {"kode": "tema:trafikk"} if name == "gruppe" else {"vis": "onsker"}
    with_end, issues = parse({**rest, name: value + end})
    assert with_end == parse({**rest, name: value})[0]
    assert with_end != parse(rest)[0]
    told = f"Leste «{value}{end}» i {name} som «{value}»."
    # A comma stands between values too, and there is nothing to tell of.
    assert issues == (() if end == "," else (told,))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Våler (Viken)", "Våler (Viken)"),
        ("Våler (Viken)).", "Våler (Viken)"),
        ("«Bodø»", "«Bodø»"),
        ("Bodø»", "Bodø"),
        ('"to ord"', '"to ord"'),
        ("...", ""),
        ("", ""),
    ],
)
def test_what_is_opened_in_a_value_may_be_closed_there(written: str, read: str) -> None:
    assert without_end(written) == read


@pytest.mark.parametrize(
    ("query", "issue"),
    [
        ({"distrikt": "Nordlnd"}, "Forsto ikke «Nordlnd» i distrikt. Mente du «Nordland»?"),
        ({"fylke": "Vestlandet"}, "Forsto ikke «Vestlandet» i fylke. Mente du «Vestland»?"),
        ({"vis": "bemaning"}, "Forsto ikke «bemaning» i vis. Mente du «bemanning»?"),
        ({"stasjon": "kanskje"}, "Forsto ikke «kanskje» i stasjon."),
        ({"data": "prod"}, "Forsto ikke «prod» i data."),
        ({"versjon": "i går"}, "Forsto ikke «i går» i versjon."),
        ({"kommune": "0302"}, "Forsto ikke «0302» i kommune."),
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
