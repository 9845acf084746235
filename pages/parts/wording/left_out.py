"""The places a reader has said must be with that the model may not choose: who, and why."""

from collections.abc import Iterator
from typing import Final

from pages.parts.reading.language import ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import listed

EVERYBODY: Final = "alle"


def left_out(reader: Reader, kandidater: str = EVERYBODY) -> str:
    """Return which of the reader's places are not counted, each with the reason; empty for none.

    `kandidater` says where the model may build, as the scenario has it.
    """
    return " ".join(_sentences(reader, kandidater))


def _sentences(reader: Reader, kandidater: str) -> Iterator[str]:
    if not reader.view.med:
        return
    names = dict(reader.country.ask("kommune_liste").select("kommunenummer", "navn").rows())
    med = [number for number in reader.view.med if number in names]
    inside, may = (
        set(reader.ask("plassering_kandidater", kandidater=who)["kommunenummer"])
        for who in (EVERYBODY, kandidater)
    )
    outside = [names[number] for number in med if number not in inside]
    if outside:
        yield ngettext(
            "{names} er ikke regnet med, fordi kommunen ligger utenfor utvalget.",
            "{names} er ikke regnet med, fordi kommunene ligger utenfor utvalget.",
            len(outside),
        ).format(names=listed(outside))
    unfit = [names[number] for number in med if number in inside and number not in may]
    if unfit:
        why = {
            "onsker": ngettext(
                "{names} er ikke regnet med, fordi kommunen ikke er blant dem som ønsker.",
                "{names} er ikke regnet med, fordi kommunene ikke er blant dem som ønsker.",
                len(unfit),
            ),
            "tilbyr": ngettext(
                "{names} er ikke regnet med, fordi kommunen ikke er blant dem som tilbyr lokaler.",
                "{names} er ikke regnet med, fordi kommunene ikke er blant dem som tilbyr lokaler.",
                len(unfit),
            ),
        }
        yield why[kandidater].format(names=listed(unfit))
