"""Papers as validators see them: Office files without a fault, PDF by what can be checked of UA-1.

Two validators of PDF/UA check what a machine can of the standard between them, and Typst itself
refuses to write a document that breaks the rest it knows of. veraPDF is in no registry we may use.
"""

from pathlib import Path
from typing import Any

import pdfua
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from pages.parts.papers.briefing import Briefing, briefing
from pages.parts.papers.pdf import to_pdf
from pages.parts.papers.presentation import to_pptx
from pages.parts.papers.sheets import municipality_pdf
from pages.parts.papers.sides import SIDES
from pages.parts.papers.word import to_docx
from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader
from tests.pages.test_papers_numbers import ORIGIN


@pytest.fixture(params=["oversikt", "tilgjengelighet", "tjenestesteder", "politidistrikt"])
def paper(request: pytest.FixtureRequest, demo: Reader) -> Briefing:
    """Return briefings that together hold every kind of chart, table and picture."""
    return briefing(demo.having(distrikt=("Nordland",)), request.param, ORIGIN)


@pytest.fixture(scope="module")
def office() -> OpenXmlValidator:
    """Return what knows the schemas, which takes a while to learn."""
    return OpenXmlValidator(FileFormat.MICROSOFT_365)


@pytest.mark.parametrize(("write", "form"), [(to_pptx, "pptx"), (to_docx, "docx")])
def test_office_opens_it_without_repair(
    write: type, form: str, paper: Briefing, office: OpenXmlValidator, tmp_path: Path
) -> None:
    file = tmp_path / f"notat.{form}"
    file.write_bytes(write(paper))
    found = office.validate(str(file))
    assert not [str(error) for error in found.errors]
    assert found.is_valid


def test_the_pdf_passes_what_a_machine_can_check(
    paper: Briefing, demo: Reader, tmp_path: Path
) -> None:
    sheet = municipality_pdf(demo.having(kommune="1804"), ORIGIN)
    for name, data in (("notat", to_pdf(paper)), ("kommune", sheet)):
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(data)
        report = pdfua.validate(str(file))
        assert not list(report.findings)


# The foot of a page is no part of the text, which has the same words at its head; and a finding
# that is mostly numbers is language all the same.
HEEDED_NOT = {"TAG-002", "FIG-012"}


@pytest.mark.parametrize("side", SIDES)
def test_every_pdf_passes_another_that_also_listens(
    side: str, demo: Reader, tmp_path: Path
) -> None:
    outloud: Any = pytest.importorskip("outloud", reason="see requirements-dev.txt")
    reader = demo.having(q="vold", kommune="1833", lang="nn")
    speak("nn")
    made = {"notat": to_pdf(briefing(reader, side, ORIGIN))}
    if side == "kommune":
        made["ark"] = municipality_pdf(reader, ORIGIN)
    speak("")
    for name, data in made.items():
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(data)
        result = outloud.check(str(file))
        found = [f for f in result.findings if f.severity != "info" and f.rule not in HEEDED_NOT]
        assert not found
        # It looked at the whole of it.
        assert result.error is None
        assert sum(rule.outcome == "pass" for rule in result.runs) > 40
