"""What is found about questions 1 and 3: the sentences and key figures a page opens with."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording import answer_words
from pages.parts.wording.answer_words import inline
from pages.parts.wording.claims import Claim, Standing, claim, compare
from pages.parts.wording.counted import who
from pages.parts.wording.key_figures import basis_of, inhabitants, silence
from pages.parts.wording.mentions import answered
from pages.parts.wording.numbers import begun, decimal, listed, whole
from pages.parts.wording.opening import Figure
from pages.parts.wording.rates import Rate

Row = Mapping[str, Any]
# So much more than in the country, as a share, is worth a title.
ODD: Final = 0.1
# More names than this say nothing that «flere» does not.
NAMED: Final = 3


def rate_of(row: Row) -> Rate:
    """Return how many name the value of a row of `nevnt`, of those that answered the question."""
    return Rate(row["kommuner"], row["svart_punkt"], row["gruppe_kommuner"])


def first_of(rows: Sequence[Row]) -> Claim:
    """Return what may be claimed of what most name in `rows` of `nevnt`."""
    return claim([Standing.of_rate(row["verdi"], rate_of(row)) for row in rows])


def headline(reader: Reader) -> str:
    """Return which challenge most name, as the page's one finding."""
    rows = reader.ask("nevnt", felt="tema").to_dicts()
    if not rows or not rows[0]["kommuner"]:
        return _("Ingen utfordringer er kodet i utvalget")
    labels, found = answer_words.themes(), first_of(rows)
    if found.kind == "tied":
        if len(found.codes) > NAMED:
            return _("{n} utfordringer nevnes like ofte, hver av {m}").format(
                n=whole(len(found.codes)), m=rate_of(rows[0]).text
            )
        return _("{what} nevnes like ofte, hver av {m}").format(
            what=_listed(labels, found.codes), m=rate_of(rows[0]).text
        )
    if not found.code:
        return _named(rows[0], labels)
    what, rate = labels[found.code], rate_of(rows[0])
    if found.kind == "most":
        return _("{what} er den utfordringen flest kommuner nevner").format(what=what)
    return _("{what} er blant utfordringene flest kommuner nevner: {share}").format(
        what=what, share=rate.text
    )


def key_figures(reader: Reader) -> list[Figure]:
    """Return what most name on each subject, how much they name, and who has not said anything."""
    found, people = [], reader.ask("nokkeltall").item(0, "innbyggere")
    for felt in answer_words.subjects():
        rows = reader.ask("nevnt", felt=felt).to_dicts()
        if rows:
            row, rate = rows[0], rate_of(rows[0])
            basis = basis_of(rate, inhabitants(row["innbyggere"], people))
            code = f"{felt}:{row['verdi']}" if rate.n else ""
            found.append(Figure(rate.text, _says(felt, row["verdi"]), basis, code))
    named = sum(row["kommuner"] for row in reader.ask("nevnt", felt="tema").to_dicts())
    of = answered(reader, "tema").svart_punkt
    if of:
        basis = _("av {n} mulige").format(n=len(answer_words.themes()))
        found.append(Figure(decimal(named / of), _("utfordringer i snitt per svar"), basis))
    return [*found, silence(reader.ask("nokkeltall").row(0, named=True), reader)]


def standout(rows: Sequence[Row], everywhere: Mapping[str, Row], felt: str, *, own: bool) -> str:
    """Return what stands out: against the country when the selection is a part of it, `own`."""
    labels = answer_words.labels(felt)
    if not rows or not rows[0]["kommuner"]:
        return {
            "tema": _("Ingen utfordringer er kodet i utvalget"),
            "samarbeid": _("Ingen samarbeidsformer er kodet i utvalget"),
            "ressurs": _("Ingen ressurser er kodet i utvalget"),
        }[felt]
    if own and (odd := _odd(rows, everywhere, felt)):
        return odd
    first, found = rows[0], first_of(rows)
    if (felt, first["verdi"]) == ("ressurs", "ingen"):
        return who("ressurs", "ingen", first["kommuner"])
    if found.kind == "most" and felt != "tema":
        sentence = {
            "samarbeid": _("{what} er samarbeidet flest nevner, {counted}"),
            "ressurs": _("{what} er det flest vil sette av, {counted}"),
        }[felt]
        return sentence.format(what=labels[first["verdi"]], counted=rate_of(first).municipalities)
    title = _named(first, labels)
    if felt == "tema" and rows[1:]:
        title += _(", {what} av {n}").format(
            what=inline(labels[rows[1]["verdi"]]), n=whole(rows[1]["kommuner"])
        )
    return title


def _odd(rows: Sequence[Row], everywhere: Mapping[str, Row], felt: str) -> str:
    """Return what is named much more here than in the country, empty where nothing is."""

    def more(row: Row) -> float:
        return (rate_of(row).value or 0) - (rate_of(everywhere[row["verdi"]]).value or 0)

    odd = max(rows, key=more)
    here, there = rate_of(odd), rate_of(everywhere[odd["verdi"]])
    if here.is_few or there.is_few or more(odd) < ODD:
        return ""
    none = (felt, odd["verdi"]) == ("ressurs", "ingen")
    if compare(here, there) == "more":
        sentence = (
            _("Flere enn i landet kan ikke sette av ressurser, {here} mot {there}")
            if none
            else _("{what} nevnes oftere her enn i landet, {here} mot {there}")
        )
    else:
        sentence = (
            _("{here} av dem som svarte, kan ikke sette av ressurser, i landet {there}")
            if none
            else _("{what} nevnes av {here} av dem som svarte, i landet {there}")
        )
    said = sentence.format(
        what=answer_words.labels(felt)[odd["verdi"]], here=here.text, there=there.text
    )
    return begun(said)


def _named(row: Row, labels: Mapping[str, str]) -> str:
    return _("{what} nevnes av {counted}").format(
        what=labels[row["verdi"]], counted=rate_of(row).municipalities
    )


def _listed(labels: Mapping[str, str], codes: Sequence[str]) -> str:
    first, *rest = (labels[code] for code in codes)
    return listed([first, *map(inline, rest)])


def _says(felt: str, verdi: str) -> str:
    if (felt, verdi) == ("ressurs", "ingen"):
        return _("kan ikke sette av ressurser")
    sentence = _("vil sette av {what}") if felt == "ressurs" else _("nevner {what}")
    return sentence.format(what=inline(answer_words.labels(felt)[verdi]))
