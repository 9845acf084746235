"""What kind of sender a name is, is read from the name, and doubt is said."""

import pytest

from data.documents.who import Register
from data.documents.who.naming import identify

TWINS = ("1515", "1818", "3018", "3419")


@pytest.mark.parametrize(
    ("sender", "numbers"),
    [
        ("Rana kommune", ("1833",)),
        ("Kommunestyret i Rana", ("1833",)),
        ("Formannskapet i Rana kommune", ("1833",)),
        ("Ordføreren i Rana", ("1833",)),
        ("RANA KOMMUNE v/kommunedirektøren", ("1833",)),
        ("Rana kommunes høringssvar", ("1833",)),
        ("Rana kommune sitt svar", ("1833",)),
        ("rana kommune", ("1833",)),
        ("Kommune 1833", ("1833",)),
        ("Rana kommune - Oppvekst og kultur", ("1833",)),
        ("Ulvik herad", ("4620",)),
        ("Kvam heradsstyre", ("4622",)),
        ("Bergen bystyre", ("4601",)),
        ("Byrådet i Tromsø", ("5401",)),
        ("Oslo kommune Byrådet", ("0301",)),
        ("Luster formannskap", ("4644",)),
        ("Formannskapet i Evje og Hornnes", ("4219",)),
        ("Nordre Follo kommune", ("3020",)),
        ("Midt-Telemark kommune", ("3817",)),
        ("Hå kommune", ("1119",)),
        ("Time kommune", ("1121",)),
        # Sámi and Kven, as the register has them and as the municipalities call themselves.
        ("Kárášjohka – Karasjok kommune", ("5437",)),
        ("Gielda Kárášjohka", ("5437",)),
        ("Guovdageainnu suohkan", ("5430",)),
        ("Unjárgga gielda / Nesseby kommune", ("5442",)),
        ("Tromssan komuuni", ("5401",)),
        ("Porsanger kommune / Porsáŋggu gielda / Porsangin komuuni", ("5436",)),
        ("Snåasen tjïelte", ("5041",)),
        ("Tråanten tjïelte", ("5001",)),
        # Several at once.
        ("Kommunene Rana og Hemnes", ("1832", "1833")),
        ("Kommunane Volda, Ørsta og Vanylven", ("1511", "1520", "1577")),
        ("Rana og Hemnes kommuner", ("1832", "1833")),
        ("Rana, Hemnes og Nesna kommuner", ("1828", "1832", "1833")),
        ("Rana kommune, Hemnes kommune og Nesna kommune", ("1828", "1832", "1833")),
        ("Kommunestyrene i Evje og Hornnes og Bygland", ("4219", "4220")),
        ("Nord- og Sør-Fron kommuner", ("3436", "3438")),
        ("Østre og Vestre Toten kommuner", ("3442", "3443")),
        # Persons with a municipality's name.
        ("Klepp kommune v/ordfører Per Lund", ("1120",)),
        ("Per Lund, ordfører i Klepp", ("1120",)),
        ("Ordfører Nils Klepp, Time kommune", ("1121",)),
        ("Ordfører Kari Strand (Ap), Gjesdal kommune", ("1122",)),
        ("Rana kommune v/kommunedirektør Ola Vega", ("1833",)),
        ("Mo i Rana, Hemnes kommune", ("1832",)),
        # The county in the name.
        ("Våler (Innlandet) kommune", ("3419",)),
        ("Våler kommune (Viken)", ("3018",)),
        ("Våler kommune i Østfold", ("3018",)),
        ("Herøy kommune (Nordland)", ("1818",)),
        ("Formannskapet i Herøy kommune, Møre og Romsdal", ("1515",)),
        ("Herøy kommune på Helgeland", ("1818",)),
    ],
)
def test_a_municipality_is_known_by_its_name(
    names: Register, sender: str, numbers: tuple[str, ...]
) -> None:
    found = identify(sender, names)
    assert (found.avsendertype, found.kommunenumre, found.doubt) == ("kommune", numbers, "")


@pytest.mark.parametrize(
    "form",
    [
        "{} kommune",
        "{} KOMMUNE",
        "{} kommunestyre",
        "{} formannskap",
        "Kommunestyret i {}",
        "Ordføreren i {}",
        "{} kommune v/ordføreren",
        "Kommunen: {} kommune",
        "{} kommunes svar på brev 22/535",
    ],
)
def test_every_municipality_is_known_in_every_form(names: Register, form: str) -> None:
    for number, name in names.names.items():
        if number not in TWINS:
            written = form.format(name.upper() if "KOMMUNE" in form else name)
            found = identify(written, names)
            assert (found.kommunenumre, found.doubt) == ((number,), ""), written


def test_every_sami_and_kven_name_is_known(names: Register) -> None:
    for form, numbers in names.numbers.items():
        found = identify(f"{form.title()} suohkan", names)
        assert found.kommunenumre == numbers or len(numbers) > 1, form


@pytest.mark.parametrize("sender", ["Våler kommune", "Kommunestyret i Herøy", "HERØY KOMMUNE"])
def test_two_of_the_same_name_are_never_guessed_between(names: Register, sender: str) -> None:
    found = identify(sender, names)
    assert (found.avsendertype, found.kommunenumre) == ("annet", ())
    assert "flere kommuner heter det samme" in found.doubt


@pytest.mark.parametrize(
    "sender",
    [
        "Eldrerådet i Bodø kommune",
        "Bodø eldreråd",
        "Bodø kommune v/eldrerådet",
        "Seniorrådet i Hå",
        "Ungdomsrådet i Sunnfjord kommune",
        "Ungdommens kommunestyre i Rana",
        "Rådet for personer med funksjonsnedsettelse i Rana kommune",
        "Råd for menneske med nedsett funksjonsevne, Voss herad",
        "Bodø Høyre",
        "Rana Arbeiderparti",
        "Voss Senterparti",
        "Rana kommunestyre v/Høyres gruppe",
        "Opposisjonen i Bergen bystyre",
        "Selfors ungdomsskole, Rana kommune",
        "FAU ved Klepp ungdomsskule",
        "Oslo kommune, Bydel Sagene",
        "Rana kirkelige fellesråd",
        "Hemnes bygdeliste",
        "Rana Frivilligsentral",
        "Salten Brann IKS",
        "Norsk Bonde- og Småbrukarlag",
        "Rana Blad",
    ],
)
def test_a_body_or_an_organisation_never_speaks_for_the_municipality(
    names: Register, sender: str
) -> None:
    found = identify(sender, names)
    assert (found.avsendertype, found.kommunenumre) == ("organisasjon", ())
    assert found.doubt


@pytest.mark.parametrize(
    "sender",
    [
        "Kari Nordmann",
        "KARI NORDMANN",
        "Nordmann, Kari",
        "Ola og Kari Nordmann",
        "Per Lund",
        "Bjørn-Erik Strand Time",
        "Innbygger i Rana kommune",
        "Kari Nordmann (privatperson)",
        "Per Hansen, tidligere ordfører i Rana",
    ],
)
def test_private_persons_are_known_so_that_they_can_be_left_unnamed(
    names: Register, sender: str
) -> None:
    found = identify(sender, names)
    assert (found.avsendertype, found.kommunenumre) == ("privatperson", ())


def test_a_name_that_may_be_a_persons_is_hidden_and_told(names: Register) -> None:
    found = identify("Zofia Kowalska", names)
    assert found.avsendertype == "privatperson"
    assert "kontroller" in found.doubt


@pytest.mark.parametrize(
    ("sender", "kind"),
    [
        ("Salten regionråd", "interkommunalt_raad"),
        ("Interkommunalt politisk råd for Hadeland", "interkommunalt_raad"),
        ("Kongsbergregionen", "interkommunalt_raad"),
        ("Kristiansandregionen", "interkommunalt_raad"),
        ("Nordland fylkeskommune", "fylkeskommune"),
        ("Innlandet fylkesting", "fylkeskommune"),
        ("Nordland politidistrikt", "annet"),
        ("Statsforvalteren i Vestland", "annet"),
        ("Prøveby kommune", "annet"),
        ("Øvre Lund kommune", "annet"),
        ("Follo kommune", "annet"),
    ],
)
def test_others_are_what_they_are_and_no_municipality(
    names: Register, sender: str, kind: str
) -> None:
    found = identify(sender, names)
    assert (found.avsendertype, found.kommunenumre) == (kind, ())


@pytest.mark.parametrize(
    ("sender", "number", "told"),
    [
        ("Haram kommune", "1507", "er en del av Ålesund (1507)"),
        ("Sande kommune (Vestfold)", "3802", "er en del av Holmestrand (3802)"),
        ("Nes kommune (Buskerud)", "3040", "er Nesbyen (3040)"),
        ("Bø kommune i Telemark", "3817", "er en del av Midt-Telemark (3817)"),
        ("Nedre Eiker kommune", "3005", "er en del av Drammen (3005)"),
        ("Kommune 3101", "3001", "er Halden (3001)"),
        ("Kommunenr. 1580", "1507", "er en del av Ålesund (1507)"),
    ],
)
def test_a_municipality_of_another_year_is_told(
    names: Register, sender: str, number: str, told: str
) -> None:
    found = identify(sender, names)
    assert found.kommunenumre == (number,)
    assert told in found.doubt


def test_a_municipality_that_was_split_is_nobody_until_a_person_says_so(names: Register) -> None:
    found = identify("Tysfjord kommune", names)
    assert (found.avsendertype, found.kommunenumre) == ("annet", ())
    assert "er delt mellom Narvik (1806) og Hamarøy (1875)" in found.doubt


@pytest.mark.parametrize(
    ("sender", "number"),
    [
        ("Snåsa kornmune", "5041"),
        ("Alesund kommune", "1507"),
        ("Kautokeln0 kommune", "5430"),
        ("TR0NDHEIM K0MMUNE", "5001"),
        ("Lillehamer kommune", "3405"),
    ],
)
def test_a_name_that_is_spelled_wrong_is_taken_only_with_a_doubt(
    names: Register, sender: str, number: str
) -> None:
    found = identify(sender, names)
    assert found.kommunenumre == (number,)
    assert "lest som" in found.doubt


@pytest.mark.parametrize("sender", ["Hxlv kommune", "Bokm kommune", "Xyzvik kommune"])
def test_a_name_too_far_from_any_or_too_short_is_not_taken(names: Register, sender: str) -> None:
    assert identify(sender, names).kommunenumre == ()


@pytest.mark.parametrize("sender", ["Rana", "Herøy (Nordland)", "Hå"])
def test_a_bare_name_is_taken_only_with_a_doubt(names: Register, sender: str) -> None:
    found = identify(sender, names)
    assert found.avsendertype == "kommune"
    assert "heter bare" in found.doubt


def test_a_county_that_does_not_fit_the_name_is_told(names: Register) -> None:
    assert "fylket ved navnet passer ikke" in identify("Rana kommune (Innlandet)", names).doubt
