"""Søk: what is found is told, listed, marked and counted, and no text gets out of its place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.answers import hits, snippets
from pages.parts.cards import CARDS, search
from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader
from queries.search import PAGE, Search, find
from queries.terms import Term
from tests.pages.app import box, headings, html, opened

TAG = re.compile(r"<(?!/?mark>)[^>]*>")


def searching(reader: Reader, q: str, **changes: object) -> Reader:
    return reader.having(q=q, **changes)


def test_the_empty_page_says_what_can_be_searched() -> None:
    app = opened("sok", data="demo")
    assert headings(app) == ["Søk i svarene"]
    assert "918 svar på enkeltspørsmål fra 209 kommuner og 12 andre avsendere" in html(app)
    assert "sokeliste" not in html(app)


def test_hits_are_counted_listed_and_marked() -> None:
    app = opened("sok", data="demo", q="vold")
    shown = html(app)
    assert re.fullmatch(r"\d+ svar fra \d+ kommuner nevner «vold»", headings(app)[0])
    assert shown.count("<li><h2>") == PAGE
    assert "<mark>vold</mark>" in shown
    assert "<mark>vald</mark>" in shown
    assert box(app, "sok-q").get("value") == "vold"


def test_pages_of_hits_hold_every_hit_once(demo: Reader) -> None:
    reader = searching(demo, "vold")
    found = find(reader.version, reader.view)
    listed: list[str] = []
    for side in range(1, hits.last_page(found) + 1):
        shown = html(opened("sok", data="demo", q="vold", side=str(side)))
        listed += re.findall(r"<li><h2>.*?</li>", shown)
    assert len(listed) == found.hits.height
    # A page that is not there any more is the last one.
    assert html(opened("sok", data="demo", q="vold", side="99")).count("<li><h2>") == (
        found.hits.height - PAGE * (hits.last_page(found) - 1)
    )


@pytest.mark.parametrize(
    ("q", "title"),
    [
        ('"psykisk helse" -rus', "nevner «psykisk helse», men ikke «rus»"),
        ("vold rus politi", "nevner «vold», «rus» og «politi»"),
        ("tjenstested", "nevner «tjenestested»"),
        ("zzzzzzzz", "Ingen svar nevner «zzzzzzzz»"),
        ("vold zzzzzzzz", "nevner minst ett av ordene"),
    ],
)
def test_the_heading_says_what_was_searched_for(demo: Reader, q: str, title: str) -> None:
    reader = searching(demo, q)
    assert hits.title(find(reader.version, reader.view)).endswith(title)


@pytest.mark.parametrize(
    ("q", "title"),
    [
        # Karasjok is spoken of in one answer, by either name.
        ("Karasjok", "1 answer from 1 municipality mentions “Karasjok”"),
        ("xyzzy", "No answers mention “xyzzy”"),
    ],
)
def test_english_counts_and_quotes_as_english_does(q: str, title: str, demo: Reader) -> None:
    speak("en")
    try:
        reader = searching(demo, q)
        assert hits.title(find(reader.version, reader.view)) == title
    finally:
        speak("nb")


def test_what_was_searched_for_besides_is_said(demo: Reader) -> None:
    reader = searching(demo, "tjenstested")
    said = hits.notes(find(reader.version, reader.view))
    assert "Få eller ingen svar har «tjenstested». Viser også treff for «tjenestested»." in said
    reader = searching(demo, "vold zzzzzzzz")
    said = hits.notes(find(reader.version, reader.view))
    assert "Ingen svar har alle ordene." in said
    assert "Ingen svar har «zzzzzzzz»." in said


def test_where_nothing_is_found_there_is_a_way_on(demo: Reader, kjente: Reader) -> None:
    for reader, way in (
        (searching(demo, "zzzzzzzz"), "Tøm søket"),
        (searching(demo, "zzzzzzzz", distrikt=("Nordland",)), "Søk i hele landet"),
        (searching(demo, "Bodø"), "Bodø har ikke svart."),
        (searching(demo, "vold", distrikt=("Oslo",), innbyggere=("liten",)), "Søk i hele landet"),
        (searching(kjente, "vold"), "Søk i demodata"),
    ):
        found = find(reader.version, reader.view)
        assert way in hits.nothing(reader, found)
        assert "<a href=" in hits.nothing(reader, found)


def test_counts_per_district_lead_to_as_many_hits(demo: Reader) -> None:
    reader = searching(demo, "vold")
    table = CARDS["sokedistrikt"](reader).table
    assert len(table.rows) == 12
    for district, *_rest, answers in table.rows:
        chosen = reader.having(distrikt=(district,))
        assert find(chosen.version, chosen.view).hits.height == answers


def test_few_hits_rank_no_district(demo: Reader) -> None:
    few = CARDS["sokedistrikt"](searching(demo, "rus psykisk helse"))
    assert few.title == "Treff etter politidistrikt"
    others = [(district, 1, 1, 12) for district in ("Agder", "Troms", "Vest")]
    assert search._title([("Nordland", 12, 10, 12), *others]).startswith("Vanligst i Nordland: ")
    assert search._title([("Nordland", 3, 3, 12), *others]) == "Treff etter politidistrikt"


def test_a_filter_marks_its_district_and_keeps_the_others(demo: Reader) -> None:
    card = CARDS["sokedistrikt"](searching(demo, "vold", distrikt=("Nordland",)))
    assert str(card.figure).count('class="referanse"') == 1
    assert len(card.table.rows) == 12


def test_the_file_holds_every_hit_and_no_private_name(demo: Reader) -> None:
    reader = searching(demo, "politi")
    card = CARDS["sok"](reader)
    assert len(card.table.rows) == find(reader.version, reader.view).hits.height
    senders = {str(row[0]) for row in card.table.rows}
    assert "Privatperson" in senders
    assert not any(name.startswith("Privatperson ") for name in senders)
    assert not any("00 00 00 00" in str(row[-1]) for row in card.table.rows)


def test_senders_that_are_no_municipality_are_labelled(demo: Reader) -> None:
    reader = searching(demo, "privatperson")
    assert "Privatperson, ikke en kommune" in html(opened("sok", data="demo", q="hyttelaget")) or (
        "Organisasjon, ikke en kommune" in html(opened("sok", data="demo", q="hyttelaget"))
    )
    assert find(reader.version, reader.view).hits.height == 0


def a_search(*words: str) -> Search:
    return Search((Term(words[0], words),), words=frozenset(words))


def test_a_snippet_shows_the_lines_with_most_of_the_words() -> None:
    text = "Først rus. " + "Fyll i mellom. " * 40 + "Så rus og vold. " + "Fyll etter. " * 40
    shown = snippets.snippet(text, a_search("rus", "vold"))
    assert shown.startswith("… ")
    assert "Så <mark>rus</mark> og <mark>vold</mark>." in shown
    assert len(TAG.sub("", shown)) < snippets.LENGTH + 40


def test_a_snippet_leaves_out_persons() -> None:
    text = "Saksbehandler: Ola Hansen, tlf. 22 33 44 55\nVold er et problem."
    assert "Hansen" not in snippets.snippet(text, a_search("hansen", "vold"))
    assert "<mark>Vold</mark>" in snippets.snippet(text, a_search("vold"))
    assert "Hansen" not in snippets.whole(text, a_search("vold"))


PIECES = ("vold", "<b>", "</mark>", "&amp;", '"', "'", ". ", "\n", " rus ", "x")


@given(st.lists(st.sampled_from(PIECES), max_size=120).map("".join))
def test_no_text_becomes_markup(text: str) -> None:
    for shown in (
        snippets.snippet(text, a_search("vold")),
        snippets.whole(text, a_search("vold")),
    ):
        assert shown.count("<mark>") == shown.count("</mark>")
        assert "<" not in re.sub(r"</?(?:mark|p)>", "", shown)


def test_a_phrase_is_marked_as_a_whole_with_what_stands_between_its_words() -> None:
    search = Search((Term("vold rus", ("vold", "rus"), phrase=True),))
    assert snippets.snippet("Om vold <> rus.", search) == "Om <mark>vold &lt;&gt; rus</mark>."


def test_a_word_that_was_divided_is_whole_and_marked_in_the_lines_shown() -> None:
    text = "Vi vil ha et tjeneste-\nsted og et grense\u00adkontor."
    shown = snippets.snippet(text, a_search("tjenestested", "grensekontor"))
    assert shown == "Vi vil ha et <mark>tjenestested</mark> og et <mark>grensekontor</mark>."
