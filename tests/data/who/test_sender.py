"""Who sent a letter is read where letters say it, and what only names somebody never counts."""

import pytest

from data.documents.document import Document
from data.documents.who import Register, Sender, sender_of
from tests.data.who.letters import BODY, kommune, letter, page

ORKLAND = (
    f"ORKLAND KOMMUNE\nPostboks 83, 7301 Orkanger\n\n{BODY}\nLegevakta drives med Rindal kommune."
)


def test_the_letterhead_goes_before_a_neighbour_in_the_text(names: Register) -> None:
    found = sender_of(letter(ORKLAND), names)
    assert found == Sender("ORKLAND KOMMUNE", "kommune", ("5059",), "brevhodet")


@pytest.mark.parametrize(
    "neighbour",
    [
        "Samarbeidet med Rindal kommune\nLegevakta er felles.",
        "Rindal kommune har lensmannskontor, og det deler vi.",
        "I dag drives legevakta av oss og\nRindal kommune. Den er god.",
        "Heim kommune og Rindal kommune er våre naboer.",
        "Forholdet til Rindal kommune",
        "Legevakt i Rindal kommune",
    ],
)
def test_a_sender_in_the_page_header_goes_before_a_neighbour_in_the_text(
    names: Register, neighbour: str
) -> None:
    text = f"Svar på brev 22/535\n\n{neighbour}\n\n{BODY}"
    found = sender_of(letter(text, page_header="Orkland kommune\nSak 12/22"), names)
    assert (kommune(found), found.reason) == (("kommune", ("5059",)), "toppteksten")


def test_a_repeated_head_that_was_taken_out_of_the_text_still_tells(names: Register) -> None:
    text = f"Innspill til departementet\n\n{BODY}\nVi samarbeider med Rindal kommune.\n"
    found = sender_of(letter(text, head=f"Orkland kommune\n{text}"), names)
    assert (kommune(found), found.reason) == (("kommune", ("5059",)), "brevhodet")


def test_a_pages_title_goes_before_everything(names: Register) -> None:
    found = sender_of(page("Luster kommune", f"{BODY}\nMed hilsen\nLuster kommune"), names)
    assert found == Sender("Luster kommune", "kommune", ("4644",), "tittelen på siden")


@pytest.mark.parametrize(
    "signed",
    [
        "Med hilsen\n\nKari Strand\nordfører i Luster kommune",
        "Med vennleg helsing\nfor Luster kommune\n\nKari Lund\nkommunedirektør",
        "Vennlig hilsen\nLuster kommune\nKommunedirektøren",
        "Mvh\nOle Time\nOrdførar, Luster kommune\n\nKopi til:\nÅrdal kommune\nLærdal kommune",
        "Helsing\nOrdføraren i Luster\n\nVidaresend til\nSogndal kommune",
        "Gaupne, 3. juni 2022\n\nOla Nordmann\nordførar i Luster",
        "Med helsing\nluster kommune",
    ],
)
def test_a_letter_without_a_head_is_its_signers(names: Register, signed: str) -> None:
    found = sender_of(letter(f"{BODY}\n{BODY}\n{signed}", head="Innspill\n"), names)
    assert (kommune(found), found.reason) == (("kommune", ("4644",)), "signaturen")


@pytest.mark.parametrize(
    "fil",
    ["hemnes_kommune_svar.pdf", "Høringssvar-fra-HemnesKommune.pdf", "Hemnes kommune/svar 1.pdf"],
)
def test_a_file_or_its_folder_is_named_after_the_sender(names: Register, fil: str) -> None:
    found = sender_of(letter(fil=fil), names)
    assert (kommune(found), found.reason) == (("kommune", ("1832",)), "filnavnet")


@pytest.mark.parametrize(
    ("fil", "number"),
    [
        ("Horingssvar_Nord-Odal.pdf", "3414"),
        ("soer-aurdal.docx", "3449"),
        ("hoeyringsuttale Sor-Fron.pdf", "3438"),
    ],
)
def test_a_file_name_without_our_letters_is_a_name_in_doubt(
    names: Register, fil: str, number: str
) -> None:
    found = sender_of(letter(fil=fil), names)
    assert kommune(found) == ("kommune", (number,))
    assert "kontroller" in found.doubt


def test_a_file_that_is_named_after_a_place_alone_is_in_doubt(names: Register) -> None:
    found = sender_of(letter(fil="Svar fra Hemnes 31.05.2022.pdf"), names)
    assert kommune(found) == ("kommune", ("1832",))
    assert "kontroller" in found.doubt


def test_an_e_mail_tells_by_its_name_or_its_address(names: Register) -> None:
    for sender in ("Postmottak Hemnes kommune <post@x.example>", "<post@hemnes.kommune.no>"):
        found = sender_of(letter(fil="svar.eml", mail_from=sender), names)
        assert (kommune(found), found.reason) == (("kommune", ("1832",)), "e-posthodet")


def test_a_persons_e_mail_from_a_municipality_is_in_doubt(names: Register) -> None:
    mail = "Kari Nordmann <kari@nordrefollo.kommune.no>"
    found = sender_of(letter(fil="svar.eml", mail_from=mail), names)
    assert kommune(found) == ("kommune", ("3020",))
    assert "en person" in found.doubt


@pytest.mark.parametrize(
    "head",
    [
        "Fra: Hemnes kommune\nTil: Justisdepartementet\nKopi: Rana kommune",
        "Justis- og beredskapsdepartementet\nPostboks 8005 Dep\n0030 Oslo\n\nHemnes kommune",
        "Høringsuttalelse fra Hemnes kommune – lokalt politi",
        "Uttale frå Hemnes kommune",
        "H E M N E S  K O M M U N E",
        "Hemnes kommune      Dato: 24.05.2022      Vår ref: 22/123",
        "Kommune: Hemnes",
        "SENTRALADMINISTRASJONEN\nHemnes kommune\nArkivsak 22/400",
        "Til\nRana kommune\nPostboks 173\n8601 Mo i Rana\n\nFra Hemnes kommune: svar på brev",
    ],
)
def test_letterheads_of_many_kinds_are_understood(names: Register, head: str) -> None:
    found = sender_of(letter(f"{head}\n\n{BODY}"), names)
    assert kommune(found) == ("kommune", ("1832",))
    assert found.reason == "brevhodet"


def test_organs_a_case_went_through_are_not_its_sender(names: Register) -> None:
    text = (
        "Hemnes kommune\nSaksframlegg\n\nSaksnr Utvalg Møtedato\n12/22 Eldrerådet 10.05.2022\n"
        f"13/22 Ungdomsrådet 11.05.2022\n22/22 Kommunestyret 24.05.2022\n\n{BODY}"
    )
    found = sender_of(letter(text), names)
    assert (found.avsender, kommune(found), found.doubt) == (
        "Hemnes kommune",
        ("kommune", ("1832",)),
        "",
    )


def test_an_organ_without_a_place_gets_it_from_the_letterhead(names: Register) -> None:
    document = letter(f"Hemnes kommune\n\n{BODY}", title="Kommunedirektøren")
    assert kommune(sender_of(document, names)) == ("kommune", ("1832",))


@pytest.mark.parametrize(
    "document",
    [
        letter(f"Rana kommune\n\n{BODY}", fil="Hemnes kommune.pdf"),
        letter(f"Rana kommune\n\n{BODY}", mail_from="post@hemnes.kommune.no"),
        letter(f"Rana kommune\n\n{BODY}", page_header="Hemnes kommune"),
        letter(f"Rana kommune\n\n{BODY}\n\nMed hilsen\nHemnes kommune"),
    ],
)
def test_places_that_disagree_are_told(names: Register, document: Document) -> None:
    found = sender_of(document, names)
    assert found.kommunenumre == ("1833",)
    assert "Hemnes kommune" in found.doubt


@pytest.mark.parametrize(
    "document",
    [
        letter(f"Orkland kommune\n\n{BODY}", fil="Notat om Rindal kommune.pdf"),
        letter(BODY, page_header="Nytt fra Rindal kommune", fil="Orkland kommune.pdf"),
    ],
)
def test_what_only_mentions_another_municipality_is_no_doubt(
    names: Register, document: Document
) -> None:
    found = sender_of(document, names)
    assert (found.kommunenumre, found.doubt) == (("5059",), "")


@pytest.mark.parametrize(
    ("says", "numbers"),
    [
        ("Herøy kommune (Nordland) svarer.", ("1818",)),
        ("Herøy kommune i Møre og Romsdal svarer.", ("1515",)),
        # Both of the name, and neither.
        ("Vi, Herøy (Nordland), er ikke Herøy (Møre og Romsdal).", ()),
        ("Herøy kommune svarer.", ()),
        # Another that shares its name with somebody.
        ("Våler kommune (Innlandet) svarer for seg.", ()),
    ],
)
def test_the_county_in_the_text_tells_which_of_two_only_where_it_names_one(
    names: Register, says: str, numbers: tuple[str, ...]
) -> None:
    found = sender_of(page("Herøy", f"{says}\n{BODY}"), names)
    assert kommune(found) == ("kommune" if numbers else "annet", numbers)
    assert "kontroller" in found.doubt if numbers else "1515, 1818" in found.doubt


def test_who_says_for_whom_she_answers_is_not_doubted_when_the_head_says_the_same(
    names: Register,
) -> None:
    head = "Rana kommune og Hemnes kommune"
    text = f"{head}\n\nPå vegne av Rana kommune og Hemnes kommune svarer vi.\n{BODY}"
    found = sender_of(letter(text), names)
    assert (kommune(found), found.doubt) == (("kommune", ("1832", "1833")), "")


def test_a_scanned_name_is_read_with_a_doubt(names: Register) -> None:
    found = sender_of(letter(f"Snåsa kornmune\nPostboks 1\n\n{BODY}"), names)
    assert kommune(found) == ("kommune", ("5041",))
    assert "lest som «Snåsa»" in found.doubt


def test_two_letters_that_a_scan_ran_together_are_read(names: Register) -> None:
    found = sender_of(letter(f"STORD KOMMIJNE\nPostboks 1\n\n{BODY}"), names)
    assert (kommune(found), bool(found.doubt)) == (("kommune", ("4614",)), True)


def test_a_file_that_says_nothing_is_told(names: Register) -> None:
    assert "ikke gjenkjent" in sender_of(letter("", fil="scan_0001.pdf"), names).doubt


@pytest.mark.parametrize(
    ("document", "shown"),
    [
        (page("Rælingen kommune (uten merknader)"), "Rælingen kommune"),
        (page("Høringssvar fra Rana kommune"), "Rana kommune"),
        (letter(f"Vefsn kommune, postboks 560, 8651 Mosjøen\n\n{BODY}"), "Vefsn kommune"),
        (letter(f"Åmli kommune – kvalitet og nærhet\n\n{BODY}"), "Åmli kommune"),
        (letter(f"Herøy kommune (Nordland)\n\n{BODY}"), "Herøy kommune (Nordland)"),
        (letter(f"Rana og Hemnes kommuner, felles svar\n\n{BODY}"), "Rana og Hemnes kommuner"),
        (letter(fil="2022-05-31 Rana kommune - svar.pdf"), "Rana kommune"),
    ],
)
def test_what_stands_around_a_name_is_no_part_of_it(
    names: Register, document: Document, shown: str
) -> None:
    assert sender_of(document, names).avsender == shown


@pytest.mark.parametrize(("times", "doubted"), [(1, False), (2, True)])
def test_a_letter_of_one_who_says_i_again_and_again_is_doubted(
    names: Register, times: int, doubted: bool
) -> None:
    own = "Jeg håper på politi her.\n" * times
    found = sender_of(letter(f"ORKLAND KOMMUNE\n\n{BODY}\n{own}\nMed hilsen\nKari Strand\n"), names)
    assert kommune(found) == ("kommune", ("5059",))
    assert ("jeg-form" in found.doubt) == doubted


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        ("GULEN K0MMUNE", "Gulen kommune"),
        ("Snåasen tjïelte", "Snåasen tjïelte – Snåsa kommune"),
        ("Guovdageainnu suohkan", "Guovdageainnu suohkan – Kautokeino kommune"),
        ("Unjárgga gielda / Nesseby kommune", "Unjárgga gielda / Nesseby kommune"),
        ("ORKLAND KOMMUNE", "ORKLAND KOMMUNE"),
    ],
)
def test_a_sender_is_shown_so_that_a_reader_knows_the_municipality(
    names: Register, head: str, shown: str
) -> None:
    assert sender_of(letter(f"{head}\n\n{BODY}"), names).avsender == shown


@pytest.mark.parametrize("council", ["Valdresrådet", "Hallingtinget", "Fosenregionen"])
def test_a_council_is_known_by_whom_it_speaks_for(names: Register, council: str) -> None:
    text = f"{council}\n23.05.2022\n\n{council} uttaler seg på vegne av kommunene Vang og Etnedal."
    found = sender_of(letter(f"{text}\n\n{BODY}", fil="svar_1.pdf"), names)
    assert (found.avsender, kommune(found)) == (
        council,
        ("interkommunalt_raad", ("3450", "3454")),
    )
    assert found.doubt


def test_a_body_within_a_municipality_is_no_council(names: Register) -> None:
    text = f"Eldrerådet\n\nVi uttaler oss på vegne av kommunene Vang og Etnedal.\n\n{BODY}"
    assert sender_of(letter(text, fil="svar_1.pdf"), names).avsendertype != "interkommunalt_raad"


def test_a_council_that_speaks_for_one_alone_is_no_council(names: Register) -> None:
    text = f"Valdresrådet\n\nValdresrådet uttaler seg på vegne av kommunen Vang.\n\n{BODY}"
    found = sender_of(letter(text, fil="svar_1.pdf"), names)
    assert found.avsendertype != "interkommunalt_raad"
