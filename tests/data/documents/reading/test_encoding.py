"""Text is read in whatever encoding an office saved it, and one odd line spoils no other."""

import pytest

from data.documents.reading.encoding import decode

TEXT = "Kommunen ønsker åpent på Ås. «Ærlig» – nei, Øyer."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"],
)
def test_every_encoding_a_norwegian_office_writes_is_read(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("text", [TEXT.replace("–", "-"), "Åmot", "Måløy", "Bø kommune: «nei»"])
def test_what_an_old_dos_program_wrote_is_read(text: str) -> None:
    assert decode(text.encode("cp850")) == text


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize("word", ["på", "Måløy", "Å", "Bø kommune", "«nei»"])
def test_a_single_word_is_enough_to_tell(encoding: str, word: str) -> None:
    assert decode(word.encode(encoding)) == word


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1", "mac_roman"])
def test_text_that_was_encoded_twice_is_set_right(wrong: str) -> None:
    assert decode(TEXT.encode().decode(wrong, "replace").encode()) == TEXT


def test_one_odd_line_spoils_no_other() -> None:
    mixed = "Ås kommune\n".encode() + "Bø kommune\n".encode("cp1252") + "Ål kommune\n".encode()
    assert decode(mixed) == "Ås kommune\nBø kommune\nÅl kommune\n"
    twice = "Ås\n".encode() + "Bø".encode().decode("cp1252").encode()
    assert decode(twice) == "Ås\nBø"


@pytest.mark.parametrize("text", ["Älvdalen", "Château", "Ãlen", "Åsane Å…", "Kárášjohka"])
def test_odd_letters_that_are_meant_stand(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"\x81\x8d\x8f\x90\x9d", b"\xff" * 9, b"\0"])
def test_no_bytes_raise(raw: bytes) -> None:
    decode(raw)
