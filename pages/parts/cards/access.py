"""Cards about question 4: what municipalities want of each of the five channels."""

from typing import Any, Final

from pages.parts.answers.coded import passage
from pages.parts.answers.ways import opening
from pages.parts.cards.crossed import Crossed, Subject, by_group, crossed, differs_most, where_most
from pages.parts.drawing.bars import Bar, Part, bars, legend
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import quoted
from pages.parts.wording import answer_words, findings
from pages.parts.wording.distance import distance
from pages.parts.wording.key_figures import silence
from pages.parts.wording.mentions import answered
from pages.parts.wording.numbers import share, whole
from pages.parts.wording.opening import Figure
from pages.parts.wording.words import district_name

ELSEWHERE: Final = "kanal_annet_sted"
# Kilometres; the reach that the other pages start from.
FAR: Final = 15
SHOWN: Final = 15


def counts(reader: Reader) -> dict[str, dict[str, int]]:
    """Return how many municipalities want what of each channel, in the order of the letter."""
    found: dict[str, dict[str, int]] = {channel: {} for channel in answer_words.channels()}
    for row in reader.ask("kanaler").to_dicts():
        found[row["kanal"]][row["verdi"]] = row["kommuner"]
    return {channel: wishes for channel, wishes in found.items() if wishes}


def most_wanted(reader: Reader) -> str:
    """Return the channel that most want more of."""
    more = {channel: wishes["mer"] for channel, wishes in counts(reader).items()}
    return max(more, key=more.__getitem__, default=ELSEWHERE)


def headline(reader: Reader) -> str:
    """Return which channel most want more of, as the page's one finding."""
    more = {channel: wishes["mer"] for channel, wishes in counts(reader).items()}
    top = max(more.values(), default=0)
    of = answered(reader, "kanal").svart_punkt
    first, *others = [answer_words.wanted()[c] for c, n in more.items() if n == top]
    if not top:
        return _("Ingen i utvalget vil ha mer av noen kanal")
    if of < findings.FEW:
        return _("{n} av {of} kommuner vil ha mer {what}").format(
            n=whole(top), of=whole(of), what=first
        )
    if others:
        return _("Like mange vil ha mer {what} som {other}").format(what=first, other=others[0])
    return _("Flest vil ha mer {what}").format(what=first)


def key_figures(reader: Reader) -> list[Figure]:
    """Return what most want more of, the five channels together, and who has not said anything."""
    found, summary = counts(reader), reader.ask("kanal_samlet").row(0, named=True)
    of = summary["svart_punkt"]
    basis = _("{n} av {of} svar")
    top = most_wanted(reader)

    def figure(n: int, label: str, kode: str = "") -> Figure:
        value = share(n / of) if of >= findings.FEW else whole(n)
        return Figure(value, label, basis.format(n=whole(n), of=whole(of)), kode if n else "")

    return [
        figure(
            found[top]["mer"],
            _("vil ha mer av: {what}").format(
                what=answer_words.inline(answer_words.channels()[top])
            ),
            f"{top}:mer",
        ),
        figure(summary["mer"], _("vil ha mer av minst én kanal")),
        figure(summary["som_i_dag"], _("vil ha alt som i dag")),
        Figure(
            whole(summary["uten_kanal"]),
            _("nevner ingen kanal"),
            _("av {n} som {answered}").format(
                n=whole(of + summary["uten_kanal"] + summary["ukodet"]),
                answered=reader.answered,
            ),
        ),
        silence(reader.ask("nokkeltall").row(0, named=True), reader),
    ]


def channels(reader: Reader) -> Card:
    """Return what is wanted of each of the five channels, as stacked bars that open the answers."""
    of = answered(reader, "kanal")
    found = counts(reader)
    summary = reader.ask("kanal_samlet").row(0, named=True)
    labels = answer_words.wishes()
    shown = [v for v in labels if v != "ikke_kodet" or any(w[v] for w in found.values())]
    rows = [_bar(channel, found[channel], of.svart_punkt, shown, reader) for channel in found]
    title = _("Ingen i utvalget har svart på spørsmål 4")
    if of.svart:
        title = _("Ingen svar i utvalget er kodet på spørsmål 4")
    if of.svart_punkt:
        title = _(
            "{more} av {of} vil ha mer av minst én kanal, {less} vil ha mindre av noen"
        ).format(
            more=whole(summary["mer"]), of=whole(of.svart_punkt), less=whole(summary["mindre"])
        )
    return Card(
        name="kanaler",
        query="kanaler",
        title=title,
        lead=_("Kommuner som svarte på spørsmål 4; velg et tall for å se svarene bak"),
        basis=findings.coverage(of, reader),
        table=Table.of(
            [
                Column(_("Kanal")),
                *(Column(labels[v], "whole") for v in shown),
                Column(_("Svart på spørsmål 4"), "whole"),
                Column(_("Andel som vil ha mer"), "share"),
            ],
            [
                (
                    answer_words.channels()[channel],
                    *(wishes[v] for v in shown),
                    of.svart_punkt,
                    wishes["mer"] / of.svart_punkt,
                )
                for channel, wishes in found.items()
            ],
        ),
        figure=legend([(ink("kanal", v, dark=reader.dark), labels[v]) for v in shown])
        + bars(rows, (_("Kanal"), *(labels[v] for v in shown)), title),
    )


def by_district(reader: Reader) -> Card:
    """Return who wants more of each channel, by police district; all twelve."""
    found = _crossed(reader, "politidistrikt")
    top = most_wanted(reader)
    claim = _("Ønsket om mer {what} er størst {{place}}").format(what=answer_words.wanted()[top])
    title = where_most(found, top, claim)
    return by_group(found, reader, "kanal_politidistrikt", title, _lead(), ranked_by=top)


def by_size(reader: Reader) -> Card:
    """Return who wants more of each channel, by size of municipality."""
    sentence = _(
        "{what} skiller mest: {high} vil ha mer i kommuner med {a} innbyggere, {low} med {b}"
    )
    return _by(reader, "storrelse", sentence)


def by_distance(reader: Reader) -> Card:
    """Return who wants more of each channel, by distance to the nearest station."""
    sentence = _("{what} skiller mest: {high} vil ha mer {a} fra tjenestestedet, {low} {b} fra det")
    return _by(reader, "avstand", sentence)


def elsewhere(reader: Reader) -> Card:
    """Return who asks for the police elsewhere than at a station, farthest from one first."""
    asked = reader.having(kode=f"{ELSEWHERE}:mer", gruppe=None, samtidig=None)
    rows: list[dict[str, Any]] = (
        asked.ask("kodede_svar").sort(
            "til_naermeste", descending=True, nulls_last=True, maintain_order=True
        )
    ).to_dicts()
    far = sum((row["til_naermeste"] or 0) >= FAR for row in rows)
    title = ngettext(
        "{n} kommune ber om politi til stede andre steder, {far} av dem har minst 15 km til "
        "tjenestestedet",
        "{n} kommuner ber om politi til stede andre steder, {far} av dem har minst 15 km til "
        "tjenestestedet",
        len(rows),
    ).format(n=whole(len(rows)), far=whole(far))
    return Card(
        name="annet_sted",
        query="kodede_svar",
        title=title if rows else _("Ingen i utvalget ber om politi til stede andre steder"),
        lead=_("De som er lengst fra et tjenestested først, med det de skriver"),
        basis=_("Kommuner som vil ha mer {what}").format(what=answer_words.wanted()[ELSEWHERE]),
        table=Table.of(
            [
                Column(_("Kommune")),
                Column(_("Politidistrikt")),
                Column(_("Til nærmeste tjenestested"), distance(reader).kind),
                Column(_("Innbyggere"), "whole"),
                Column(_("Slik står det i svaret")),
            ],
            [
                (
                    row["navn"],
                    district_name(row["politidistrikt"]),
                    row["til_naermeste"],
                    row["innbyggere"],
                    quoted(passage(row)[1], row["malform"]),
                )
                for row in rows
            ],
        ),
        links=tuple(reader.link("kommune", kommune=row["kommunenummer"]) for row in rows),
        shown=SHOWN,
    )


def _by(reader: Reader, grouping: str, sentence: str) -> Card:
    found = _crossed(reader, grouping)
    title = _("For få svar til å sammenlikne gruppene")
    if differs := differs_most(found):
        most, high, low = differs
        title = sentence.format(
            what=found.subject.labels[most],
            high=share(found.groups.share(high, most)),
            a=answer_words.inline(found.names[high]),
            low=share(found.groups.share(low, most)),
            b=answer_words.inline(found.names[low]),
        )
    return by_group(found, reader, f"kanal_{grouping}", title, _lead())


def _crossed(reader: Reader, grouping: str) -> Crossed:
    subject = Subject(
        "kanal_gruppe", _("Kanal"), answer_words.channels(), lambda channel: f"{channel}:mer"
    )
    return crossed(reader, subject, grouping)


def _lead() -> str:
    return _("Andel som vil ha mer, av kommuner som svarte på spørsmål 4")


def _bar(channel: str, wishes: dict[str, int], of: int, shown: list[str], reader: Reader) -> Bar:
    labels = answer_words.wishes()
    # What nobody coded cannot be opened: there is no code to look for.
    links = {
        v: opening(reader, f"{channel}:{v}").link if n and v != "ikke_kodet" else ""
        for v, n in wishes.items()
    }
    parts = tuple(
        Part(
            wishes[v] / of,
            ink("kanal", v, dark=reader.dark),
            f"{labels[v]}: {share(wishes[v] / of)} ({wishes[v]})",
            links[v],
        )
        for v in shown
    )
    return Bar(
        answer_words.channels()[channel],
        parts,
        tuple(whole(wishes[v]) for v in shown),
        links["mer"],
        value_links=tuple(links[v] for v in shown),
    )
