"""Cards with figures others have published about the same: each its own, never in one series."""

from pages.parts.drawing.bars import Bar, Part, bars
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import registered
from pages.parts.wording import words
from pages.parts.wording.numbers import NONE, share, whole

QUICK = "politiet kommer raskt ved akutt behov (enig)"


def residents(reader: Reader) -> Card:
    """Return what residents say about how quickly the police come, by size of municipality."""
    rows = reader.ask("innbyggerundersokelse").to_dicts()
    sizes = words.sizes()
    quick = {(r["storrelse"], r["aar"]): r["andel"] for r in rows if r["indikator"] == QUICK}
    years = sorted({year for _size, year in quick}, reverse=True)
    newest = {size: quick.get((size, years[0])) for size in sizes} if years else {}
    grey, blue = (ink("onsker", value, dark=reader.dark) for value in ("nei", "ja"))
    figure = [
        Bar(
            sizes[size],
            (
                Part(part, blue, _("enig: {share}").format(share=share(part))),
                Part(1 - part, grey, _("ikke enig: {share}").format(share=share(1 - part))),
            )
            if part is not None
            else (),
            tuple(share(quick.get((size, year))) for year in years),
        )
        for size, part in newest.items()
    ]
    title = _("Hvor mange innbyggere som opplever at politiet kommer raskt")
    small, large = newest.get("liten"), newest.get("stor")
    if small is not None and large is not None:
        text = _("Politiet kommer raskt, sier {small} i små kommuner og {large} i store")
        if small < large:
            text = _(
                "Innbyggere i små kommuner opplever sjeldnere at politiet kommer raskt: "
                "{small} mot {large} i store"
            )
        title = text.format(small=share(small), large=share(large))
    return Card(
        name="innbyggerundersokelse",
        query="innbyggerundersokelse",
        title=title,
        lead=_(
            "Andel innbyggere som er enig i at politiet kommer raskt ved akutt behov. "
            "Innbyggere er spurt, ikke kommuner; kan ikke legges sammen med svarene på brevet"
        ),
        basis=_("Hele landet, følger ikke filteret"),
        real=_real(),
        source=_published(_("Politiets innbyggerundersøkelse"), [r["kilde"] for r in rows]),
        table=Table.of(
            [
                Column(_("Påstand")),
                Column(_("Innbyggere i kommunen")),
                Column(_("År")),
                Column(_("Andel"), "share"),
                Column(_("Kilde")),
            ],
            [
                (
                    _told(r["indikator"]),
                    sizes[r["storrelse"]],
                    str(r["aar"]),
                    r["andel"],
                    _told(r["kilde"]),
                )
                for r in rows
            ],
        ),
        figure=bars(figure, (_("Innbyggere"), *map(str, years)), title),
    )


def count_of_answers(reader: Reader) -> Card:
    """Return how the newspapers that read the answers divided them."""
    rows = reader.ask("svartelling").to_dicts()
    found = {(r["gruppe"], r["indikator"]): r["verdi"] for r in rows}
    wants, not_wants, unclear = (
        found.get(("kommuner", name))
        for name in (
            "ønsker nytt tjenestested",
            "ønsker ikke nytt tjenestested",
            "svaret er vanskelig å tolke",
        )
    )
    title = _("Avisene telte {yes} som ønsket tjenestested, {no} som ikke gjorde det").format(
        yes=whole(wants), no=whole(not_wants)
    )
    total = sum(value or 0 for value in (wants, not_wants, unclear))
    drawn = (
        (_("Ønsker"), "ja", wants),
        (_("Vanskelig å tolke"), "uklart", unclear),
        (_("Ønsker ikke"), "nei", not_wants),
    )
    figure = [
        Bar(
            label,
            (
                Part(
                    (value or 0) / total,
                    ink("onsker", code, dark=reader.dark),
                    f"{label}: {whole(value)}",
                ),
            )
            if total
            else (),
            (whole(value),),
        )
        for label, code, value in drawn
    ]
    return Card(
        name="svartelling",
        query="svartelling",
        title=title,
        lead=_(
            "Kommuner, slik avisene leste de virkelige svarene på brevet. "
            "Tellingen er deres egen og bygger ikke på kodene her"
        ),
        basis=ngettext(
            "{n} kommune er delt inn. Hele landet, følger ikke filteret",
            "{n} kommuner er delt inn. Hele landet, følger ikke filteret",
            int(total),
        ).format(n=whole(total)),
        real=_real(),
        source=_published(_("Avisenes gjennomgang"), [r["kilde"] for r in rows]),
        table=_plain(rows),
        figure=bars(figure, (_("Svar"), _("Kommuner")), title),
    )


def mayors(reader: Reader) -> Card:
    """Return what mayors without a station answered the year before the letter."""
    rows = reader.ask("ordforerundersokelse").to_dicts()
    wish = next((r for r in rows if r["indikator"] == "ønsker tjenestested"), None)
    title = _("Ingen tall fra ordførerne")
    if wish:
        title = _("I 2021 ønsket {n} {of} ordførere uten tjenestested å få et").format(
            n=whole(wish["verdi"]), of=_told(wish["enhet"])
        )
    return Card(
        name="ordforerundersokelse",
        query="ordforerundersokelse",
        title=title,
        lead=_(
            "Ordførere ble spurt hva de mente, året før brevet; "
            "svarene på brevet er kommunenes egne"
        ),
        basis=_("Hele landet, følger ikke filteret"),
        real=_real(),
        source=_published(_("Politiforum 2021"), [r["kilde"] for r in rows]),
        table=_plain(rows),
        shown=len(rows),
    )


def _real() -> str:
    return _("DEMODATA – men tallene her er publisert og virkelige")


def _plain(rows: list[dict[str, object]]) -> Table:
    return Table.of(
        [
            Column(_("Hva")),
            Column(_("Hvem")),
            Column(_("Antall"), "whole"),
            Column(_("Enhet")),
            Column(_("Kilde")),
        ],
        [
            (
                *map(_told, (r["indikator"], r["gruppe"])),
                r["verdi"],
                *map(_told, (r["enhet"], r["kilde"])),
            )
            for r in rows
        ],
    )


def _told(text: object) -> str | None:
    return registered(str(text))


def _published(name: str, sources: list[str]) -> str:
    """Return the source line: who counted, and where each published figure was found."""
    found = ", ".join(dict.fromkeys(sources)) or NONE
    return _("Kilde: {name}, gjengitt i {found}").format(name=name, found=found)
