"""The search page's own parts: what was understood, the list of hits and its pages."""

from collections.abc import Sequence
from html import escape
from typing import Any, Final

from pages.parts.answers import snippets
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import lang_of
from pages.parts.wording import words
from pages.parts.wording.letter import questions
from pages.parts.wording.numbers import listed, long_date, whole
from queries import versions
from queries.search import PAGE, Found
from queries.terms import parse

Row = dict[str, Any]
# A joint answer may speak for many; the first names tell which.
NAMED: Final = 6


def title(found: Found) -> str:
    """Return what was found as the page's heading."""
    if not found.selection.height:
        return _("Det er ingen svartekst å søke i")
    if found.search.is_empty:
        return _("Søk i svarene")
    asked = _asked(found)
    if not found.hits.height:
        return _("Ingen svar nevner {asked}").format(asked=asked)
    answers = ngettext("{n} svar", "{n} svar", found.hits.height).format(n=whole(found.hits.height))
    if not found.kommuner:
        return _("{answers} nevner {asked}, ingen fra kommuner").format(
            answers=answers, asked=asked
        )
    return ngettext(
        "{answers} fra {k} kommune nevner {asked}",
        "{answers} fra {k} kommuner nevner {asked}",
        found.kommuner,
    ).format(answers=answers, k=whole(found.kommuner), asked=asked)


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


def help_line() -> str:
    """Return how to search, as one quiet line of HTML."""
    rules = (
        (_("vold"), _("finner også «voldelig», «voldshendelser» og nynorsk «vald»")),
        (_('"psykisk helse"'), _("finner ordene samlet")),
        (_("-trafikk"), _("utelater svar med ordet")),
        (_("et kommunenavn"), _("finner også svarene fra kommunen")),
    )
    items = "".join(
        f"<li><code>{escape(written)}</code> {escape(means)}</li>" for written, means in rules
    )
    return f'<ul class="sokehjelp">{items}</ul>'


def notes(found: Found) -> str:
    """Return what was searched for besides what was written, as HTML."""
    lines = []
    if found.loosened:
        lines.append(_("Ingen svar har alle ordene. Her er svar som har noen av dem."))
    named = {written for written, _others in found.search.alike}
    lines += [
        _("Få eller ingen svar har «{word}». Viser også treff for {others}.").format(
            word=written, others=listed(f"«{o}»" for o in others)
        )
        for written, others in found.search.alike
    ]
    gone = [word for word in found.search.missing if word not in named]
    if gone and found.hits.height:
        lines.append(
            _("Ingen svar har {words}.").format(
                words=listed((f"«{word}»" for word in gone), alternatives=True)
            )
        )
    text = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f'<div class="melding" role="status">{text}</div>' if text else ""


def nothing(reader: Reader, found: Found) -> str:
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
    return f'<div class="tomt"><p>{escape(why)}</p><a href="{escape(link)}">{escape(way)}</a></div>'


def hit_list(reader: Reader, found: Found, rows: Sequence[Row]) -> str:
    """Return the hits of one page as an HTML list, best first."""
    items = "".join(_hit(reader, found, row) for row in rows)
    return f'<ol class="sokeliste">{items}</ol>'


def pages(reader: Reader, found: Found, side: int) -> str:
    """Return the way to the pages before and after `side` as HTML; nothing when it is the only."""
    last = last_page(found)
    if last == 1:
        return ""
    first_hit = PAGE * (side - 1) + 1
    here = _("{first}–{last} av {all}").format(
        first=whole(first_hit),
        last=whole(min(found.hits.height, first_hit + PAGE - 1)),
        all=whole(found.hits.height),
    )
    steps = ((side - 1, _("Forrige")), (side + 1, _("Neste")))
    before, after = (
        f'<a href="{escape(reader.link(side=number))}">{escape(name)}</a>'
        if 1 <= number <= last
        else ""
        for number, name in steps
    )
    return (
        f'<nav class="sider" aria-label="{escape(_("Sider med treff"))}">{before}'
        f"<span>{escape(here)}</span>{after}</nav>"
    )


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
            listed(
                (f"«{other}»" for other in meant.get(term.text, (term.text,))), alternatives=True
            )
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


def _hit(reader: Reader, found: Found, row: Row) -> str:
    text, lang = row["tekst"], lang_of(row["malform"])
    named = list(zip(row["kommunenumre"] or (), row["kommuner"] or (), strict=True))
    links = [
        f'<a href="{escape(reader.link("kommune", kommune=number))}">{escape(name)}</a>'
        for number, name in named[:NAMED]
    ]
    if len(named) > NAMED:
        links.append(escape(_("{n} til").format(n=len(named) - NAMED)))
    facts = []
    if row["avsendertype"] == "kommune":
        heading = ", ".join(links)
    else:
        heading = escape(sender(row))
        facts.append(escape(kinds()[row["avsendertype"]]))
        facts += [", ".join(links)] if links else []
    facts.append(escape(questions()[row["sporsmal"]]))
    districts = ", ".join(map(words.district_name, row["politidistrikter"] or ()))
    facts += [escape(_("{d} politidistrikt").format(d=districts))] if districts else []
    facts += [escape(long_date(row["dato"]))] if row["dato"] else []
    facts += [escape(_("etter fristen"))] if row["etter_frist"] else []
    facts += [escape(_("erstattet av et senere svar"))] if row["erstattet"] else []
    # A municipality's answer stands in full on its own page; other senders have no page.
    full = ""
    if not links and len(text) > snippets.LENGTH:
        full = (
            f"<details><summary>{escape(_('Les hele svaret'))}</summary>"
            f'<div lang="{lang}">{snippets.whole(text, found.search)}</div></details>'
        )
    return (
        f'<li><h2>{heading}</h2><p class="fakta">{" · ".join(facts)}</p>'
        f'<p lang="{lang}">{snippets.snippet(text, found.search)}</p>{full}</li>'
    )
