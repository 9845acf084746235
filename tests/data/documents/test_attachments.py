"""An attachment is read as part of the answer it was saved with, and of no other."""

import unicodedata

import polars as pl
import pytest

from tests.data.documents.conftest import Desk
from tests.data.documents.papers import mail, packed, pdf, run, word
from tests.data.saved import page, paragraphs

OWN = "Kommunestyret i Oppdiktet har vedtatt at politiet må være til stede hver eneste dag."
OTHER = "Formannskapet her mener at dagens ordning er god, og ber om at den får fortsette uendret."
LONG = "Vi viser til brevet, og har hatt saken til behandling i flere møter denne våren. " * 10


def link(name: str, number: int = 1) -> str:
    return f'<a href="/Download/?vedleggId={number}">{name} (PDF, 12 kB)</a>'


def save_page(
    desk: Desk, name: str, who: str, body: str, links: str, uid: str = "0a1b2c3d"
) -> None:
    desk.save(name, page(who, paragraphs(body), links=links, uid=uid))


def whole(desk: Desk) -> list[str]:
    return sorted(desk.texts().values())


@pytest.mark.parametrize(
    "body", ["Se vedlegg.", LONG.strip(), "Svaret følger.", LONG + "Se vedlegg."]
)
def test_the_answer_in_an_attachment_counts_whatever_the_body_says(desk: Desk, body: str) -> None:
    save_page(desk, "rana.html", "Rana kommune", body, link("Svar.pdf"))
    desk.save("Svar.pdf", pdf(OWN))
    assert desk.run().written == ("rana.html",)
    assert whole(desk) == [f"{body.strip()}\n\n{OWN}"]


@pytest.mark.parametrize("address", ["vedlegg/v%C3%A5rt svar.pdf", "./vedlegg/vårt svar.pdf?v=2"])
def test_a_link_to_a_paper_saved_beside_the_page_is_an_attachment(desk: Desk, address: str) -> None:
    links = f'<p><a href="{address}">Uttalelsen</a></p>'
    save_page(desk, "rana.html", "Rana kommune", LONG.strip(), links)
    desk.save("vedlegg/vårt svar.pdf", pdf(OWN))
    assert desk.run().written == ("rana.html",)
    assert whole(desk) == [f"{LONG.strip()}\n\n{OWN}"]


def test_a_link_to_a_paper_elsewhere_is_no_attachment(desk: Desk) -> None:
    links = '<p><a href="https://lovdata.no/lov.pdf">Loven</a> <a href="/plan.pdf">Planen</a></p>'
    save_page(desk, "rana.html", "Rana kommune", OWN, links)
    desk.run()
    assert "vedlegget" not in desk.told("rana.html")


def test_two_attachments_follow_each_other(desk: Desk) -> None:
    save_page(desk, "rana.html", "Rana kommune", "Se to.", link("En.pdf") + link("To.docx", 2))
    desk.save("En.pdf", pdf(OWN))
    desk.save("To.docx", word(run(OTHER)))
    desk.run()
    assert whole(desk) == [f"Se to.\n\n{OWN}\n\n{OTHER}"]


def test_attachments_of_one_name_go_each_with_the_page_in_their_folder(desk: Desk) -> None:
    for folder, who, uid, text in (
        ("a", "Rana kommune", "aaaa0000", OWN),
        ("b", "Luster kommune", "bbbb0000", OTHER),
    ):
        save_page(desk, f"{folder}/svar.html", who, "Se vedlegg.", link("Svar.pdf"), uid)
        desk.save(f"{folder}/Svar.pdf", pdf(text))
    desk.run()
    names = dict(desk.table("innspill").select("kilde", "avsender").iter_rows())
    said = {names[kilde]: text for kilde, text in desk.texts().items()}
    assert said == {
        "Rana kommune": f"Se vedlegg.\n\n{OWN}",
        "Luster kommune": f"Se vedlegg.\n\n{OTHER}",
    }


def test_an_attachment_in_another_folder_is_not_taken_for_ones_own(desk: Desk) -> None:
    save_page(desk, "a/svar.html", "Rana kommune", "Se vedlegg.", link("Svar.pdf"))
    desk.save("b/Svar.pdf", pdf(OTHER))
    desk.run()
    assert "«Svar.pdf», som ikke er i mappen" in desk.told("a/svar.html")
    assert whole(desk) == sorted(["Se vedlegg.", OTHER])


def test_a_file_two_pages_may_mean_goes_to_the_one_its_sender_wrote(desk: Desk) -> None:
    save_page(desk, "1.html", "Rana kommune", "Se vedlegg.", link("Svar.pdf"), "aaaa0000")
    save_page(desk, "2.html", "Luster kommune", "Se vedlegg.", link("Svar.pdf"), "bbbb0000")
    desk.save("Svar.pdf", word(run("Luster kommune"), run(OTHER)))
    desk.save("Svar (1).pdf", word(run("Rana kommune"), run(OWN)))
    desk.run()
    names = dict(desk.table("innspill").select("kilde", "avsender").iter_rows())
    said = {names[kilde]: text.splitlines()[-1] for kilde, text in desk.texts().items()}
    assert said == {"Rana kommune": OWN, "Luster kommune": OTHER}


def test_a_file_two_pages_may_mean_and_nobody_signed_is_given_to_neither(desk: Desk) -> None:
    save_page(desk, "1.html", "Rana kommune", "Se vedlegg.", link("Svar.pdf"), "aaaa0000")
    save_page(desk, "2.html", "Luster kommune", "Se vedlegg.", link("Svar.pdf"), "bbbb0000")
    desk.save("Svar.pdf", pdf(OTHER))
    desk.run()
    assert whole(desk) == sorted(["Se vedlegg.", "Se vedlegg.", OTHER])
    for name in ("1.html", "2.html"):
        assert "kan høre til flere sider" in desk.told(name)


@pytest.mark.parametrize(
    ("saved", "linked"),
    [
        (unicodedata.normalize("NFD", "Svar på brev.pdf"), "Svar på brev.pdf"),
        ("Svar på brev (1).pdf", "Svar på brev.pdf"),
        ("SVAR PÅ BREV.PDF", "Svar på brev.pdf"),
        ("Svar_på_brev.pdf", "Svar på brev.pdf"),
        ("Svar på brev - Kopi.pdf", "Svar på brev"),
    ],
)
def test_names_are_compared_as_people_see_them(desk: Desk, saved: str, linked: str) -> None:
    save_page(desk, "rana.html", "Rana kommune", "Se vedlegg.", link(linked))
    desk.save(saved, pdf(OWN))
    desk.run()
    assert whole(desk) == [f"Se vedlegg.\n\n{OWN}"]


@pytest.mark.parametrize("folder", ["rana_files", "rana_filer", "rana", "vedlegg"])
def test_a_folder_beside_the_page_holds_its_attachments(desk: Desk, folder: str) -> None:
    save_page(desk, "rana.html", "Rana kommune", "Se vedlegg.", link("Svar.pdf"))
    desk.save(f"{folder}/Svar.pdf", pdf(OWN))
    desk.save("rana_files/stil.css", "a{}")
    desk.save("rana_files/logo.png", b"\x89PNG\r\n\x1a\n")
    done = desk.run()
    assert whole(desk) == [f"Se vedlegg.\n\n{OWN}"]
    assert not any("stil.css" in each.fil or "logo" in each.fil for each in done.remarks)
    assert not any("ikke er i mappen" in str(each) for each in done.remarks)


def test_what_an_e_mail_carries_is_part_of_it_and_what_it_passes_on_is_not(desk: Desk) -> None:
    desk.save("brev.eml", mail("Svar følger.", "Rana <p@rana.example>", {"s.docx": word(run(OWN))}))
    passed = {
        "en.eml": mail(OWN, "Rana kommune <p@rana.example>"),
        "to.eml": mail(OTHER, "Luster kommune <p@luster.example>"),
    }
    desk.save("videre.eml", mail("To svar.", "Statsforvalteren <p@sf.example>", passed))
    desk.run()
    assert whole(desk) == sorted([f"Svar følger.\n\n{OWN}", OWN, OTHER, "To svar."])


def test_a_letter_that_is_also_on_the_page_is_read_once_and_accounted_for(desk: Desk) -> None:
    letter = LONG + OWN
    save_page(desk, "rana.html", "Rana kommune", letter, link("Svar.pdf"))
    desk.save("Svar.pdf", word(run(letter)))
    desk.run()
    assert whole(desk) == [letter]
    row = desk.table("regnskap").row(by_predicate=pl.col("fil") == "Svar.pdf", named=True)
    assert (row["plassert"], row["tegn_inn"]) == ("0", row["utelatt"])
    assert "samme tekst som i «rana.html»" in row["grunn"]


def test_an_attachment_that_cannot_be_read_is_told_on_the_page(desk: Desk) -> None:
    save_page(desk, "rana.html", "Rana kommune", "Se vedlegg.", link("Svar.pdf"))
    desk.save("Svar.pdf", b"%PDF-1.7 nei")
    desk.run()
    assert "«Svar.pdf», som ikke lot seg lese" in desk.told("rana.html")
    assert "skadet" in desk.told("Svar.pdf")


def test_a_zip_of_pages_is_a_folder_of_pages(desk: Desk) -> None:
    html = page("Rana kommune", paragraphs("Se vedlegg."), links=link("Svar.pdf"))
    desk.save("alt.zip", packed({"rana/svar.html": html.encode(), "rana/Svar.pdf": pdf(OWN)}))
    desk.run()
    assert whole(desk) == [f"Se vedlegg.\n\n{OWN}"]


def test_a_zip_that_an_e_mail_carries_is_not_missed(desk: Desk) -> None:
    inside = packed({"svar/brev.pdf": pdf(OWN)})
    desk.save("svar.eml", mail("Se vedlegg.", "Rana kommune <a@b.example>", {"svar.zip": inside}))
    assert desk.run().written == ("svar.eml",)
    assert OWN in whole(desk)[0]
    assert "ikke er i mappen" not in desk.told("svar.eml")


def test_a_zip_saved_beside_the_page_belongs_to_it_with_all_that_is_in_it(desk: Desk) -> None:
    save_page(desk, "rana.html", "Rana kommune", "Se vedlegg.", link("Samlet svar.zip"))
    desk.save("samlet_svar (1).zip", packed({"en.pdf": pdf(OWN), "to/to.docx": word(run(OTHER))}))
    assert desk.run().written == ("rana.html",)
    assert OWN in whole(desk)[0]
    assert OTHER in whole(desk)[0]


def test_a_zip_of_another_name_is_nobodys_attachment(desk: Desk) -> None:
    save_page(desk, "rana.html", "Rana kommune", OWN, link("Svar.zip"))
    desk.save("alle.zip", packed({"en.pdf": pdf(OTHER)}))
    desk.run()
    assert "ikke er i mappen" in desk.told("rana.html")
