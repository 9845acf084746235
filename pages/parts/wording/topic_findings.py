"""What is found about questions 1 and 3: the sentences and key figures a page opens with."""

from typing import Any, Final

from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording import answer_words, findings
from pages.parts.wording.answer_words import inline
from pages.parts.wording.counted import who
from pages.parts.wording.key_figures import silence
from pages.parts.wording.mentions import answered
from pages.parts.wording.numbers import decimal, share, whole
from pages.parts.wording.opening import Figure

# So much more than in the country, as a share, is worth a title.
ODD: Final = 0.1


def leader(reader: Reader, felt: str) -> tuple[list[str], int, int]:
    """Return the codes that most name in `felt`, equals together, how many do, and of how many."""
    rows = reader.ask("nevnt", felt=felt).to_dicts()
    most = rows[0]["kommuner"] if rows else 0
    first = [row["verdi"] for row in rows if row["kommuner"] == most]
    return first, most, rows[0]["svart_punkt"] if rows else 0


def headline(reader: Reader) -> str:
    """Return which challenge most name, as the page's one finding."""
    codes, n, of = leader(reader, "tema")
    first = [answer_words.themes()[code] for code in codes]
    if not first:
        return _("Ingen utfordringer er kodet i utvalget")
    if of < findings.FEW:
        return _("{n} av {of} kommuner nevner {what}").format(
            n=whole(n), of=whole(of), what=inline(first[0])
        )
    if len(first) > 2:
        return _("{n} utfordringer nevnes like ofte, hver av {m} kommuner").format(
            n=whole(len(first)), m=whole(n)
        )
    if len(first) > 1:
        return _("{one} og {other} er de utfordringene flest kommuner nevner").format(
            one=first[0], other=inline(first[1])
        )
    return _("{what} er den utfordringen flest kommuner nevner").format(what=first[0])


def key_figures(reader: Reader) -> list[Figure]:
    """Return what most name on each subject, how much they name, and who has not said anything."""
    found = []
    for felt in answer_words.subjects():
        first, n, of = leader(reader, felt)
        if of:
            value = share(n / of) if of >= findings.FEW else whole(n)
            basis = _("{n} av {of} svar").format(n=whole(n), of=whole(of))
            found.append(
                Figure(value, _named(felt, first[0]), basis, f"{felt}:{first[0]}" if n else "")
            )
    named = sum(row["kommuner"] for row in reader.ask("nevnt", felt="tema").to_dicts())
    of = answered(reader, "tema").svart_punkt
    if of:
        basis = _("av {n} mulige").format(n=len(answer_words.themes()))
        found.append(Figure(decimal(named / of), _("utfordringer i snitt per svar"), basis))
    return [*found, silence(reader.ask("nokkeltall").row(0, named=True), reader)]


def standout(
    rows: list[dict[str, Any]], everywhere: dict[str, float], felt: str, *, compared: bool
) -> str:
    """Return what stands out: against the country when the selection is a part of it."""
    labels = answer_words.labels(felt)
    if not rows:
        return {
            "tema": _("Ingen utfordringer er kodet i utvalget"),
            "samarbeid": _("Ingen samarbeidsformer er kodet i utvalget"),
            "ressurs": _("Ingen ressurser er kodet i utvalget"),
        }[felt]
    first, of = rows[0], rows[0]["svart_punkt"]
    none = ("ressurs", "ingen")
    if compared and of >= findings.FEW:
        odd = max(rows, key=lambda row: row["andel"] - everywhere[row["verdi"]])
        more = odd["andel"] - everywhere[odd["verdi"]]
        if more >= ODD and odd["kommuner"] >= findings.FEW_IN_GROUP:
            sentence = _("{what} nevnes oftere her enn i landet, {here} mot {there}")
            if (felt, odd["verdi"]) == none:
                sentence = _("Flere enn i landet kan ikke sette av ressurser, {here} mot {there}")
            return sentence.format(
                what=labels[odd["verdi"]],
                here=share(odd["andel"]),
                there=share(everywhere[odd["verdi"]]),
            )
    if (felt, first["verdi"]) == none:
        return who("ressurs", "ingen", first["kommuner"])
    sentence = _("{what} nevnes av {n} av {of} kommuner")
    # No «most» where two share the first place, or where few have answered.
    if (
        of >= findings.FEW
        and all(first["kommuner"] > row["kommuner"] for row in rows[1:])
        and felt != "tema"
    ):
        sentence = {
            "samarbeid": _("{what} er samarbeidet flest nevner, {n} av {of} kommuner"),
            "ressurs": _("{what} er det flest vil sette av, {n} av {of} kommuner"),
        }[felt]
    title = sentence.format(what=labels[first["verdi"]], n=whole(first["kommuner"]), of=whole(of))
    if felt == "tema" and rows[1:]:
        title += _(", {what} av {n}").format(
            what=inline(labels[rows[1]["verdi"]]), n=whole(rows[1]["kommuner"])
        )
    return title


def _named(felt: str, verdi: str) -> str:
    if (felt, verdi) == ("ressurs", "ingen"):
        return _("kan ikke sette av ressurser")
    sentence = _("vil sette av {what}") if felt == "ressurs" else _("nevner {what}")
    return sentence.format(what=inline(answer_words.labels(felt)[verdi]))
