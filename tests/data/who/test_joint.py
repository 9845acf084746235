"""A text that several have sent is one text; a few words alike are not."""

from data.documents.who import same_text
from tests.data.saved import ANSWERS

TEXT = (
    "{name} kommune\n{place}, {date}\n\n"
    "1. Vi venter mer trafikk på riksveien og flere saker om rus blant unge i helgene.\n"
    "2. Kommunen er ikke tilfreds med bemanningen, og responstiden er for lang om natta.\n"
    "3. Politirådet er nyttig, og vi kan sette av en halv stilling til forebygging.\n"
    "4. Politiet bør være mer synlig, og telefonen må besvares raskere enn i dag.\n"
    "5. Ja, vi ønsker et nytt tjenestested og kan tilby lokaler i rådhuset i {place}.\n\n"
    "Med hilsen\n{signed}\nordfører i {name}"
)


def sent(name: str, place: str, date: str, signed: str) -> str:
    return TEXT.format(name=name, place=place, date=date, signed=signed)


RANA = sent("Rana", "Mo i Rana", "24. mai 2022", "Kari Nordmann")
HEMNES = sent("Hemnes", "Korgen", "25.05.2022", "Ola Nordmann")
OTHER = (
    "1. Skredfare og stengte veier er det vi frykter mest, sammen med brann i gamle trehus.\n"
    "2. Vi er godt fornøyd med både folk og kontorer, og har ingen merknader til det.\n"
    "3. Brannvesenet og politiet øver sammen hver vår, og det vil vi fortsette med.\n"
    "4. Åpningstiden på kontoret bør utvides med en ettermiddag i uka.\n5. Nei."
)


def test_the_same_text_from_several_senders_is_found_whatever_each_has_signed() -> None:
    assert same_text({"a": RANA, "b": HEMNES, "c": OTHER}) == [("a", "b")]


def test_line_breaks_and_small_corrections_do_not_matter() -> None:
    wrapped = HEMNES.replace(" og ", "\nog ").replace("for lang om natta", "altfor lang om natta")
    assert same_text({"a": RANA, "b": wrapped}) == [("a", "b")]


def test_one_of_them_may_add_a_sentence_of_its_own() -> None:
    added = HEMNES.replace(
        "\n\nMed hilsen", " Kommunestyresalen kan leies ut til politiet.\n\nMed hilsen"
    )
    assert same_text({"a": RANA, "b": added, "c": OTHER}) == [("a", "b")]


def test_answers_that_share_only_short_parts_are_not_the_same() -> None:
    shared = f"{OTHER}\n5. Nei."
    assert same_text({"a": RANA.replace("5. Ja", "5. Nei. Ja"), "b": shared, "c": "5. Nei."}) == []


def test_short_answers_are_never_a_joint_text() -> None:
    assert same_text({"a": "Ingen merknader.", "b": "Ingen merknader."}) == []
    assert same_text({"a": "\n".join(ANSWERS[:2]), "b": "\n".join(ANSWERS[:2])}) == []


def test_a_text_with_an_opposite_answer_is_another_text() -> None:
    opposite = HEMNES.replace(
        "5. Ja, vi ønsker et nytt tjenestested og kan tilby lokaler i rådhuset i Korgen.",
        "5. Nei, vi trenger ikke noe tjenestested, og har heller ingen hus å leie ut til politiet.",
    )
    assert same_text({"a": RANA, "b": opposite}) == []


def test_a_chain_of_changes_makes_no_group_of_strangers() -> None:
    words = RANA.split("\n")
    texts = {"a": RANA, "b": "\n".join(words[:-5]), "c": "\n".join(words[:-7])}
    for group in same_text(texts):
        assert group != ("a", "b", "c")


def test_many_copies_are_one_group() -> None:
    copies = {
        f"{i:03}": sent(f"Kommune{i}", "Sted", "24.05.2022", "Ola Nordmann") for i in range(298)
    }
    assert same_text(copies) == [tuple(sorted(copies))]
