"""The municipality that is chosen: what it answered and what that rests on, beside the map."""

from typing import Any, Final

from pages.parts.answers.masking import mask
from pages.parts.drawing.bars import swatch
from pages.parts.drawing.colours import ink
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import NORWEGIAN, lang_of
from pages.parts.wording import answer_words, words
from pages.parts.wording.distance import Distance, distance
from pages.parts.wording.groups import FIELDS
from pages.parts.wording.numbers import long_date, whole
from queries.view import MAAL

_PANEL: Final = Markup(
    '<section class="kommune" data-kommune="{number}"><a class="lukk" href="{back}">{away}</a>'
    "<h2>{name}</h2><p>{facts}</p><p>{who}</p>{first}<dl>{answers}</dl>{way}{note}{quoted}"
    "</section>"
)
_WAY_IN: Final = Markup('<p class="videre"><a href="{}">{}</a></p>')
_ANSWER: Final = Markup("<div><dt>{}</dt><dd>{}{}</dd></div>")
_PASSAGE: Final = Markup(
    '<figure><blockquote lang="{lang}">{words}</blockquote>'
    "<figcaption>{about}</figcaption></figure>"
)
_SOURCE: Final = Markup('<a href="{}" rel="noreferrer">{}</a>')
_TOLD: Final = Markup('<span lang="{}">{}</span>')


def municipality(reader: Reader) -> Markup:
    """Return the chosen municipality as HTML: facts, answers, passages, and a way back."""
    row = reader.ask("kommune").row(0, named=True)
    coded = reader.ask("kommuneutdrag").to_dicts()
    # What it wrote about the measure that is shown comes before all else.
    about = FIELDS[reader.view.vis]
    first = Markup("").join(_passage(c) for c in coded if c["utdrag"] and c["felt"] == about)
    facts = [
        words.district_name(row["politidistrikt"]) + " " + _("politidistrikt"),
        _("{n} innbyggere").format(n=whole(row["innbyggere"])),
        _station(row, distance(reader)),
    ]
    answers = Markup("").join(_answer(reader, measure, row[measure]) for measure in MAAL)
    passages = Markup("").join(
        _passage(c)
        for c in coded
        if c["utdrag"] and c["felt"] in words.fields() and c["felt"] != about
    )
    heading = Markup("<h3>{}</h3>").format(_("Slik står det i svaret"))
    return _PANEL.format(
        number=row["kommunenummer"],
        back=reader.link(kommune=None),
        away=_("Tilbake til oversikten"),
        name=row["navn"],
        facts=" · ".join(facts),
        who=_who(row),
        first=first,
        answers=answers,
        way=way_in(reader),
        note=_note(row),
        quoted=heading + passages if passages else "",
    )


def way_in(reader: Reader) -> Markup:
    """Return the link from the chosen municipality to its own page, as HTML."""
    row = reader.ask("kommune").row(0, named=True)
    answered = row["svarstatus"] == "svart"
    text = _("Hele svaret fra {name}") if answered else _("Alt om {name}")
    link = reader.link("kommune", kommune=row["kommunenummer"])
    return _WAY_IN.format(link, text.format(name=row["navn"]))


def _answer(reader: Reader, measure: str, value: str) -> Markup:
    title, label = words.measure_titles()[measure], words.values(measure)[value]
    mark = swatch(ink(measure, value, dark=reader.dark))
    return _ANSWER.format(title, mark, label)


def _passage(row: dict[str, str]) -> Markup:
    return _PASSAGE.format(
        lang=lang_of(row["malform"]),
        words=mask(row["utdrag"]),
        about=answer_words.coded(row["felt"], row["verdi"]),
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


def _note(row: dict[str, Any]) -> Markup:
    source, note = row["kilde"] or "", row["merknad"] or ""
    link = _SOURCE.format(source, _("Kilde")) if source.startswith("https://") else ""
    told = _TOLD.format(NORWEGIAN, mask(note)) if note else ""
    return Markup('<p class="merknad">{} {}</p>').format(told, link) if note or link else Markup("")
