"""A Word file is read as it looks with all changes accepted: nothing twice, nothing gone."""

from collections.abc import Mapping

import pytest

from data.documents.document import LeftOut
from data.documents.reading.limits import Unreadable
from data.documents.reading.word import DELETED, HEADS, HIDDEN, MOVED, PROMPTS, read_word
from tests.data.documents.papers import balances, box, numbered, packed, run, word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def text_of(*paragraphs: str) -> str:
    found = read_word(word(*paragraphs), "svar.docx")
    assert balances(found)
    return found.text


def why(content: bytes) -> dict[str, int]:
    return {each.reason: each.characters for each in read_word(content, "svar.docx").left_out}


def bare(inside: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file with only the body `inside` and `parts`, none of a template's."""
    body = f"<w:document {W}><w:body>{inside}</w:body></w:document>"
    whole = {"[Content_Types].xml": "", "word/document.xml": body, **(parts or {})}
    return packed({name: xml.encode() for name, xml in whole.items()})


def test_a_text_box_is_read_once() -> None:
    assert text_of(run("Over.") + box("I boksen."), run("Under.")) == "Over.\nI boksen.\nUnder."


def test_a_text_box_that_only_old_word_can_draw_is_read() -> None:
    old = f"<w:r><w:pict><v:textbox><w:txbxContent><w:p>{run('Gammel')}</w:p></w:txbxContent>"
    assert text_of(f"{old}</v:textbox></w:pict></w:r>") == "Gammel"


def test_a_moved_sentence_stands_where_it_was_moved_to() -> None:
    content = word(
        f"<w:moveFrom w:id='1'>{run('Flyttet.')}</w:moveFrom>{run('Først.')}",
        f"{run('Sist.')}<w:moveTo w:id='2'>{run(' Flyttet.')}</w:moveTo>",
    )
    assert read_word(content, "svar.docx").text == "Først.\nSist. Flyttet."
    assert why(content) == {MOVED: len("Flyttet.")}


def test_deleted_text_is_gone_and_told_and_inserted_text_stands() -> None:
    deleted = "<w:del w:id='1'><w:r><w:delText>ikke </w:delText></w:r></w:del>"
    inserted = f"<w:ins w:id='2'>{run('svært ')}</w:ins>"
    content = word(f"{run('Vi er ')}{deleted}{inserted}{run('tilfreds.')}")
    found = read_word(content, "svar.docx")
    assert found.text == "Vi er svært tilfreds."
    assert any(DELETED in note for note in found.notes)
    assert balances(found)


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    joined = f"<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{run('Slått ')}"
    assert text_of(joined, run("sammen.")) == "Slått sammen."


def test_a_deleted_row_of_a_table_is_gone() -> None:
    row = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc><w:p>{run('Bort')}</w:p></w:tc></w:tr>"
    content = bare(f"<w:p>{run('Blir')}</w:p><w:tbl>{row}</w:tbl>")
    assert read_word(content, "x.docx").text == "Blir"
    assert why(content) == {DELETED: 4}


@pytest.mark.parametrize("hidden", ["<w:vanish/>", '<w:vanish w:val="1"/>'])
def test_hidden_text_is_left_out_and_told(hidden: str) -> None:
    content = word(run("Synlig.") + run("Skjult.", hidden))
    found = read_word(content, "svar.docx")
    assert (found.text, why(content)) == ("Synlig.", {HIDDEN: len("Skjult.")})
    assert any(HIDDEN in note for note in found.notes)


def test_text_that_a_style_hides_is_hidden_and_what_is_switched_off_is_not() -> None:
    style = '<w:style w:styleId="Skjult" w:type="character"><w:rPr><w:vanish/></w:rPr></w:style>'
    styled = run("Borte.", "<w:rStyle w:val='Skjult'/>")
    switched = run("Synlig.", "<w:vanish w:val='0'/>")
    xml = f"<w:p>{styled}{switched}</w:p>"
    content = bare(xml, {"word/styles.xml": f"<w:styles {W}>{style}</w:styles>"})
    assert read_word(content, "x.docx").text == "Synlig."


def test_footnotes_and_endnotes_stand_under_the_paragraph_that_has_them() -> None:
    def note(kind: str, text: str) -> str:
        return f'<w:root><w:{kind} w:id="2"><w:p>{run(text)}</w:p></w:{kind}></w:root>'

    content = word(
        f"{run('3 årsverk')}<w:r><w:footnoteReference w:id='2'/></w:r>{run(' er lite.')}",
        f"{run('Slutt.')}<w:r><w:endnoteReference w:id='2'/></w:r>",
        parts={
            "word/footnotes.xml": note("footnote", "Tall fra 2021."),
            "word/endnotes.xml": note("endnote", "Se vedtaket."),
        },
    )
    found = read_word(content, "svar.docx")
    assert found.text == ("3 årsverk[1] er lite.\n[1] Tall fra 2021.\nSlutt.[2]\n[2] Se vedtaket.")
    assert balances(found)


def test_heads_are_kept_for_who_sent_it_and_counted() -> None:
    content = word(run("Svar."), head="ORKLAND KOMMUNE")
    found = read_word(content, "svar.docx")
    assert (found.text, found.page_header) == ("Svar.", "ORKLAND KOMMUNE")
    assert found.left_out == (LeftOut(len("ORKLANDKOMMUNE"), HEADS),)


def test_a_head_as_long_as_a_letter_is_part_of_the_letter() -> None:
    long = "Kommunen vil ha et fast tjenestested med åpent kontor alle hverdager. " * 6
    found = read_word(word(run("Svar."), head=long), "svar.docx")
    assert found.text.startswith("Kommunen vil ha")
    assert balances(found)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>2</w:t><w:noBreakHyphen/><w:t>3 årsverk</w:t></w:r>", "2-3 årsverk"),
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t></w:r>", "e-post"),
        ("<w:r><w:t>grense</w:t><w:softHyphen/><w:t>kontor</w:t></w:r>", "grense\u00adkontor"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> ja</w:t></w:r>', "✓ ja"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 2</w:t></w:r>', "≥ 2"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
    ],
)
def test_what_stands_for_a_character_is_that_character(inside: str, text: str) -> None:
    assert text_of(inside) == text


def test_a_box_that_is_ticked_and_a_line_that_is_chosen_are_read() -> None:
    def field(inside: str) -> str:
        return f"<w:r><w:fldChar><w:ffData>{inside}</w:ffData></w:fldChar></w:r>"

    ticked = field("<w:checkBox><w:checked/></w:checkBox>")
    lines = '<w:listEntry w:val="Nei"/><w:listEntry w:val="Ja"/>'
    chosen = f'<w:ddList><w:result w:val="1"/>{lines}</w:ddList>'
    assert text_of(ticked + run(" Tilfreds: ") + field(chosen)) == "☒ Tilfreds: Ja"


def test_a_prompt_that_nobody_answered_is_no_answer() -> None:
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Skriv her')}"
    content = word(run("Svar: ") + prompt + "</w:sdtContent></w:sdt>")
    assert read_word(content, "svar.docx").text == "Svar:"
    assert why(content) == {PROMPTS: len("Skrivher")}


def lists(*levels: tuple[str, str]) -> str:
    """Return the numbering part of a Word file with one list and its `levels`."""
    written = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for n, (kind, pattern) in enumerate(levels)
    )
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
    )


def numbered_text(*paragraphs: str, levels: tuple[tuple[str, str], ...]) -> list[str]:
    inside = "".join(f"<w:p>{each}</w:p>" for each in paragraphs)
    found = read_word(bare(inside, {"word/numbering.xml": lists(*levels)}), "svar.docx")
    assert balances(found)
    return found.text.splitlines()


def test_numbers_that_word_makes_are_written_out() -> None:
    said = ("Vi venter mer.", "Nei.", "Politiråd.")
    found = numbered_text(*map(numbered, said), levels=(("decimal", "%1."),))
    assert found == ["1. Vi venter mer.", "2. Nei.", "3. Politiråd."]


def test_letters_roman_numbers_and_bullets_count_within_their_level() -> None:
    found = numbered_text(
        numbered("Ett"),
        numbered("a", level=1),
        numbered("b", level=1),
        numbered("To"),
        numbered("ny a", level=1),
        numbered("dypt", level=2),
        levels=(("upperRoman", "%1."), ("lowerLetter", "%2)"), ("decimal", "%1.%2.%3")),
    )
    assert found == ["I. Ett", "a) a", "b) b", "II. To", "a) ny a", "II.a.1 dypt"]


def test_a_list_that_starts_anew_starts_anew() -> None:
    found = numbered_text(
        numbered("a"), numbered("b"), numbered("c", number=2), levels=(("decimal", "%1)"),)
    )
    assert found == ["1) a", "2) b", "1) c"]


def test_a_damaged_word_file_and_one_too_large_say_so() -> None:
    with pytest.raises(Unreadable, match="hoveddelen mangler"):
        read_word(packed({"[Content_Types].xml": b"", "word/styles.xml": b"<a/>"}), "x.docx")
    content = bare(" " * 40_000_000)
    assert len(content) < 100_000
    with pytest.raises(Unreadable, match="grensen er"):
        read_word(content, "x.docx")
