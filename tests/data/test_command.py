"""`python -m data` says what it did, and its exit code is what a script can trust."""

import pytest

from data import schemas
from data.__main__ import describe, main
from data.building import STEPS
from data.reading import expectation
from tests.data.workshop import GOOD, Workshop


def test_build_says_what_was_built_and_then_that_nothing_changed(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD)
    assert workshop.run("check", "innspill") == (0, ["innspill: ingen feil"], [])
    assert workshop.files() == []
    code, out, err = workshop.run("build", "innspill")
    version = workshop.newest().version
    assert (code, out, err) == (0, [f"innspill: {version} bygd"], [])
    assert workshop.run("build", "innspill") == (0, [f"innspill: {version} uendret"], [])


def test_a_build_tells_each_step_to_who_asks(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD)
    _code, out, _err = workshop.run("build", "innspill", "--trinn")
    assert out[:-1] == [f"innspill: trinn {step}" for step in STEPS]


def test_everything_is_every_data_set_that_has_sources(workshop: Workshop) -> None:
    assert workshop.run("check") == (0, ["demo: ingen feil", "kjente: ingen feil"], [])
    workshop.write(innspill=GOOD)
    assert workshop.run("check")[1][0] == "innspill: ingen feil"


def test_mistakes_in_one_data_set_do_not_stop_the_others(workshop: Workshop) -> None:
    workshop.write(innspill="innspill_id\nA1\n")
    code, out, err = workshop.run("check")
    assert code == 1
    assert out == ["demo: ingen feil", "kjente: ingen feil"]
    assert err[0] == "innspill: 4 feil, ingenting er bygd"
    assert len(err) == 5


def test_two_files_for_one_table_are_a_message_not_a_trace(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD)
    (workshop.sources / "innspill.xlsx").write_bytes(b"")
    code, out, err = workshop.run("check")
    assert (code, out) == (1, ["demo: ingen feil", "kjente: ingen feil"])
    assert err[1:] == ["innspill.csv: ventet én fil, men innspill.xlsx finnes også."]


def test_asking_for_what_is_not_there_says_which_file_is_missing(workshop: Workshop) -> None:
    code, _, err = workshop.run("build", "innspill")
    assert code == 1
    assert err[1:] == ["innspill.csv: ventet en fil med dette navnet."]


def test_an_unknown_data_set_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["build", "prod"])
    assert stopped.value.code == 2
    assert "prod" in capsys.readouterr().err


def test_describe_names_every_column_of_every_table(workshop: Workshop) -> None:
    code, out, _ = workshop.run("describe")
    assert code == 0
    assert "\n".join(out) == describe()
    parts = {p.partition("\n")[0]: p for p in describe().split("### ")[1:]}
    tables = schemas.COMMON | schemas.OPTIONAL | schemas.ANSWERS | schemas.IMPORTED
    assert list(parts) == list(tables)
    for name, schema in (schemas.COMMON | schemas.OPTIONAL | schemas.ANSWERS).items():
        lines = parts[name].splitlines()
        listed = [line for line in lines if line.startswith("| ") and "må ha verdi" not in line]
        assert [line.split(" | ")[0].removeprefix("| ") for line in listed] == list(
            schema.columns()
        )
        for line, spec in zip(listed, schema.columns().values(), strict=True):
            # A | that a cell holds is escaped, or the table would have a column too many.
            assert line.replace("\\|", "").count("|") == 6
            assert expectation(spec) in line.replace("\\|", "|")
            assert f"| {'nei' if spec.nullable else 'ja'} |" in line
