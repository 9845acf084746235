"""What stands in the HTML for what can be written there."""

import json

from markupsafe import Markup

from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader

_STATUS = Markup(
    '<p class="lagring" role="status" data-egen data-lagring data-lagrer="{saving}" '
    'data-lagret="{saved}" data-venter="{waiting}" data-ute="{out}" data-avvist="{refused}"></p>'
)


def event(reader: Reader, slag: str, gjelder: str, felt: str = "", **parts: object) -> Markup:
    """Return the attribute of a button or form that writes something of kind `slag`.

    `til` and `fra` among `parts` are values, and are written as the JSON texts they are kept as.
    """
    return event_in(reader.version.dataset, slag, gjelder, felt, **parts)


def event_in(datasett: str, slag: str, gjelder: str, felt: str = "", **parts: object) -> Markup:
    """Return the same where only the data set is known: in what is remembered for everybody."""
    texts = {name: json.dumps(parts[name]) for name in ("til", "fra") if name in parts}
    said = {"datasett": datasett, "slag": slag, "gjelder": gjelder, "felt": felt}
    return Markup('data-event="{}"').format(
        json.dumps(said | parts | texts, ensure_ascii=False, separators=(",", ":"))
    )


def status() -> Markup:
    """Return the line that says whether what is written is kept."""
    return _STATUS.format(
        saving=_("Lagrer …"),
        saved=_("Alt er lagret."),
        waiting=_("Venter på serveren. Det du har skrevet, er tatt vare på her."),
        out=_(
            "Du er logget ut. Det du har skrevet, er tatt vare på her; logg inn for å lagre det."
        ),
        refused=_("Ikke lagret:"),
    )
