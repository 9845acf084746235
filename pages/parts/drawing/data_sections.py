"""The method page's own sections: versions, downloads, how to bring data, definitions."""

import datetime as dt
from typing import Final

from data.versions import DATASETS
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.memory import remembered
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import registered
from pages.parts.wording import words
from pages.parts.wording.numbers import whole
from pages.parts.wording.opening import Figure
from queries import history, newest, queries
from queries.columns import source_tables
from queries.tables import database, offered

FORMATS = ("csv", "xlsx", "parquet")
_SECTION: Final = Markup(
    '<section class="metode"><header class="kort-hode"><h2>{heading}</h2>{said}</header>{body}'
    "</section>"
)
_TABLES: Final = Markup(
    '<div class="tabell" tabindex="0"><table><caption>{caption}</caption>'
    "<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    '<p><a href="{file}" download>{all}</a></p>'
)
_ROW: Final = Markup(
    '<tr><th scope="row">{name}</th><td data-navn="{heading}">{about}</td>{files}</tr>'
)
_FILE: Final = Markup('<td><a href="{link}" download aria-label="{label}">{form}</a></td>')
_HEAD: Final = Markup('<th scope="col">{}</th>')
_ITEM: Final = Markup("<li>{}</li>")
_DEFINED: Final = Markup("<dt>{title}</dt><dd>{says} <code>queries/{name}.sql</code></dd>")
_DEFINITIONS: Final = Markup("<details><summary>{}</summary><dl>{}</dl></details>")
_COLUMNS: Final = Markup(
    "<details><summary>{name}</summary><div><p>{row_is}</p>{table}</div></details>"
)


def key_figures(reader: Reader) -> list[Figure]:
    """Return how much came in, from whom, and what was left out."""
    basis = reader.ask("datagrunnlag").row(0, named=True)
    others = (
        _("{n} fra andre enn kommuner").format(n=whole(basis["fra_andre"]))
        if basis["fra_andre"]
        else _("ingen fra andre enn kommuner")
    )
    came, aside = basis["innspill"], basis["satt_til_side"]
    left_out = Figure(
        whole(aside), ngettext("rad satt til side", "rader satt til side", aside), _("med grunn")
    )
    if reader.is_known:
        return [
            Figure(whole(came), ngettext("kjent uttalelse", "kjente uttalelser", came), others),
            left_out,
        ]
    return [
        Figure(whole(came), _("innspill i datasettet"), others),
        Figure(whole(basis["erstattet"]), _("erstattet av et senere"), _("gjelder ikke")),
        Figure(whole(basis["etter_frist"]), _("innspill etter fristen"), _late(reader)),
        left_out,
    ]


def _late(reader: Reader) -> str:
    """Return how many municipalities the late submissions speak for, as other pages count them."""
    n = reader.country.ask("nokkeltall").item(0, "etter_frist")
    return ngettext(
        "1. juni 2022; gjelder {n} kommune, for noen svarer flere sammen",
        "1. juni 2022; gjelder {n} kommuner, for noen svarer flere sammen",
        n,
    ).format(n=whole(n))


def built(version: str) -> dt.date:
    """Return the day `version` was built, which its name begins with."""
    return dt.date.fromisoformat(version[:10])


def all_versions(reader: Reader) -> Markup:
    """Return every version of every data set that is here, each a link, as HTML."""
    rows, links = [], []
    for dataset in DATASETS:
        latest = newest(dataset)
        for version in history(dataset):
            here = version == reader.version
            state = [_("vises nå")] if here else []
            state += [_("nyeste")] if version == latest else []
            rows.append(
                (
                    words.datasets()[dataset],
                    version.version,
                    built(version.version),
                    ", ".join(state) or _("eldre"),
                )
            )
            pinned = None if version == latest else version.version
            links.append(reader.link(data=dataset, versjon=pinned))
    table = Table.of(
        [
            Column(_("Datasett")),
            Column(_("Versjon")),
            Column(_("Bygd"), "date"),
            Column(_("Status")),
        ],
        rows,
    )
    return _section(
        _("Datasett og versjoner"),
        _(
            "En versjon endres aldri; nye data gir en ny versjon. Versjonen er dato og et "
            "fingeravtrykk av kildene."
        ),
        table.html(_("Datasett og versjoner"), links),
    )


def downloads(reader: Reader) -> Markup:
    """Return the links to whole tables and to the database, as HTML."""
    if database(reader.version) is None:
        lead = _("Denne versjonen er bygd før tabellene kunne lastes ned.")
        return _section(_("Last ned hele tabeller"), lead, Markup(""))
    rows = [
        _ROW.format(
            name=name,
            heading=_("Én rad er"),
            about=tables()[name],
            files=Markup("").join(_file(reader, name, form) for form in FORMATS),
        )
        for name in offered(reader.version)
    ]
    heads = (_("Tabell"), _("Én rad er"), *map(str.upper, FORMATS))
    file = f"{reader.version.dataset}-{reader.version.version}.duckdb"
    lead = _(
        "Navn på saksbehandlere, telefonnumre og e-postadresser er tatt ut, og private avsendere "
        "er ikke navngitt. Databasen med ordrett tekst blir på serveren."
    )
    return _section(
        _("Last ned hele tabeller"),
        lead,
        _TABLES.format(
            caption=_("Hele tabeller"),
            heads=Markup("").join(map(_HEAD.format, heads)),
            rows=Markup("").join(rows),
            file=reader.view.url(f"/last-ned/{file}"),
            all=_("Alle tabellene i én DuckDB-fil"),
        ),
    )


def tables() -> dict[str, str]:
    """Return what one row of each table is."""
    return {
        "innspill": _("ett svar slik det kom inn"),
        "svar": _("teksten i ett svar på ett spørsmål"),
        "koding": _("én kodet verdi med utdraget den bygger på"),
        "kommunesvar": _("én kommune og hva den er kodet med, også når den ikke har svart"),
        "lokale": _("ett tilbudt lokale"),
        "raad": _("ett råd fra politiet om en kommune"),
        "kommune": _("én kommune med distrikt, innbyggere og avstand"),
        "politidistrikt": _("ett politidistrikt"),
        "tjenestested": _("ett tjenestested i dag, eller nedlagt etter 2017"),
        "nytt_tjenestested": _("ett av de 20 nye"),
        "undersokelse": _("ett publisert tall fra en undersøkelse"),
        "undersokelse_kommune": _("ett tall for en kommune fra en undersøkelse som er lagt inn"),
        "anmeldt": _("én lovbruddsgruppe i en kommune, et politidistrikt eller landet"),
        "politidekning": _("ett publisert bemanningstall"),
        "kilde": _("én kilde til felles tabeller"),
        "kildefil": _("én fil datasettet er bygd av"),
        "avvist": _("én rad som er satt til side, uten innholdet"),
    }


def bring_data() -> Markup:
    """Return step by step how new data come in, as HTML."""
    steps = (
        _("Legg filene i data/sources/innspill som CSV eller XLSX. Bare innspill må finnes."),
        _("Lagrede svar (HTML, PDF, DOCX) blir slike filer med python -m data import MAPPE."),
        _("Kjør python -m data check innspill. Alle feil meldes med fil, rad og kolonne."),
        _("Kjør make build. Det blir en ny versjon, og den forrige blir stående."),
        _("Med --set-aside bygges det uten radene som har feil; de vises her med grunn."),
    )
    items = Markup("").join(map(_ITEM.format, steps))
    return _section(_("Slik kommer nye data inn"), "", Markup("<ol>{}</ol>").format(items))


def licences() -> Markup:
    """Return what may be used how, as HTML."""
    lines = (
        _("Kommunegrenser © Kartverket, folketall SSB, steder GeoNames: CC BY 4.0."),
        _("Svar på brevet er offentlige dokumenter. Oppdiktede svar kan brukes fritt, merket."),
        _("Skriften Inter: SIL Open Font License 1.1."),
    )
    items = Markup("").join(map(_ITEM.format, lines))
    return _section(_("Lisenser"), "", Markup("<ul>{}</ul>").format(items))


@remembered
def definitions() -> Markup:
    """Return what every figure counts, from the queries themselves, as HTML to open."""
    found = sorted(queries().values(), key=lambda query: _(query.title))
    items = Markup("").join(
        _DEFINED.format(
            title=_(query.title), says=" ".join(_(p) for p in query.paragraphs), name=query.name
        )
        for query in found
    )
    return _section(
        _("Hva tallene teller"),
        _("Teksten er den samme som under hver figur, og står øverst i spørringen."),
        _DEFINITIONS.format(_("Vis {n} definisjoner").format(n=len(found)), items),
    )


@remembered
def columns() -> Markup:
    """Return what each source table may hold, from the schemas, as HTML to open."""
    parts = []
    for name, (row_is, found) in source_tables().items():
        table = Table.of(
            [
                Column(_("Kolonne")),
                Column(_("Betydning")),
                Column(_("Hva som godtas")),
                Column(_("Må ha verdi")),
            ],
            [(c.name, registered(c.meaning), registered(c.accepted), c.required) for c in found],
        )
        parts.append(_COLUMNS.format(name=name, row_is=_(row_is), table=table.html(name)))
    return _section(
        _("Kolonner i kildefilene"),
        _("Det samme som python -m data describe skriver på bokmål."),
        Markup("").join(parts),
    )


def _section(heading: str, lead: str, body: Markup) -> Markup:
    said = Markup("<p>{}</p>").format(lead) if lead else ""
    return _SECTION.format(heading=heading, said=said, body=body)


def _file(reader: Reader, name: str, form: str) -> Markup:
    return _FILE.format(
        link=reader.view.url(f"/last-ned/tabell/{name}.{form}"),
        label=_("{table} som {form}").format(table=name, form=form.upper()),
        form=form.upper(),
    )
