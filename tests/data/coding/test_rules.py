"""Each rule file's own examples: what a field must be given for a text, or that it gets nothing."""

import pytest

from data import vocabulary as v
from data.coding import suggest
from data.coding.rules import Example, rule_files

EXAMPLES: list[tuple[str, Example]] = [
    (file.navn, example)
    for file in rule_files()
    for example in file.examples
    if file.navn in v.FELT
]


@pytest.mark.parametrize(("felt", "example"), EXAMPLES)
def test_an_example_in_a_rule_file_is_read_as_the_file_says(felt: str, example: Example) -> None:
    question = example.sporsmal or v.SPORSMAL[felt]
    found = {c.verdi for c in suggest({question: example.tekst}).codes if c.felt == felt}

    assert found == set(example.verdier)


@pytest.mark.parametrize("felt", v.FELT)
def test_a_field_has_examples_of_what_it_is_and_of_what_it_is_not(felt: str) -> None:
    examples = [example for name, example in EXAMPLES if name == felt]

    assert any(example.verdier for example in examples)
    assert any(not example.verdier for example in examples)
