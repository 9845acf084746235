"""Every coded value rests on its text, and the texts read like two written Norwegians."""

import re
from collections.abc import Iterator
from typing import Any

import polars as pl
import pytest

from data import vocabulary as v
from data.demo.phrases import SLOT, TAG, Stock
from tests.data.demo_set import SEEDS, UNSAID, Frames, demo, texts

MARKS = ("[Oppdiktet svar til demonstrasjon]", "[Oppdikta svar til demonstrasjon]")
ONLY_BOKMAAL = re.compile(
    r"\b(ikke|jeg|noe|noen|hvordan|hva|hvilke|hvor|fra|mer|flere|bare|være|blitt|ble|et|en|"
    r"uten|kommunens|tjeneste|tjenester|tjenestested|kommer|gjør|gir|innbyggere|"
    r"innbyggerne|forebygging|ønsker|vei|skole|uke)\b"
)
ONLY_NYNORSK = re.compile(
    r"\b(ikkje|eg|noko|nokon|korleis|kva|kven|kvar|frå|meir|fleire|berre|vere|vorte|vart|eit|"
    r"ein|utan|teneste|tenester|tenestestad|kjem|gjer|gjev|innbyggjarar|innbyggjarane|"
    r"førebygging|ønskjer|veg|skule|veke|dei)\b"
)


@pytest.fixture(params=SEEDS)
def frames(request: pytest.FixtureRequest) -> Frames:
    return demo(request.param)


def test_every_passage_is_verbatim_in_the_text_it_is_coded_from(frames: Frames) -> None:
    text = texts(frames)
    for row in frames["koding"].iter_rows(named=True):
        if row["verdi"] in UNSAID:
            assert row["utdrag"] is None
            continue
        key = (row["innspill_id"], v.SPORSMAL[row["felt"]])
        assert row["utdrag"]
        assert row["utdrag"] in text.get(key, text.get((row["innspill_id"], 0), ""))


def test_every_room_is_described_in_the_answer(frames: Frames) -> None:
    text = texts(frames)
    for row in frames["lokaler"].iter_rows(named=True):
        where = text.get((row["innspill_id"], 5), text.get((row["innspill_id"], 0), ""))
        assert row["utdrag"] in where
        said = " ".join(row["utdrag"].split())
        if row["areal_m2"]:
            assert f"{row['areal_m2']} m²" in said
        if row["ledig_fra"]:
            assert str(row["ledig_fra"].year) in said
        if row["tilstand"] != "ukjent":
            assert said.count(".") - said.count("ca.") == 2


def test_a_skipped_question_leaves_its_fields_unanswered(frames: Frames) -> None:
    text = texts(frames)
    for row in frames["koding"].iter_rows(named=True):
        question = v.SPORSMAL[row["felt"]]
        if (row["innspill_id"], question) not in text and (row["innspill_id"], 0) not in text:
            assert row["verdi"] in UNSAID


def test_every_answer_is_marked_as_invented(frames: Frames) -> None:
    first = frames["svar"].sort("sporsmal").unique("innspill_id", keep="first")
    assert first.height == frames["innspill"].height
    for text in first["tekst"]:
        assert text.startswith(MARKS) or text.endswith(MARKS)
    assert frames["innspill"]["kilde"].unique().to_list() == ["Oppdiktet demodata"]
    assert frames["raad"]["tekst"].str.contains("Oppdiktet").all()


def test_no_numbers_or_addresses_of_persons_but_the_fake_ones(frames: Frames) -> None:
    every = "\n".join(frames["svar"]["tekst"])
    assert set(re.findall(r"\S+@\S+", every)) == {"post@eksempel.no"}
    assert every.count("Navn Navnesen") == 2
    assert not re.search(r"\b\d{8}\b", every)
    assert set(re.findall(r"\b\d{2}(?: \d{2}){3}\b", every)) == {"00 00 00 00"}


def test_both_language_forms_are_written_and_kept_apart(frames: Frames) -> None:
    form = dict(frames["innspill"].select("innspill_id", "malform").iter_rows())
    assert 0.20 <= sum(f == "nynorsk" for f in form.values()) / len(form) <= 0.30
    for (answer, _), text in texts(frames).items():
        foreign = ONLY_BOKMAAL if form[answer] == "nynorsk" else ONLY_NYNORSK
        assert not foreign.findall(text), answer


def test_texts_are_as_untidy_as_real_ones(frames: Frames) -> None:
    every = frames["svar"]["tekst"]
    assert every.str.contains(r"[a-zæøå]\n[a-zæøå]").sum() >= 20
    assert every.str.contains("SAKSUTSKRIFT|MØTEBOK|Saksframlegg").sum() >= 5
    assert every.str.contains(r"(?m)^[-–•] telefon: ").sum() >= 5
    assert every.str.contains(r"^(\[.*\]\n\n)?5\. ").sum() >= 5
    lengths = frames["svar"].group_by("innspill_id").agg(pl.col("tekst").str.len_chars().sum())
    shorter, longest = sorted(lengths["tekst"])[-2:]
    assert shorter < 6_000
    assert 18_000 <= longest <= 22_000
    assert every.str.starts_with("Nei.\n").any() or every.str.ends_with("\nNei.").any()


def test_answers_differ_and_do_not_repeat_themselves(frames: Frames) -> None:
    delt = frames["svar"].filter(pl.col("sporsmal") > 0, pl.col("tekst").str.len_chars() > 60)
    assert delt["tekst"].n_unique() / delt.height > 0.97
    for _, group in delt.group_by("innspill_id"):
        text = " ".join(" ".join(group["tekst"]).split())
        sentences = [s for s in re.split(r"(?<=[.?!])\s", text) if len(s) > 25]
        assert len(sentences) == len(set(sentences))


def test_no_slot_is_left_unfilled_or_reads_as_nothing(frames: Frames) -> None:
    for text in frames["svar"]["tekst"]:
        assert not re.search(r"[{}|]", text)
        assert "  " not in text
        assert not re.search(r"\b0 (kilometer|minutt)", text)
        assert not re.search(r"[.,][.,]", text)
        assert "None" not in text


def leaves(tree: dict[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


@pytest.mark.parametrize("form", ["bokmaal", "nynorsk"])
def test_every_phrase_list_has_something_any_place_can_say(form: str) -> None:
    always = {"Vi", "vi", "oss", "tilfreds", "usikker", "villig", "avhengig", "kommune", "andel"}
    always |= {"fornoyd", "redd", "aar", "nabo", "dager", "liste", "sesong"}
    always |= {"rom", "areal", "delt", "ledig", "m2", "tjenester", "maaned"}
    tree = Stock(form).tree["sporsmal"]
    # A wish is worded by whether there is a station already, so each case has its own.
    lists = {path: value for path, value in leaves(tree) if path != "5.onske.ja"}
    for path, phrases in lists.items():
        fitting = [p for p in phrases if not TAG.search(p) and set(SLOT.findall(p)) <= always]
        assert isinstance(phrases, str) or fitting, path


@pytest.mark.parametrize("form", ["bokmaal", "nynorsk"])
def test_the_stock_holds_hundreds_of_phrases(form: str) -> None:
    phrases = [p for _, value in leaves(Stock(form).tree) if isinstance(value, list) for p in value]
    assert len(phrases) >= 330
    assert len(set(phrases)) >= 320
