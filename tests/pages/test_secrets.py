"""A file of secrets in every state: read, left out, or a server that says why it does not start."""

import os
from pathlib import Path

import pytest
from streamlit import config

from pages.server.login import from_environment


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the one place where secrets are looked for."""
    found = tmp_path / "hemmelig" / "secrets.toml"
    found.parent.mkdir()
    asked = config.get_option

    def option(name: str) -> object:
        return [str(found)] if name == "secrets.files" else asked(name)

    monkeypatch.setattr(config, "get_option", option)
    monkeypatch.setattr("streamlit.get_option", option)
    return found


@pytest.mark.parametrize("content", [None, b"", b'[auth]\nclient_id = "a"\n'])
def test_a_file_that_is_whole_or_not_there_is_no_hindrance(
    file: Path, content: bytes | None
) -> None:
    if content is not None:
        file.write_bytes(content)
    assert from_environment() is None


@pytest.mark.parametrize("content", [b"[auth", b'client_secret = "hemmelig', b"\xff\xfe", b"x"])
def test_a_spoilt_file_ends_the_program_with_a_sentence_and_tells_none_of_it(
    file: Path, content: bytes
) -> None:
    file.write_bytes(content)
    with pytest.raises(SystemExit) as ended:
        from_environment()
    assert str(ended.value) == f"Tjenestested starter ikke: {file} er ikke TOML."


def test_a_file_that_may_not_be_read_ends_the_program_too(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = Path.stat

    def refusing(path: Path, **how: bool) -> os.stat_result:
        if path == file:
            raise PermissionError(13, "Permission denied")
        return looked(path, **how)

    monkeypatch.setattr(Path, "stat", refusing)
    with pytest.raises(SystemExit, match="kan ikke leses"):
        from_environment()
