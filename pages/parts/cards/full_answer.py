"""The card that holds a municipality's whole answer, with the coded passages marked in place."""

from collections.abc import Sequence
from typing import Final

from data import vocabulary as v
from pages.parts.answers.masking import mask
from pages.parts.answers.passages import Marked, Passage, Seek, marked, stands_in
from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import Written, lang_of
from pages.parts.wording import answer_words, letter, machine, words
from queries.search import Search, look_up
from queries.terms import spans

_ANSWER: Final = Markup('<div class="svartekst">{}{}{}</div>')
_SOUGHT: Final = Markup(
    '<p class="fra-sok">{says} <a href="{back}">{to_search}</a> · <a href="{away}">{remove}</a></p>'
)
_QUESTION: Final = Markup("<section><h3>{heading}</h3>{lead}{said}</section>")
_ASKED: Final = Markup('<p class="sporsmal">{}</p>')
_SILENT: Final = Markup('<p class="taus">{}</p>')
_SAID: Final = Markup('<div lang="{}">{}</div>')
_LEFT: Final = Markup("<section><h3>{}</h3><ul>{}</ul></section>")
_LEFT_OUT: Final = Markup(
    '<li><span lang="{lang}">«{text}»</span> <small class="kode">{label}</small></li>'
)


def answer(reader: Reader) -> Card:
    """Return the whole answer, question by question, with the coded passages marked in place."""
    rows = reader.ask("kommune_svar").to_dicts()
    lang = lang_of(rows[0]["malform"] if rows else None)
    texts = {r["sporsmal"]: mask(r["tekst"]) for r in rows}
    placed, homeless = _placed(reader, texts)
    questions = letter.questions()
    search = look_up(reader.version, reader.view.q)
    done = {n: marked(text, placed[n], _seek(search)) for n, text in texts.items()}
    # What is not divided between the questions leaves none of them unanswered.
    shown = sorted(texts) if 0 in texts else sorted(set(v.SPORSMAL.values()))
    body = Markup("").join(_question(number, done.get(number), lang) for number in shown)
    left = _homeless(homeless, lang)
    hidden = any(" utelatt]" in text for text in texts.values())
    note = _("Telefonnumre, e-postadresser og navn på saksbehandlere er utelatt.")
    return Card(
        name="kommunesvar",
        query="kommune_svar",
        title=_("Svaret i sin helhet") if texts else _no_text(reader),
        lead=_lead(reader) if texts else "",
        basis=" ".join(
            [
                ngettext("{n} tekst.", "{n} tekster.", len(texts)).format(n=len(texts))
                if texts
                else "",
                note if hidden else "",
            ]
        ).strip(),
        table=Table.of(
            [Column(_("Spørsmål")), Column(_("Svar"))],
            [(questions[number], Written(text, lang)) for number, text in texts.items()],
        ),
        aside=True,
        figure=_ANSWER.format(_came_from(reader, search), body, left) if texts else Markup(""),
    )


def _placed(
    reader: Reader, texts: dict[int, str]
) -> tuple[dict[int, list[Passage]], list[Passage]]:
    """Return the passages under the question they stand in, and those that stand in none.

    A passage is looked for in its own question first, then in text that is not divided.
    """
    placed: dict[int, list[Passage]] = {number: [] for number in texts}
    homeless: list[Passage] = []
    codes = reader.ask("kommuneutdrag").to_dicts()
    coded = [
        (v.SPORSMAL[row["felt"]], answer_words.coded(row["felt"], row["verdi"]), row)
        for row in codes
    ]
    premises = words.premises()
    coded += [
        (5, _("Tilbud: {type}").format(type=premises[row["lokaltype"]].lower()), row)
        for row in reader.ask("kommune_lokaler").to_dicts()
    ]
    for own, label, row in coded:
        if not row["utdrag"]:
            continue
        passage = Passage(
            mask(row["utdrag"]), label + machine.told(row), row["status"] != "bekreftet"
        )
        order = sorted(texts, key=lambda number: (number != own, number))
        where = next((n for n in order if stands_in(passage, texts[n])), None)
        (homeless if where is None else placed[where]).append(passage)
    return placed, homeless


def _lead(reader: Reader) -> str:
    """Return how the passages are marked, and that those a machine suggests look otherwise."""
    lead = _("Utdrag som kodene bygger på, er markert, med koden etter")
    rows = reader.ask("kommuneutdrag").to_dicts() + reader.ask("kommune_lokaler").to_dicts()
    if all(row["status"] == "bekreftet" for row in rows):
        return lead
    return _("{lead}; maskinforslag som ingen har bekreftet, er understreket").format(lead=lead)


def _seek(search: Search) -> Seek:
    """Return what finds the words of `search` in a text, as the hits are marked."""
    return lambda text: spans(text, search.words, search.phrases)


def _came_from(reader: Reader, search: Search) -> Markup:
    """Return a line that says what is marked as the reader searched for it, and two ways on."""
    if search.is_empty:
        return Markup("")
    return _SOUGHT.format(
        says=_("Ordene fra søket «{q}» er understreket.").format(q=reader.view.q),
        back=reader.link("sok"),
        to_search=_("Tilbake til søket"),
        away=reader.link(q=""),
        remove=_("Fjern strekene"),
    )


def _question(number: int, text: Marked | None, lang: str) -> Markup:
    asked = letter.asked(number)
    said = _SILENT.format(_("Svaret har ingen tekst under dette spørsmålet."))
    if text:
        said = _SAID.format(lang, text.html)
    return _QUESTION.format(
        heading=letter.questions()[number], lead=_ASKED.format(asked) if asked else "", said=said
    )


def _homeless(passages: Sequence[Passage], lang: str) -> Markup:
    if not passages:
        return Markup("")
    items = [_LEFT_OUT.format(lang=lang, text=p.text, label=p.label) for p in passages]
    return _LEFT.format(_("Utdrag som ikke står ordrett i teksten"), Markup("").join(items))


def _no_text(reader: Reader) -> str:
    facts = reader.ask("kommune_fakta").to_dicts()
    if facts and facts[0]["svarstatus"] in ("svart", "uttalelse"):
        return _("Teksten i svaret er ikke i datasettet")
    return _("Det er ikke noe svar å vise")
