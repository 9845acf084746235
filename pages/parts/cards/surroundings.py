"""Cards about what is near a municipality: stations, before and after 2017, and rooms on offer."""

from collections.abc import Sequence
from typing import Any, Final

from pages.parts.answers.masking import mask
from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import lang_of, quoted
from pages.parts.wording import station_words, words
from pages.parts.wording.numbers import NONE, kilometres, listed, long_date, square_metres

Row = dict[str, Any]
# Two points of one town have no direction between them.
SAME_PLACE: Final = 0.5
_LISTED: Final = Markup(
    '<div class="tabell varme" tabindex="0"><table><caption>{caption}</caption>'
    "<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
)
_HEAD: Final = Markup('<th scope="col">{}</th>')
_STATION: Final = Markup(
    '<tr><th scope="row">{name} <small>{role}</small></th><td data-navn="{far}">{km}</td>'
    '<td data-navn="{where}">{way}</td></tr>'
)
_QUOTE: Final = Markup('<blockquote lang="{}">{}</blockquote>')
_ROOM: Final = Markup(
    '<div class="utsagn"><figure><p><b>{kind}</b> {facts}</p>{said}</figure></div>'
)


def stations(reader: Reader) -> Card:
    """Return the nearest stations today, and what the closures in 2017 changed."""
    facts, rows = _fact(reader), reader.ask("kommune_stasjoner").to_dicts()
    types = station_words.station_types()
    title = _nearest(facts, rows) if facts else _("Tjenestesteder ved kommunen")
    table = Table.of(
        [
            Column(_("Tjenestested")),
            Column(_("Hva")),
            Column(_("Type")),
            Column(_("Luftlinje"), "km"),
            Column(_("Retning")),
            Column(_("Politidistrikt")),
        ],
        [
            (
                row["navn"],
                _role(row),
                types[row["type"]],
                row["km"],
                _way(row),
                words.district_name(row["politidistrikt"]),
            )
            for row in rows
        ],
    )
    return Card(
        name="kommunestasjoner",
        query="kommune_stasjoner",
        title=title,
        lead=_changed(facts, rows) if facts else "",
        basis=_("Luftlinje fra {centre} til tettstedet, ikke reisevei").format(
            centre=facts["kommunesenter"]
        )
        if facts
        else "",
        table=table,
        figure=_listed(rows, title),
        source=station_words.sources(),
        aside=True,
    )


def rooms(reader: Reader) -> Card:
    """Return the premises the municipality offers."""
    rows = reader.ask("kommune_lokaler").to_dicts()
    types, conditions = words.premises(), words.conditions()
    title = ngettext("Kommunen tilbyr {n} lokale", "Kommunen tilbyr {n} lokaler", len(rows))
    return Card(
        name="kommunelokaler",
        query="kommune_lokaler",
        title=title.format(n=len(rows)) if rows else _("Kommunen tilbyr ikke lokaler"),
        basis=_("Lokaler slik kommunen beskriver dem"),
        table=Table.of(
            [
                Column(_("Lokale")),
                Column(_("Delt med")),
                Column(_("Areal"), "m2"),
                Column(_("Ledig fra"), "date"),
                Column(_("Tilstand")),
                Column(_("Adresse")),
                Column(_("Slik står det i svaret")),
            ],
            [
                (
                    types[row["lokaltype"]],
                    row["delt_med"],
                    row["areal_m2"],
                    row["ledig_fra"],
                    conditions[row["tilstand"]],
                    row["adresse"],
                    quoted(mask(row["utdrag"] or ""), row["malform"]),
                )
                for row in rows
            ],
        ),
        figure=Markup("").join(_room(row) for row in rows),
        aside=True,
    )


def direction(degrees: float) -> str:
    """Return the compass direction of `degrees` from north, one of eight, such as «nordøst»."""
    names = (
        _("nord"),
        _("nordøst"),
        _("øst"),
        _("sørøst"),
        _("sør"),
        _("sørvest"),
        _("vest"),
        _("nordvest"),
    )
    return names[round(degrees / 45) % 8]


def _fact(reader: Reader) -> Row | None:
    return next(iter(reader.ask("kommune_fakta").to_dicts()), None)


def _nearest(facts: Row, rows: Sequence[Row]) -> str:
    near = next(row for row in rows if row["plass_i_dag"] == 1)
    if facts["tjenestesteder"]:
        return ngettext(
            "{n} tjenestested i kommunen i dag",
            "{n} tjenestesteder i kommunen i dag",
            facts["tjenestesteder"],
        ).format(n=facts["tjenestesteder"])
    return _("Nærmeste tjenestested er {name}, {km} mot {direction}").format(
        name=near["navn"], km=kilometres(near["km"]), direction=direction(near["grader"])
    )


def _listed(rows: Sequence[Row], caption: str) -> Markup:
    """Return the stations as a narrow table: name and role, distance and direction."""
    if not rows:
        return Markup("")
    heads = (_("Tjenestested"), _("Luftlinje"), _("Retning"))
    body = [
        _STATION.format(
            name=row["navn"],
            role=_role(row),
            far=heads[1],
            km=kilometres(row["km"]),
            where=heads[2],
            way=_way(row),
        )
        for row in rows
    ]
    return _LISTED.format(
        caption=caption,
        head=Markup("").join(map(_HEAD.format, heads)),
        body=Markup("").join(body),
    )


def _room(row: Row) -> Markup:
    """Return one offer: what it is, what is known of it, and how the answer puts it."""
    shared = _("delt med {others}").format(others=listed(row["delt_med"] or []))
    known = [
        shared if row["delt_med"] else "",
        row["adresse"] or "",
        square_metres(row["areal_m2"]) if row["areal_m2"] else "",
        _("ledig fra {date}").format(date=long_date(row["ledig_fra"])) if row["ledig_fra"] else "",
        _("tilstand: {condition}").format(condition=words.conditions()[row["tilstand"]].lower()),
    ]
    quote = mask(row["utdrag"] or "")
    return _ROOM.format(
        kind=words.premises()[row["lokaltype"]],
        facts=", ".join(part for part in known if part),
        said=_QUOTE.format(lang_of(row["malform"]), quote) if quote else "",
    )


def _way(row: Row) -> str:
    return NONE if row["km"] < SAME_PLACE else direction(row["grader"])


def _changed(facts: Row, rows: Sequence[Row]) -> str:
    """Return what the closures of 2017 changed for the municipality, in a sentence."""
    closed = [row["navn"] for row in rows if row["status"] == "nedlagt" and row["i_kommunen"]]
    before, now = facts["til_foer_2017"], facts["til_naermeste"]
    lost = _("Vedtatt nedlagt i 2017: {names}.").format(names=listed(closed)) if closed else ""
    if now is None or before is None:
        moved = _("Reisetid er ikke oppgitt for kommunen.")
    elif now - before < 0.05:
        moved = _("Nedleggelsene i 2017 endret ikke avstanden til det nærmeste.")
    elif before < SAME_PLACE:
        moved = _("Før var det tjenestested i kommunesenteret; nå er det {now} til det nærmeste.")
        moved = moved.format(now=kilometres(now))
    else:
        moved = _("Avstanden til det nærmeste gikk fra {before} til {now}.").format(
            before=kilometres(before), now=kilometres(now)
        )
    # What stands under a title has no full stop, as it is followed by more in files and on paper.
    return f"{lost} {moved}".strip().removesuffix(".")


def _role(row: Row) -> str:
    if row["status"] == "nedlagt":
        here = _("Nedlagt i 2017, i kommunen") if row["i_kommunen"] else _("Nedlagt i 2017")
        return _("{what}, nærmest før").format(what=here) if row["plass_foer"] == 1 else here
    return _("Nr. {n} i dag").format(n=row["plass_i_dag"])
