"""Cards about question 4: what municipalities want of each of the five channels."""

from collections.abc import Mapping
from typing import Final

from pages.parts.answers.ways import opening
from pages.parts.cards.crossed import Crossed, Subject, by_group, crossed, differs_most, where_most
from pages.parts.drawing.bars import Bar, Part, bars, legend
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.group_bars import drawn, told
from pages.parts.drawing.table import Column, Table, bound_columns, bounds
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import answer_words, findings, words
from pages.parts.wording.claims import Standing, claim
from pages.parts.wording.groups import Group
from pages.parts.wording.key_figures import basis_of, inhabitants, silence
from pages.parts.wording.leading import Phrases
from pages.parts.wording.mentions import answered
from pages.parts.wording.numbers import listed, some, whole
from pages.parts.wording.opening import Figure
from pages.parts.wording.rates import Rate

ELSEWHERE: Final = "kanal_annet_sted"


def counts(reader: Reader) -> dict[str, dict[str, int]]:
    """Return how many municipalities want what of each channel, in the order of the letter."""
    found: dict[str, dict[str, int]] = {channel: {} for channel in answer_words.channels()}
    for row in reader.ask("kanaler").to_dicts():
        found[row["kanal"]][row["verdi"]] = row["kommuner"]
    return {channel: wishes for channel, wishes in found.items() if wishes}


def wanting_more(reader: Reader) -> dict[str, Rate]:
    """Return how many want more of each channel, of those that answered question 4."""
    of = answered(reader, "kanal")
    return {
        channel: Rate(wishes["mer"], of.svart_punkt, of.kommuner)
        for channel, wishes in counts(reader).items()
    }


def most_wanted(reader: Reader) -> str:
    """Return the channel that most want more of."""
    more = wanting_more(reader)
    return max(more, key=lambda channel: more[channel].n, default=ELSEWHERE)


def headline(reader: Reader) -> str:
    """Return which channel most want more of, as the page's one finding."""
    more, wanted = wanting_more(reader), answer_words.wanted()
    top = max((rate.n for rate in more.values()), default=0)
    if not top:
        return _("Ingen i utvalget vil ha mer av noen kanal")
    found = claim([Standing.of_rate(channel, rate) for channel, rate in more.items()])
    first = [channel for channel, rate in more.items() if rate.n == top]
    rate = more[first[0]]
    if found.kind == "most":
        return _("Flest vil ha mer {what}").format(what=wanted[found.code])
    if found.kind == "among":
        return _("Av dem som svarte, vil flest ha mer {what}: {share}").format(
            what=wanted[found.code], share=rate.text
        )
    text = ngettext(
        "{n} av {of} kommune vil ha mer {what}", "{n} av {of} kommuner vil ha mer {what}", rate.of
    )
    if len(first) > 1:
        text = ngettext(
            "Like mange vil ha mer {what}: {n} av {of} kommune hver",
            "Like mange vil ha mer {what}: {n} av {of} kommuner hver",
            rate.of,
        )
    return text.format(
        n=whole(rate.n), of=whole(rate.of), what=listed(wanted[channel] for channel in first)
    )


def key_figures(reader: Reader) -> list[Figure]:
    """Return what most want more of, the five channels together, and who has not said anything."""
    summary = reader.ask("kanal_samlet").row(0, named=True)
    total = reader.ask("nokkeltall").row(0, named=True)
    of, top = summary["svart_punkt"], most_wanted(reader)
    wished = int(reader.ask("kanaler").filter(kanal=top, verdi="mer")["innbyggere"].sum())

    def figure(n: int, people: int, label: str, kode: str = "") -> Figure:
        rate = Rate(n, of, summary["kommuner"])
        basis = basis_of(rate, inhabitants(people, total["innbyggere"]))
        return Figure(rate.text, label, basis, kode if n else "")

    return [
        figure(
            wanting_more(reader)[top].n,
            wished,
            _("vil ha mer av: {what}").format(
                what=answer_words.inline(answer_words.channels()[top])
            ),
            f"{top}:mer",
        ),
        figure(summary["mer"], summary["innbyggere_mer"], _("vil ha mer av minst én kanal")),
        figure(summary["som_i_dag"], summary["innbyggere_som_i_dag"], _("vil ha alt som i dag")),
        Figure(
            whole(summary["uten_kanal"]),
            _("nevner ingen kanal"),
            _("av {n} som {answered}").format(
                n=whole(of + summary["uten_kanal"] + summary["ukodet"]),
                answered=reader.answered,
            ),
        ),
        silence(total, reader),
    ]


def channels(reader: Reader) -> Card:
    """Return what is wanted of each of the five channels, as stacked bars that open the answers."""
    of = answered(reader, "kanal")
    found = counts(reader)
    summary = reader.ask("kanal_samlet").row(0, named=True)
    labels = answer_words.wishes()
    shown = [v for v in labels if v != "ikke_kodet" or any(w[v] for w in found.values())]
    rows = [_bar(channel, found[channel], of, shown, reader) for channel in found]
    title = _("Ingen i utvalget har svart på spørsmål 4")
    if of.svart:
        title = _("Ingen svar i utvalget er kodet på spørsmål 4")
    if of.svart_punkt:
        says = ngettext(
            "{more} av {of} kommune vil ha mer av minst én kanal, {less} vil ha mindre av noen",
            "{more} av {of} kommuner vil ha mer av minst én kanal, {less} vil ha mindre av noen",
            of.svart_punkt,
        )
        if not summary["mer"]:
            says = _("Ingen vil ha mer av noen kanal, {less} vil ha mindre av noen")
        title = says.format(
            more=whole(summary["mer"]), of=whole(of.svart_punkt), less=some(summary["mindre"])
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
                *bound_columns(),
            ],
            [
                (
                    answer_words.channels()[channel],
                    *(wishes[v] for v in shown),
                    of.svart_punkt,
                    Rate(wishes["mer"], of.svart_punkt, of.kommuner),
                    *bounds(Rate(wishes["mer"], of.svart_punkt, of.kommuner)),
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
    title = where_most(found, top, _phrases(top), beyond=bool(reader.view.distrikt))
    return by_group(found, reader, "kanal_politidistrikt", title, _lead(), ranked_by=top)


def by_size(reader: Reader) -> Card:
    """Return who wants more of each channel, by size of municipality."""
    sentence = _("{what}: {high} vil ha mer i kommuner med {a}, {low} i dem med {b}")
    return _by(reader, "storrelse", sentence, words.inhabitants())


def by_distance(reader: Reader) -> Card:
    """Return who wants more of each channel, by distance to the nearest station."""
    sentence = _("{what}: {high} vil ha mer {a} fra tjenestestedet, {low} {b} fra det")
    return _by(reader, "avstand", sentence, words.distances())


def _by(reader: Reader, grouping: str, sentence: str, names: Mapping[str, str]) -> Card:
    found = _crossed(reader, grouping)
    title = _("For få svar til å sammenlikne gruppene")
    if differs := differs_most(found):
        most, high, a, low, b = differs
        title = sentence.format(
            what=found.subject.labels[most],
            high=high.text,
            a=answer_words.inline(names[a]),
            low=low.text,
            b=answer_words.inline(names[b]),
        )
    return by_group(found, reader, f"kanal_{grouping}", title, _lead())


def _crossed(reader: Reader, grouping: str) -> Crossed:
    subject = Subject(
        "kanal_gruppe", _("Kanal"), answer_words.channels(), lambda channel: f"{channel}:mer"
    )
    return crossed(reader, subject, grouping)


def _phrases(channel: str) -> Phrases:
    what = answer_words.wanted()[channel]
    # The place and the share are put in later, by who knows them.
    later = {"what": what, "place": "{place}", "share": "{share}"}
    return Phrases(
        _("Ønsket om mer {what} er størst {place}: {share}").format(**later),
        _("Ønsket om mer {what} er blant de største {place}: {share}").format(**later),
        _("Vil ha mer {what}").format(what=what),
    )


def _lead() -> str:
    return _("Andel som vil ha mer, av kommuner som svarte på spørsmål 4")


def _bar(channel: str, wishes: dict[str, int], of: Group, shown: list[str], reader: Reader) -> Bar:
    labels = answer_words.wishes()
    rates = {v: Rate(wishes[v], of.svart_punkt, of.kommuner) for v in shown}
    # What nobody coded cannot be opened: there is no code to look for.
    links = {
        v: opening(reader, f"{channel}:{v}").link if n and v != "ikke_kodet" else ""
        for v, n in wishes.items()
    }
    parts = tuple(
        Part(
            drawn(rates[v]),
            ink("kanal", v, dark=reader.dark),
            f"{labels[v]}: {told(rates[v])}",
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
        rate=rates["mer"],
    )
