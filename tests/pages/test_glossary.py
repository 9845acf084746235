"""One word for one thing: what a term is called in nynorsk and English, wherever it stands."""

import csv
import re
from collections.abc import Iterable
from typing import Final

import pytest

from pages.parts.reading.language import LOCALE
from tests import catalogue

# What source files hold is not words: codes, and the lists of those that a column may have.
CODE: Final = re.compile(r"\w+_\w+|^en av: .*")
COLUMNS: Final = {"nn": "nynorsk", "en": "engelsk"}


def terms() -> list[dict[str, str]]:
    """Return the rows of the glossary: a term, and what it must be called in each language."""
    with (LOCALE / "ordliste.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("term", terms(), ids=lambda term: term["bokmål"])
@pytest.mark.parametrize("lang", catalogue.TRANSLATED)
def test_a_term_has_one_name_in_each_language(lang: str, term: dict[str, str]) -> None:
    # The term begins small: with a capital it may be the name of the program.
    said, called = re.compile(term["bokmål"]), re.compile(term[COLUMNS[lang]], re.IGNORECASE)
    missing = [
        (text, form)
        for message in catalogue.held(lang)
        if message.id
        for text, form in zip(forms(message.id), forms(message.string), strict=True)
        if said.search(CODE.sub("", text)) and not called.search(form)
    ]
    assert not missing


def forms(texts: str | Iterable[str] | None) -> tuple[str, ...]:
    """Return the forms of a text as they are held: one, or the singular and the plural."""
    return (texts,) if isinstance(texts, str) else tuple(texts or ())


@pytest.mark.parametrize("lang", catalogue.TRANSLATED)
def test_two_things_on_the_same_choice_have_two_names(lang: str) -> None:
    names = ("Tjenestestedstruktur", "Tjenestetilbud", "Bemanning", "Tilbud", "Tjenestesteder")
    held = catalogue.held(lang)
    assert len({held[name].string for name in names}) == len(names)


# A form that the catalogue has another word, or another spelling, for everywhere else.
STRANGE: Final = {
    "nn": re.compile(
        r"\b(blei|gjev|bruker|også|forskjell|begynner|utleia|framlegg\w*|kommunens|landets|svarets|"
        r"distriktets|foreslår|tilgjengelig\w*|sikkerhet|anbefal\w*|tilfreds\w*|verken|innhenta)\b",
        re.IGNORECASE,
    ),
    # Straight apostrophes, Norwegian quotation marks, and the other of two words for one thing.
    # «Flest» is more than any other, where «most» without «the» would be more than half.
    "en": re.compile(
        r"['«»\"]|^A row is|\b(residents?|excerpts?|derived|case workers?|"
        r"arts centre|an integer|boundaries|the town|leaders?|county council|reckoned|"
        r"(?<!the )[Mm]ost (?:are|want|would|points|municipalities|inhabitants within))\b"
    ),
}
# Names and searches that are shown as they are.
AS_THEY_ARE: Final = re.compile(r"«[^»]*»|“[^”]*”|^\"psykisk helse\"$|^one of: .*|^ein av: .*")


@pytest.mark.parametrize("lang", catalogue.TRANSLATED)
def test_no_word_is_of_the_other_form_of_norwegian_or_a_second_one_for_a_thing(lang: str) -> None:
    found = [
        form
        for message in catalogue.held(lang)
        if message.id
        for form in forms(message.string)
        if STRANGE[lang].search(AS_THEY_ARE.sub("", CODE.sub("", form)))
    ]
    assert not found


def test_a_word_of_the_other_form_is_found() -> None:
    assert STRANGE["nn"].search("Kva som blei vedteke")
    assert STRANGE["en"].search("the municipality's answer")
    assert STRANGE["en"].search("Of those that answered, most are dissatisfied with staffing: 31%")
    assert not STRANGE["en"].search("the challenge mentioned by the most municipalities")
    assert not STRANGE["nn"].search("Kva som vart vedteke")
