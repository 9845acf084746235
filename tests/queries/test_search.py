"""Searching a few answers whose hits can be counted by eye, and whatever anybody may type."""

from collections.abc import Collection

import polars as pl
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from data import pipeline
from queries import Version, View, ask, search
from queries.answers import ask_anew
from queries.search import Found, find
from queries.terms import Term, parse, spans
from tests.small_set import places, write

INNSPILL = """\
innspill_id,avsender,avsendertype,kommunenumre,dato,malform,erstatter,kilde
A,Bodø kommune,kommune,1804,2022-05-20,bokmaal,,sak 1
B,Bindal og Træna kommuner,kommune,1811|1835,2022-05-20,nynorsk,,sak 2
C,Volda kommune,kommune,1577,2022-05-20,nynorsk,,sak 3
D,Tromsø kommune,kommune,5401,2022-05-20,bokmaal,,sak 4
E,En forening,organisasjon,,2022-05-20,bokmaal,,sak 5
"""
SVAR = """\
innspill_id,sporsmal,tekst
A,1,Vold i nære relasjoner og rus. Vold er alvorlig.
A,2,Flere voldshendelser i byen; en hendelse er for mye.
B,1,Vi ser meir vald mellom ungdommane.
B,3,Psykisk helse og rus må sjåast saman.
C,1,Tenestestadstrukturen er god. Ein tenestestad er nok. Strukturen står seg.
D,1,Rus og psykisk uhelse. God helse er viktig.
D,2,Beredskapen er svak.
E,1,Vi er opptatt av rus og trafikk.
"""


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Version:
    folder = tmp_path_factory.mktemp("sok")
    write(folder / "innspill", innspill=INNSPILL, svar=SVAR)
    with places(folder / "build", folder / "innspill"):
        return pipeline.build("innspill").version


def keys(found: Found) -> list[str]:
    """Return the answers found, best first, each as sender and question."""
    return [f"{i}{s}" for i, s in found.hits.select("innspill_id", "sporsmal").rows()]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        # Both written forms, and the compound; never Volda, which is a place.
        ("vold", {"A1", "A2", "B1"}),
        ("VALD", {"A1", "A2", "B1"}),
        ("hendelser", {"A2"}),
        ("tjenestested", {"C1"}),
        ("struktur", {"C1"}),
        ("Volda", {"C1"}),
        ("bodoe", {"A1", "A2"}),
        # Every word must be there; words that only join are not asked for.
        ("rus og helse", {"B3", "D1"}),
        ('"psykisk helse"', {"B3"}),
        ("«psykisk helse» rus", {"B3"}),
        ("rus -helse", {"A1", "E1"}),
        ("rus -trafikk -helse", {"A1"}),
        ('rus -"psykisk helse"', {"A1", "D1", "E1"}),
        ("vold Bodø", {"A1", "A2"}),
        # The sender and the answer's first words are no phrase.
        ('"bodø vold"', set()),
        # A doubled letter is no misspelling.
        ("trafik", {"E1"}),
        ("kylling", set()),
        ("-rus", set()),
        ("", set()),
        ('"', set()),
        ("!!! ---", set()),
    ],
)
def test_what_is_found(version: Version, text: str, answers: set[str]) -> None:
    found = find(version, View(q=text))
    assert set(keys(found)) == answers or (not answers and found.loosened)


def test_the_word_itself_comes_before_compounds(version: Version) -> None:
    assert keys(find(version, View(q="vold")))[0] == "A1"
    assert keys(find(version, View(q="vold")))[-1] == "A2"


@pytest.mark.parametrize(
    ("text", "meant", "answers"),
    [
        ("beredskp", "Beredskapen", {"D2"}),
        ("Tromso", "Tromsø", {"D1", "D2"}),
        ("trafkik", "trafikk", {"E1"}),
    ],
)
def test_a_word_misspelt_by_one_is_found_and_said(
    version: Version, text: str, meant: str, answers: set[str]
) -> None:
    found = find(version, View(q=text))
    assert set(keys(found)) == answers
    assert found.search.alike == ((text, (meant,)),)
    assert found.search.missing == (text,)


def test_falling_back_to_any_word_asks_for_the_answers_once(
    version: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counting(version: Version, name: str, view: View, **extra: object) -> pl.DataFrame:
        asked.append(name)
        return ask_anew(version, name, view, **extra)

    monkeypatch.setattr(search, "ask_anew", counting)
    search._ranked.cache_clear()
    assert find(version, View(q="trafikk beredskap")).loosened
    assert asked.count("sok") == 1


def test_without_all_the_words_those_with_any_are_shown_and_it_is_said(version: Version) -> None:
    found = find(version, View(q="trafikk beredskap"))
    assert found.loosened
    assert set(keys(found)) == {"E1", "D2"}
    assert not find(version, View(q="rus helse")).loosened


def test_the_filter_holds_and_others_than_municipalities_stand_outside_it(version: Version) -> None:
    assert "E1" in keys(find(version, View(q="rus")))
    assert set(keys(find(version, View(q="rus", distrikt=("Nordland",))))) == {"A1", "B3"}
    assert set(keys(find(version, View(q="rus", innbyggere=("stor",))))) == {"A1", "D1"}
    assert keys(find(version, View(q="rus", svart="nei"))) == []
    assert keys(find(version, View(q="rus", distrikt=("Oslo",)))) == []


def test_counts_per_district_are_what_choosing_it_lists(version: Version) -> None:
    for text in ("rus", "vold", "beredskap"):
        found = find(version, View(q=text))
        for district, (answers, kommuner) in found.by_district().items():
            chosen = find(version, View(q=text, distrikt=(district,)))
            assert (chosen.hits.height, chosen.kommuner) == (answers, kommuner)
    # Bindal is in Trøndelag's police district and Træna in Nordland's.
    assert find(version, View(q="rus")).by_district() == {
        "Nordland": (2, 2),
        "Trøndelag": (1, 1),
        "Troms": (1, 1),
    }
    assert find(version, View(q="rus")).from_others == 1


def test_texts_come_with_sender_and_municipalities(version: Version) -> None:
    numbers = find(version, View(q="vald")).hits["svar_nr"].to_list()
    rows = {
        r["innspill_id"]: r for r in ask(version, "sok_tekst", View(), svar_nr=numbers).to_dicts()
    }
    assert rows["B"]["kommuner"] == ["Bindal", "Træna"]
    assert rows["B"]["politidistrikter"] == ["Nordland", "Trøndelag"]
    assert rows["A"]["avsender"] == "Bodø kommune"


def test_terms_are_read_as_written() -> None:
    said = [(t.words, t.phrase, t.excluded) for t in parse('rus "psykisk helse" -SLT-leder –nav')]
    assert said == [
        (("rus",), False, False),
        (("psykisk", "helse"), True, False),
        (("slt", "leder"), True, True),
        (("nav",), False, True),
    ]
    # A hyphen inside a word excludes nothing, and a quote that is not closed ends with the text.
    assert [t.excluded for t in parse("SLT-koordinator")] == [False, False]
    assert parse('"psykisk helse')[0].words == ("psykisk", "helse")
    assert [t.words for t in parse("og i på")] == [("og",), ("i",), ("på",)]


def test_words_and_phrases_are_found_where_they_stand() -> None:
    text = "Psykisk helse og rusomsorg. God helse."
    assert spans(text, {"rusomsorg"}, [("psykisk", "helse")]) == [(0, 13), (17, 26)]


HOSTILE = st.one_of(
    st.text(max_size=100),
    st.text(alphabet="\"«»-–−%_\\'();*?|&~^:/\0 aåøæAÅ1", max_size=100),
    st.sampled_from(
        [
            "'; drop table svar; --",
            '" or 1=1',
            "%" * 100,
            "$ledd $1 ?",
            "a" * 100,
            "\\" * 50,
            "((((",
            "vold AND (NOT rus)",
            "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
            "İstanbul ß ﬁ ǆ",
            " ".join("abcdefghijklmnopqrstuvwxyzæøå"),
        ]
    ),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=HOSTILE)
def test_nothing_that_is_typed_breaks_the_search(version: Version, text: str) -> None:
    view, _issues = View.parse({"q": text})
    found = find(version, view)
    assert found.hits.height <= 8
    assert View.parse(view.query())[0].q == view.q


WORDS = ("vold", "rus", "helse", "psykisk", "beredskap", "trafikk", "Bodø")


@settings(max_examples=60, deadline=None)
@given(first=st.sampled_from(WORDS), second=st.sampled_from(WORDS))
def test_a_second_word_divides_what_the_first_one_finds(
    version: Version, first: str, second: str
) -> None:
    one = set(keys(find(version, View(q=first))))
    both = find(version, View(q=f"{first} +{second}"))
    without = set(keys(find(version, View(q=f"{first} -{second}"))))
    assume(first != second)
    together = set() if both.loosened else set(keys(both))
    assert together | without == one
    assert not together & without


@pytest.mark.parametrize(
    ("words", "phrases", "found"),
    [
        # Each alone, one within another, and two that share a word in the middle.
        ({"vold", "byen"}, (), ["vold", "byen"]),
        ({"vold"}, (("vold", "og", "rus"),), ["vold og rus"]),
        ({"rus"}, (("vold", "og", "rus"),), ["vold og rus"]),
        ((), (("vold", "og", "rus"), ("rus", "i", "byen")), ["vold og rus i byen"]),
        ((), (("og", "rus", "i"), ("vold", "og")), ["vold og rus i"]),
    ],
)
def test_what_is_met_twice_is_marked_once_from_its_first_to_its_last(
    words: Collection[str], phrases: Collection[tuple[str, ...]], found: list[str]
) -> None:
    text = "Mer vold og rus i byen."
    assert [text[start:end] for start, end in spans(text, words, phrases)] == found


def test_a_word_is_asked_for_unless_it_is_said_not_to_be() -> None:
    assert not Term("vold", ("vold",)).excluded
    assert [term.excluded for term in parse("vold -rus")] == [False, True]
