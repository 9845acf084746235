"""The search page's own parts: what was understood, the list of hits and its pages."""

from collections.abc import Sequence
from typing import Any, Final

from pages.parts.answers import snippets
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import lang_of
from pages.parts.wording import words
from pages.parts.wording.letter import questions
from pages.parts.wording.numbers import in_quotes, listed, long_date, whole
from queries import versions
from queries.search import PAGE, Found
from queries.terms import parse

Row = dict[str, Any]
# A joint answer may speak for many; the first names tell which.
NAMED: Final = 6
_RULE: Final = Markup("<li><code>{}</code> {}</li>")
_LINE: Final = Markup("<p>{}</p>")
_NOTES: Final = Markup('<div class="melding" role="status">{}</div>')
_NOTHING: Final = Markup('<div class="tomt"><p>{why}</p><a href="{link}">{way}</a></div>')
_LINK: Final = Markup('<a href="{}">{}</a>')
_PAGES: Final = Markup(
    '<nav class="sider" aria-label="{label}">{before}<span>{here}</span>{after}</nav>'
)
_HIT: Final = Markup(
    '<li><h2>{heading}</h2><p class="fakta">{facts}</p><p lang="{lang}">{snippet}</p>{full}</li>'
)
_FULL: Final = Markup('<details><summary>{}</summary><div lang="{}">{}</div></details>')


def title(found: Found, *, everywhere: bool = True) -> str:
    """Return what was found as the page's heading; `everywhere` when nothing is filtered out."""
    if not found.selection.height:
        return (
            _("Det er ingen svartekst å søke i")
            if everywhere
            else _("Ingen i utvalget har svartekst å søke i")
        )
    if found.search.is_empty:
        return _("Søk i svarene")
    asked = _asked(found)
    if not found.hits.height:
        return _("Ingen svar nevner {asked}").format(asked=asked)
    n, k = found.hits.height, found.kommuner
    if not k:
        says = ngettext(
            "{n} svar nevner {asked}, ingen fra kommuner",
            "{n} svar nevner {asked}, ingen fra kommuner",
            n,
        )
    elif n == 1:
        says = ngettext(
            "1 svar fra {k} kommune nevner {asked}", "1 svar fra {k} kommuner nevner {asked}", k
        )
    else:
        says = ngettext(
            "{n} svar fra {k} kommune nevner {asked}",
            "{n} svar fra {k} kommuner nevner {asked}",
            k,
        )
    return says.format(n=whole(n), k=whole(k), asked=asked)


def counted(found: Found) -> str:
    """Return in sentences what the heading counts, or how much there is to search in."""
    if found.hits.height:
        said = _("Hvert svar på ett av spørsmålene i brevet telles for seg.")
        if not found.from_others:
            return said
        others = ngettext(
            "{n} avsender er ikke en kommune.",
            "{n} avsendere er ikke kommuner.",
            found.from_others,
        )
        return f"{said} {others.format(n=whole(found.from_others))}"
    if found.search.is_empty and found.selection.height:
        return f"{searchable(found)}."
    return ""


def searchable(found: Found) -> str:
    """Return in one sentence how much there is to search in."""
    texts = found.selection.unique("innspill_id")
    kommuner = found.selection["kommunenummer"].drop_nulls().n_unique()
    others = texts.filter(texts["kommunenummer"].is_null()).height
    said = ngettext(
        "{n} svar på enkeltspørsmål fra {k} kommune",
        "{n} svar på enkeltspørsmål fra {k} kommuner",
        kommuner,
    ).format(n=whole(int(texts["tekster"].sum())), k=whole(kommuner))
    if not others:
        return said
    return said + ngettext(" og {n} annen avsender", " og {n} andre avsendere", others).format(
        n=whole(others)
    )


def help_line() -> Markup:
    """Return how to search, as one quiet line of HTML."""
    rules = (
        (_("vold"), _("finner også «voldelig», «voldshendelser» og nynorsk «vald»")),
        (_('"psykisk helse"'), _("finner ordene samlet")),
        (_("-trafikk"), _("utelater svar med ordet")),
        (_("et kommunenavn"), _("finner også svarene fra kommunen")),
    )
    items = Markup("").join(_RULE.format(written, means) for written, means in rules)
    return Markup('<ul class="sokehjelp">{}</ul>').format(items)


def notes(found: Found) -> Markup:
    """Return what was searched for besides what was written, as HTML."""
    lines = []
    if found.loosened:
        lines.append(_("Ingen svar har alle ordene. Her er svar som har noen av dem."))
    named = {written for written, _others in found.search.alike}
    lines += [
        _("Få eller ingen svar har «{word}». Viser også treff for {others}.").format(
            word=written, others=listed(map(in_quotes, others))
        )
        for written, others in found.search.alike
    ]
    gone = [word for word in found.search.missing if word not in named]
    if gone and found.hits.height:
        lines.append(
            _("Ingen svar har {words}.").format(
                words=listed(map(in_quotes, gone), alternatives=True)
            )
        )
    text = Markup("").join(map(_LINE.format, lines))
    return _NOTES.format(text) if text else text


def nothing(reader: Reader, found: Found) -> Markup:
    """Return why the list is empty and the way on, as HTML."""
    if reader.is_known:
        why = _("De kjente uttalelsene er omtale og korte utdrag, ikke svartekst.")
        other = next(d for d in (*versions(), "demo") if d != "kjente")
        way = _("Søk i {name}").format(name=words.datasets()[other].lower())
        link = reader.link(data=other, versjon=None)
    elif not found.selection.height:
        why = _("Ingen i utvalget har sendt svartekst.")
        way, link = _("Søk i hele landet"), reader.country.link()
    elif not reader.view.is_country:
        why = _("Ingen svar i utvalget passer med søket.")
        way, link = _("Søk i hele landet"), reader.country.link()
    elif silent := _silent(reader, found):
        why = _("{name} har ikke svart.").format(name=silent["navn"])
        way = _("Se kommunen")
        link = reader.link("kommune", kommune=silent["kommunenummer"])
    else:
        why = _("Prøv færre eller kortere ord; søket finner også lengre ord som begynner likt.")
        way, link = _("Tøm søket"), reader.link(q="")
    return _NOTHING.format(why=why, link=link, way=way)


def hit_list(reader: Reader, found: Found, rows: Sequence[Row]) -> Markup:
    """Return the hits of one page as an HTML list, best first."""
    items = Markup("").join(_hit(reader, found, row) for row in rows)
    return Markup('<ol class="sokeliste">{}</ol>').format(items)


def pages(reader: Reader, found: Found, side: int) -> Markup:
    """Return the way to the pages before and after `side` as HTML; nothing when it is the only."""
    last = last_page(found)
    if last == 1:
        return Markup("")
    first_hit = PAGE * (side - 1) + 1
    here = _("{first}–{last} av {all}").format(
        first=whole(first_hit),
        last=whole(min(found.hits.height, first_hit + PAGE - 1)),
        all=whole(found.hits.height),
    )
    steps = ((side - 1, _("Forrige")), (side + 1, _("Neste")))
    before, after = (
        _LINK.format(reader.link(side=number), name) if 1 <= number <= last else ""
        for number, name in steps
    )
    return _PAGES.format(label=_("Sider med treff"), before=before, here=here, after=after)


def last_page(found: Found) -> int:
    """Return the number of the last page of hits, 1 when there are none."""
    return max(1, -(-found.hits.height // PAGE))


def sender(row: Row) -> str:
    """Return who the answer is from; private persons are not named."""
    if row["avsendertype"] == "privatperson":
        return _("Privatperson")
    return str(row["avsender"])


def kinds() -> dict[str, str]:
    """Return what a sender that is no single municipality is called."""
    return {
        "interkommunalt_raad": _("Interkommunalt råd"),
        "fylkeskommune": _("Fylkeskommune, ikke en kommune"),
        "organisasjon": _("Organisasjon, ikke en kommune"),
        "privatperson": _("Privatperson, ikke en kommune"),
        "annet": _("Annen avsender, ikke en kommune"),
    }


def _silent(reader: Reader, found: Found) -> Row | None:
    """Return the municipality that was searched for by name and has no answer, if it was one."""
    asked = [word for term in found.search.terms for word in term.words]
    for row in reader.ask("kart").iter_rows(named=True):
        if [word for term in parse(row["navn"]) for word in term.words] == asked:
            return row
    return None


def _asked(found: Found) -> str:
    """Return what the answers are said to mention: what was written, or what was meant."""
    if found.loosened:
        return _("minst ett av ordene")
    meant = {
        written: others for written, others in found.search.alike if written in found.search.missing
    }
    wanted, excluded = (
        [
            listed(map(in_quotes, meant.get(term.text, (term.text,))), alternatives=True)
            for term in found.search.terms
            if term.excluded == out
        ]
        for out in (False, True)
    )
    said = listed(wanted)
    if not excluded:
        return said
    return _("{words}, men ikke {excluded}").format(
        words=said, excluded=listed(excluded, alternatives=True)
    )


def _hit(reader: Reader, found: Found, row: Row) -> Markup:
    text, lang = row["tekst"], lang_of(row["malform"])
    named = list(zip(row["kommunenumre"] or (), row["kommuner"] or (), strict=True))
    links: list[str] = [
        _LINK.format(reader.link("kommune", kommune=number), name) for number, name in named[:NAMED]
    ]
    if len(named) > NAMED:
        links.append(_("{n} til").format(n=len(named) - NAMED))
    senders = Markup(", ").join(links)
    facts: list[str] = []
    heading: str = senders
    if row["avsendertype"] != "kommune":
        heading = sender(row)
        facts += [kinds()[row["avsendertype"]], *([senders] if links else [])]
    facts.append(questions()[row["sporsmal"]])
    districts = ", ".join(map(words.district_name, row["politidistrikter"] or ()))
    facts += [_("{d} politidistrikt").format(d=districts)] if districts else []
    facts += [long_date(row["dato"])] if row["dato"] else []
    facts += [_("etter fristen")] if row["etter_frist"] else []
    facts += [_("erstattet av et senere svar")] if row["erstattet"] else []
    # A municipality's answer stands in full on its own page; other senders have no page.
    full = Markup("")
    if not links and len(text) > snippets.LENGTH:
        full = _FULL.format(_("Les hele svaret"), lang, snippets.whole(text, found.search))
    return _HIT.format(
        heading=heading,
        facts=Markup(" · ").join(facts),
        lang=lang,
        snippet=snippets.snippet(text, found.search),
        full=full,
    )
