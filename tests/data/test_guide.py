"""What a case worker is shown is what happens with the invented letters."""

import re
from pathlib import Path

from data.documents.reading import office
from tests.guide import GUIDE, LETTERS, PICTURES, SHOWN, read_in

TEXT = GUIDE.read_text("utf-8")


def test_the_letters_are_read_in_as_it_says(tmp_path: Path) -> None:
    claims = re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL)[0].splitlines()
    said = read_in(tmp_path)
    assert claims
    # One of the letters is in a format that only LibreOffice reads, as the guide says.
    if not office.is_installed():
        assert "LibreOffice" in TEXT
        assert "ikke lest: filen leses bare der LibreOffice er installert" in said
        claims = []
    for claim in claims:
        assert claim in said
    assert "innspill: " in said
    assert (tmp_path / "bygg" / "innspill.json").exists()
    assert (tmp_path / "kilder" / "merknader.csv").exists()


def test_it_has_every_picture_that_is_taken_and_no_other() -> None:
    told = re.findall(r"!\[(.+?)\]\(bilder/(\w+)\.webp\)", TEXT)
    assert sorted(name for _alt, name in told) == sorted(SHOWN)
    assert sorted(path.stem for path in PICTURES.iterdir()) == sorted(SHOWN)
    assert all(len(alt) > 30 for alt, _name in told)
    # Small enough that nobody thinks of it.
    assert all(path.stat().st_size < 120_000 for path in PICTURES.iterdir())


def test_every_file_it_points_to_is_there() -> None:
    for place in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (GUIDE.parent / place).exists(), place
    assert str(LETTERS.relative_to(LETTERS.parents[2])) in TEXT
