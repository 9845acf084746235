"""The demo set with text that would do harm in every column that holds words."""

import shutil
from pathlib import Path
from typing import Final

import duckdb

from queries import Version

# What would leave a text, an attribute, an address or a script, were it not escaped.
HOSTILE: Final = (
    "\"><script>alert(1)</script><img src=x onerror=alert(2)>' & &lt;b&gt; </blockquote></table>",
    'javascript:alert(3)//"\' onfocus=alert(4) autofocus="',
    'https://ondt.example/"onmouseover="alert(5)\'><svg onload=alert(6)>',
)
# Columns that hold keys, codes and words for machines; every other text is for people.
CODES: Final = frozenset(
    {
        "kommunenummer",
        "kommunenumre",
        "kommunenummer_2022",
        "fra_kommunenummer",
        "nabo",
        "fylkesnummer",
        "fylkesnavn",
        "politidistrikt",
        "storrelse",
        "avstandsgruppe",
        "struktur",
        "struktur_lag",
        "lag",
        "sted_id",
        "tjenestested_id",
        "kandidat_id",
        "til_id",
        "innspill_id",
        "lokale_id",
        "merknad_id",
        "erstatter",
        "erstattet_av",
        "avsendertype",
        "malform",
        "spraak",
        "belegg",
        "svarstatus",
        "felt",
        "verdi",
        "kodet_av",
        "maal",
        "bemanning",
        "tjenestestedstruktur",
        "tjenestetilbud",
        "onsker",
        "lokaler",
        "lokaltype",
        "tilstand",
        "himmelretning",
        "presisjon",
        "sesong",
        "type",
        "status",
        "alvor",
        "raad",
        "slag",
        "datasett",
        "versjon",
        "taushet",
        "svart",
        "ukodet",
        "hva",
        "undersokelse",
        "enhet",
        "gruppe",
        "tabell",
        "del",
        "ord",
        "stamme",
        "ordrekke",
        "punktkilde",
    }
)
# The measure of distance is told from its source, and «hva» is a code only here.
KEPT: Final = {"avstandsmaal": {"kilde"}, "kilde": set(), "kilde_merknader": set()}
WORDS: Final = {"kilde": {"hva", "tabell"}, "kilde_merknader": {"hva"}, "merknad": {"hva"}}


def spoiled(version: Version, folder: Path) -> Version:
    """Return `version` as a version of its own in `folder`, its words made hostile."""
    path = folder / version.path.name
    for name in (path.name, f"{version.dataset}.json"):
        shutil.copy(version.path.with_name(name), folder / name)
    database = duckdb.connect(path)
    for name, *_rest in database.sql("show tables").fetchall():
        table = database.table(name)
        kept = (CODES - WORDS.get(name, set())) | KEPT.get(name, set())
        for i, (column, kind) in enumerate(zip(table.columns, table.types, strict=True)):
            if column not in kept and str(kind) in ("VARCHAR", "VARCHAR[]"):
                # A source is a link where it is an address.
                text = HOSTILE[2 if column == "kilde" else i % len(HOSTILE)]
                value: object = [text, text] if str(kind) == "VARCHAR[]" else text
                told = duckdb.ColumnExpression(column).isnotnull()
                table.update({column: duckdb.ConstantExpression(value)}, condition=told)
    database.close()
    return Version(version.dataset, version.version, path)
