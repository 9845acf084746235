"""Which invented letters lie in data/demo/brev, by the names they are saved under."""

from typing import Final

from data.paths import DATA
from tests.brev import office, pages, papers, word
from tests.brev.texts import paragraphs, text

BREV: Final = DATA / "demo" / "brev"
_QUESTIONS: Final = (
    "Spørsmål 1: Utfordringer",
    "Spørsmål 2: Tilfredshet",
    "Spørsmål 3: Samarbeid og ressurser",
    "Spørsmål 4: Tilgjengelighet",
    "Spørsmål 5: Nytt tjenestested",
)
_TOLGA: Final = (
    "DEMODATA, oppdiktet. Villmark, hyttefolk og rusproblemer.",
    "Kommunen er delvis tilfreds. Bemanningen er sårbar.",
    "Politirådet er nyttig. Kommunen har ingen midler å sette av.",
    "Fast kontordag i kommunehuset.",
    "Nei.",
)
_HOLE: Final = (
    "DEMODATA, oppdiktet. Innbrudd, ulykker på E16 og bedrageri på nett.",
    "Ja, kommunen er tilfreds med strukturen. Bemanningen er for lav.",
    "Felles SLT med nabokommunene.",
    "Mer synlig politi. Telefon som i dag.",
    "Nei, kommunen ønsker ikke et nytt tjenestested.",
)


def letters() -> dict[str, bytes]:
    """Return every file of the folder but its README, by name; some names have a folder first."""
    return _pages() | _papers() | _office()


def _pages() -> dict[str, bytes]:
    somna, hjartdal = paragraphs("somna"), paragraphs("hjartdal")
    attached = "Særutskrift sak 31-22.pdf"
    listed = [("Kommune", "Sømna kommune"), ("Kommune", "Hjartdal kommune")]
    written = {
        "Høringssvar fra Sømna kommune.html": pages.answer(
            "Sømna kommune",
            "25.05.2022",
            pages.article(somna[:1], somna[1:]),
            uid="0000de01",
        ),
        "Høyringssvar frå Hjartdal kommune.html": pages.answer(
            "Hjartdal kommune",
            "31.05.2022",
            pages.article(hjartdal) + pages.attachment(attached),
            uid="0000de02",
            heading="Høyringssvar frå",
        ),
        "Høringssvar fra Eldrerådet i Sømna kommune.html": pages.answer(
            "Eldrerådet i Sømna kommune",
            "09.06.2022",
            pages.article(paragraphs("eldreraad")),
            uid="0000de03",
        ),
        "Brev til kommunene – liste over svar.html": pages.listing(listed),
    }
    os = pages.answer(
        "Os kommune (Innlandet)", "01.06.2022", pages.article(paragraphs("os")), uid="0000de04"
    )
    decision = papers.letter(text("hjartdal_vedtak"), "Hjartdal kommune – DEMODATA")
    return {name: page.encode() for name, page in written.items()} | {
        f"Høyringssvar frå Hjartdal kommune_files/{attached}": decision,
        "Høringssvar fra Os kommune.mhtml": pages.in_one_file(os),
    }


def _papers() -> dict[str, bytes]:
    whole = papers.letter(text("rakkestad"), "Rakkestad kommune – sak 22/100 – DEMODATA")
    return {
        "Innspill Rakkestad.pdf": whole,
        "Skjema fra Tolga.pdf": papers.form("Tolga kommune – DEMODATA", _QUESTIONS, _TOLGA),
        "Meløy, side 2 skannet.pdf": papers.scanned(
            text("meloy_tekst"), text("meloy_skannet"), "DEMODATA"
        ),
        "Modum, sperret for kopiering.pdf": papers.locked(
            text("modum"), "Modum kommune – 3316 – DEMODATA"
        ),
        # Half a file, as when a download was cut short.
        "Ødelagt fil.pdf": papers.letter(text("odelagt"), "DEMODATA")[:2000],
    }


def _office() -> dict[str, bytes]:
    nesseby = word.plain(paragraphs("nesseby"), "Unjárgga gielda – Nesseby kommune")
    together = word.plain(paragraphs("felles"))
    hole = office.workbook("Hole kommune – DEMODATA", tuple(zip(_QUESTIONS, _HOLE, strict=True)))
    grane = office.mail(
        "Postmottak Grane kommune <post@grane.example>",
        text("grane_epost"),
        "Svar fra kommunen.docx",
        word.plain(paragraphs("grane")),
    )
    lierne = office.mail("Lierne kommune <post@lierne.example>", text("lierne"))
    packed = {
        "Våler (Viken) kommune.txt": text("vaaler").encode(),
        "Herøy kommune (Nordland).docx": word.plain(paragraphs("heroy")),
    }
    return {
        "Nome med sporede endringer.docx": word.rich(),
        "Unjárgga gielda – Nesseby kommune.docx": nesseby,
        "Felles svar fra tre kommuner.docx": together,
        "Brev fra ordføreren i Lund.rtf": office.rtf(text("lund")),
        "Uttale frå Bykle.odt": office.odt(paragraphs("bykle")),
        "Svar fra Råde (Windows-1252).txt": text("rade").replace("\n", "\r\n").encode("cp1252"),
        "Svar fra Træna (UTF-16).txt": text("trana").replace("\n", "\r\n").encode("utf-16"),
        "Svar fra Grane.eml": grane.as_bytes(),
        "Svar fra Lierne.msg": office.outlook(lierne),
        "Svar fra Hole.xlsx": hole,
        "Samlet innsending.zip": office.archive(packed),
    }
