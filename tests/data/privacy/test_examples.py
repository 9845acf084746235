"""Every written example of what is left out is left out, and nothing else is.

`pytest tests/data/privacy/test_examples.py -s -k measured` prints the shares.
"""

import tomllib
from pathlib import Path
from typing import Final

import pytest

from data.privacy import mask

EXAMPLES: Final = tomllib.loads(Path(__file__).with_name("examples.toml").read_text("utf-8"))
GONE: Final = [
    (kind, text, secret.split("|"))
    for kind, examples in EXAMPLES["borte"].items()
    for text, secret in examples
]
KEPT: Final = [(kind, text) for kind, texts in EXAMPLES["staar"].items() for text in texts]


@pytest.mark.parametrize(("kind", "text", "secrets"), GONE)
def test_it_is_left_out(kind: str, text: str, secrets: list[str]) -> None:
    masked = mask(f"Innledning.\n\n{text}\n\nSlutt.")
    assert [secret for secret in secrets if secret in masked] == [], kind
    assert masked.startswith("Innledning.\n\n")
    assert masked.endswith("\n\nSlutt.")
    assert masked.count("\n") == text.count("\n") + 4
    assert mask(masked) == masked


@pytest.mark.parametrize(("kind", "text"), KEPT)
def test_it_stays(kind: str, text: str) -> None:
    assert mask(text) == text, kind
    around = f"Innledning.\n\n{text}\n\nSlutt."
    assert mask(around) == around, kind


def test_the_share_that_is_right_is_measured_on_a_hundred_of_each() -> None:
    found = sum(all(s not in mask(text) for s in secrets) for _kind, text, secrets in GONE)
    wrong = sum(mask(text) != text for _kind, text in KEPT)
    print(f"\n{found} av {len(GONE)} utelatt, {wrong} av {len(KEPT)} utelatt uten grunn")
    assert len(GONE) >= 100
    assert len(KEPT) >= 100
    assert (found, wrong) == (len(GONE), 0)
