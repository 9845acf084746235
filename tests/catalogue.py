"""Every text a reader sees, found in the code and the queries, and the catalogues kept in step.

`python -m tests.catalogue` puts new texts into each catalogue, without a translation, takes out
those that are gone, and says what is left to translate.
"""

import ast
import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from data.paths import COMMON
from pages.parts.reading.language import SOURCE, catalogue_file
from queries import queries
from queries.columns import source_tables
from queries.view import LANGUAGES

# Registers that come with the program, and which of their columns are sentences to be read.
REGISTERS: Final = {
    "kilder.csv": ("hva", "utgiver", "lisens", "hvor_sikkert"),
    "undersokelser.csv": ("gruppe", "indikator", "enhet"),
    "nye_tjenestesteder.csv": ("merknad",),
    "tjenestesteder.csv": ("merknad", "kilde"),
}
ROOT: Final = Path(__file__).resolve().parents[1]
# What a text is handed to, and how many forms of it.
KEYWORDS: Final = {"_": 1, "tr": 1, "ngettext": 2}
TRANSLATED: Final = tuple(lang for lang in LANGUAGES if lang != SOURCE)
WIDTH: Final = 100
HEADER: Final = """\
# {lang} for Tjenestested. Nøkkelen er teksten på bokmål; ordlista står i pages/locale/README.md.
# Oppdateres med «make texts».
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: {lang}\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def source() -> Catalog:
    """Return all texts that are shown, with the files they stand in."""
    found = Catalog(charset="utf-8")
    for folder in ("pages", "queries"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            place = path.relative_to(ROOT).as_posix()
            for text in texts(ast.parse(path.read_text("utf-8"))):
                found.add(text, locations=[(place, 0)])
    for name, query in queries().items():
        for text in (query.title, *query.paragraphs):
            found.add(text, locations=[(f"queries/{name}.sql", 0)])
    for place, text in registers():
        found.add(text, locations=[(place, 0)])
    return found


def registers() -> Iterator[tuple[str, str]]:
    """Yield what the ground floor says of its own tables, with the file it stands in.

    That floor speaks bokmål; pages that show its words look them up.
    """
    for row_is, columns in source_tables().values():
        yield from (
            ("data/schemas.py", text)
            for text in (row_is, *(t for c in columns for t in (c.meaning, c.accepted)))
            if text
        )
    for name, fields in REGISTERS.items():
        with (COMMON / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from (
                    (f"data/sources/felles/{name}", row[field])
                    for field in fields
                    if any(c.isalpha() for c in row[field])
                )


def texts(tree: ast.AST) -> Iterator[str | tuple[str, ...]]:
    """Yield each text that the code gives to be translated, with both its forms if it has two.

    Read from the syntax tree, since Babel does not look inside an f-string before Python 3.12.
    """
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
        given = call.args[: KEYWORDS.get(name, 0)]
        forms = [a.value for a in given if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if forms and len(forms) == KEYWORDS[name]:
            yield forms[0] if len(forms) == 1 else tuple(forms)


def held(lang: str) -> Catalog:
    """Return the catalogue of `lang` as it is kept, empty when there is none."""
    path = catalogue_file(lang)
    with path.open("rb") if path.exists() else io.BytesIO() as file:
        return read_po(file, locale=lang)


def update(lang: str) -> list[Message]:
    """Write the catalogue of `lang` with the texts of today; return those without a translation."""
    before = held(lang)
    after = Catalog(locale=lang, charset="utf-8")
    for message in source():
        if not message.id:
            continue
        known = before.get(key(message))
        if known is None or known.id != message.id:
            known = Message(message.id, "" if isinstance(message.id, str) else ("", ""))
        after.add(message.id, known.string, message.locations)
    path = catalogue_file(lang)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        # The header Babel writes has the time of day in it.
        file.write(HEADER.format(lang=lang).encode())
        write_po(file, after, width=WIDTH, include_lineno=False, sort_output=True, omit_header=True)
    return [m for m in after if m.id and not complete(m)]


def key(message: Message) -> str:
    """Return what a catalogue finds `message` by: its text, in the singular when it has two."""
    return message.id if isinstance(message.id, str) else message.id[0]


def complete(message: Message) -> bool:
    """Return whether every form of `message` is translated."""
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    wanted = 1 if isinstance(message.id, str) else len(message.id)
    return len(forms) == wanted and all(forms)


if __name__ == "__main__":
    for each in TRANSLATED:
        missing = update(each)
        print(f"{each}: {len(missing)} tekster uten oversettelse")
        for message in missing[:20]:
            print(f"  {key(message)}")
