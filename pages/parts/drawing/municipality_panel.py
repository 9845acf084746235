"""The municipality that is chosen: what it answered and what that rests on, beside the map."""

from html import escape
from typing import Any

from pages.parts.answers.masking import mask
from pages.parts.drawing.bars import swatch
from pages.parts.drawing.colours import ink
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import NORWEGIAN, lang_of
from pages.parts.wording import answer_words, words
from pages.parts.wording.distance import Distance, distance
from pages.parts.wording.groups import FIELDS
from pages.parts.wording.numbers import long_date, whole
from queries.view import MAAL


def municipality(reader: Reader) -> str:
    """Return the chosen municipality as HTML: facts, answers, passages, and a way back."""
    row = reader.ask("kommune").row(0, named=True)
    coded = reader.ask("kommuneutdrag").to_dicts()
    # What it wrote about the measure that is shown comes before all else.
    about = FIELDS[reader.view.vis]
    first = "".join(_passage(c) for c in coded if c["utdrag"] and c["felt"] == about)
    facts = [
        words.district_name(row["politidistrikt"]) + " " + _("politidistrikt"),
        _("{n} innbyggere").format(n=whole(row["innbyggere"])),
        _station(row, distance(reader)),
    ]
    answers = "".join(_answer(reader, measure, row[measure]) for measure in MAAL)
    passages = "".join(
        _passage(c)
        for c in coded
        if c["utdrag"] and c["felt"] in words.fields() and c["felt"] != about
    )
    quoted = f"<h3>{escape(_('Slik står det i svaret'))}</h3>{passages}" if passages else ""
    return (
        f'<section class="kommune" data-kommune="{row["kommunenummer"]}">'
        f'<a class="lukk" href="{escape(reader.link(kommune=None))}">'
        f"{escape(_('Tilbake til oversikten'))}</a>"
        f"<h2>{escape(row['navn'])}</h2><p>{escape(' · '.join(facts))}</p>"
        f"<p>{escape(_who(row))}</p>{first}"
        f"<dl>{answers}</dl>{way_in(reader)}{_note(row)}{quoted}</section>"
    )


def way_in(reader: Reader) -> str:
    """Return the link from the chosen municipality to its own page, as HTML."""
    row = reader.ask("kommune").row(0, named=True)
    answered = row["svarstatus"] == "svart"
    text = _("Hele svaret fra {name}") if answered else _("Alt om {name}")
    link = escape(reader.link("kommune", kommune=row["kommunenummer"]))
    return f'<p class="videre"><a href="{link}">{escape(text.format(name=row["navn"]))}</a></p>'


def _answer(reader: Reader, measure: str, value: str) -> str:
    title, label = words.measure_titles()[measure], words.values(measure)[value]
    mark = swatch(ink(measure, value, dark=reader.dark))
    return f"<div><dt>{escape(title)}</dt><dd>{mark}{escape(label)}</dd></div>"


def _passage(row: dict[str, str]) -> str:
    about = answer_words.coded(row["felt"], row["verdi"])
    return (
        f'<figure><blockquote lang="{lang_of(row["malform"])}">{escape(mask(row["utdrag"]))}'
        f"</blockquote>"
        f"<figcaption>{escape(about)}</figcaption></figure>"
    )


def _station(row: dict[str, Any], measure: Distance) -> str:
    count = row["tjenestesteder"]
    if count:
        return ngettext("{n} tjenestested i dag", "{n} tjenestesteder i dag", count).format(n=count)
    return _("{km} til {station}, {measure}").format(
        km=measure.text(row["til_naermeste"]),
        measure=measure.name,
        station=row["naermeste_tjenestested"],
    )


def _who(row: dict[str, Any]) -> str:
    if row["avsender"] is None:
        unknown = _("Ingen kjent uttalelse; svaret er ikke innhentet.")
        return unknown if row["svarstatus"] == "ikke_innhentet" else _("Kommunen har ikke svart.")
    parts = [row["avsender"]]
    if row["dato"]:
        parts.append(long_date(row["dato"]))
    if row["belegg"]:
        parts.append(_("belegg: {grade}").format(grade=words.evidence()[row["belegg"]].lower()))
    elif row["etter_frist"]:
        parts.append(_("etter fristen 1. juni 2022"))
    return ", ".join(parts)


def _note(row: dict[str, Any]) -> str:
    source, note = row["kilde"] or "", row["merknad"] or ""
    link = ""
    if source.startswith("https://"):
        link = f'<a href="{escape(source)}" rel="noreferrer">{escape(_("Kilde"))}</a>'
    told = f'<span lang="{NORWEGIAN}">{escape(mask(note))}</span>' if note else ""
    return f'<p class="merknad">{told} {link}</p>' if note or link else ""
