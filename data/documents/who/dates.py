"""When a letter was written and when it came in: two dates that are never the same thing."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from data.documents.document import Document

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "januar jan january ođđajagimánu",
            "februar feb february guovvamánu",
            "mars mar march rnars njukčamánu",
            "april apr cuoŋománu",
            "mai may rnai miessemánu",
            "juni jun june geassemánu",
            "juli jul july suoidnemánu",
            "august aug borgemánu",
            "september sept sep septernber čakčamánu",
            "oktober okt october oct golggotmánu",
            "november nov novernber skábmamánu",
            "desember des december dec desernber juovlamánu",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
# What scanning makes of digits, within a date.
_SCANNED: Final = str.maketrans("lIO|", "1101")
_DATE: Final = re.compile(
    rf"""(?<![\w./-])(?:
        (?P<y1>20\d\d|19\d\d)[-./](?P<m1>\d{{1,2}})[-./](?P<d1>\d{{1,2}})
      | (?P<d2>[\dlIO]{{1,2}})\.[ \t]?(?P<m2>[\dlIO]{{1,2}})[./-][ \t]?[-–'´’]?
        (?P<y2>[\dlIO]{{4}}|\d{{2}})
      | (?P<d3>\d{{1,2}})[ \t]?/[ \t]?(?P<m3>\d{{1,2}})[ \t]?[-/., '´][ \t]?'?
        (?P<y3>\d{{4}}|\d{{2}})
      | (?P<d4>\d{{1,2}})-(?P<m4>\d{{1,2}})-(?P<y4>\d{{4}}|\d{{2}})
      | (?P<d5>[\dlIO]{{1,2}})(?:\.|[dt]?e\b)?[ \t]*(?:de[nr][ \t]+)?(?P<w5>{_MONTH})\b\.?,?[ \t]*
        [-–'´’]?[ \t]*(?P<y5>\d{{4}}|\d{{2}}(?![\d.:])|d\.[ \t]?å\.?|ds\.?)
      | (?P<w6>{_MONTH})\b\.?[ \t]+(?P<d6>\d{{1,2}})(?:st|nd|rd|th)?,[ \t]+(?P<y6>\d{{4}})
      | (?P<w7>{_MONTH})[ \t]+(?P<d7>\d{{1,2}})\.?[ \t]*b(?:\.|eaivi)?[ \t]+(?P<y7>\d{{4}})
    )(?![\w/]|[.-]\d)""",
    re.IGNORECASE | re.VERBOSE,
)
# Figures without marks between, which are a date where «Dato» stands before them.
_BARE: Final = re.compile(
    r"(?<![\w./-])(?:(?P<d1>\d\d)(?P<b1>[ ]?)(?P<m1>\d\d)(?P=b1)(?P<y1>20\d\d)|"
    r"(?P<y2>20\d\d)(?P<b2>[ ]?)(?P<m2>\d\d)(?P=b2)(?P<d2>\d\d))(?![\w/]|[.-]\d)"
)
_LABEL: Final = re.compile(
    r"\b(?P<whose>vår|deres|dykkar|brev|saks|dokument|journal|utskrifts?|møte|vedtaks?|mottatt|"
    r"motteken|registrert|innkommen|svar|hørings?|frist)?[- ]?"
    r"(?P<word>dato|date|datert|dagsett|frist|ekspedert|avsendt|utsendt|beaivi)\b",
    re.IGNORECASE,
)
_RECEIVED: Final = re.compile(
    r"\b(?:mottatt|motteken|mottekne|innkommen|journalført|registrert|reg\.?|"
    r"inn)\b[ \t.:,]*(?:dato)?"
    r"[ \t.:]*$",
    re.IGNORECASE,
)
# «Stad, den», «Mo i Rana, torsdag», «Kolvereid/Rørvik», «Rett utskrift, Hammerfest».
_PLACE: Final = re.compile(
    r"^(?i:(?:rett[ \t]+)?utskrift[ \t,:]*)?"
    r"(?:[A-ZÆØÅÁČŠŽĐŊŦ][\w.'’-]*(?:[ \t/,–-]+(?:i|på|og|kommune|herad|"
    r"(?:råd|kommune|herads)hus(?:et)?|[A-ZÆØÅÁČŠŽĐŊŦ][\w.'’-]*)){0,5})?"
    r"[ \t]*,?[ \t]*(?i:den|\w+dag(?:en)?(?:[ \t]+den)?)?[ \t]*$|"
    r"^.{0,60}\b(?i:(?:rett[ \t]+)?utskrift)[ \t,:]*$"
)
_NO_PLACE: Final = re.compile(
    r"\b(?:møte\w*|vedtak\w*|vedtatt|vedteke|frist\w*|sak\w*|\w+styret|formannskap\w*|utval\w*|"
    # A council; Råde is a municipality, and a letter may be written at a town hall.
    r"råd(?!e\b|hus)\w*|"
    r"brev\w*|protokoll\w*|mottatt|motteken|deres|dykkar|innen|innan|til|fra|frå|før|etter|siden|"
    r"behandl\w*|oppdatert|versjon|gjelder|gjeld)\b",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(r"^[ \t]*(?:den|\w+dag(?:[ \t]+den)?|dato)?[ \t:.,]*$", re.IGNORECASE)
HEAD: Final = 45
FOOT: Final = 20
# The letter that is answered; no answer is older, and few came years later.
ASKED: Final = dt.date(2022, 2, 23)
LAST: Final = dt.date(2024, 12, 31)
NONE: Final = "brevet har ingen dato"


@dataclass(frozen=True)
class Dates:
    """The date of the letter and the date of receipt; None where there is none.

    `reason` says in Norwegian where the letter's date stood, `doubt` what a person must decide.
    """

    brev: dt.date | None
    mottatt: dt.date | None
    reason: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class _Written:
    """A date as written: where it stands, None where its year is left out («d.å.»)."""

    start: int
    end: int
    date: dt.date | None


def dates_of(document: Document) -> Dates:
    """Return when the letter in `document` was written, by itself, and when it was received.

    A date with «Dato» before it goes first, then one by a place («Stad, 24. mai 2022») or alone on
    a line at the top, then the same where the letter is signed. The date of a meeting, of another
    letter or of a deadline is none of these. What was received is what the page, the e-mail or a
    stamp says.
    """
    text = document.text
    head = "\n".join((document.letterhead, "\n".join(text.splitlines()[:HEAD])))
    foot = "\n".join(text.splitlines()[HEAD:][-FOOT:])
    received = document.received or _stamped(head)
    for part, seek, reason in (
        (head, _labelled, "«Dato» i brevhodet"),
        (head, _standing, "brevhodet"),
        (foot, _labelled, "«Dato» i underskriften"),
        (foot or head, _standing, "underskriften"),
    ):
        found = seek(part)
        if found:
            return _judged(found, received, reason)
    return Dates(None, received, doubt=NONE)


def written_dates(text: str) -> list[tuple[int, int, dt.date]]:
    """Return every date in `text`, in whatever form letters use, with its place."""
    return [(each.start, each.end, each.date) for each in _written(text) if each.date]


def _written(text: str, pattern: re.Pattern[str] = _DATE) -> Iterator[_Written]:
    for found in pattern.finditer(text):
        parts = {key[0]: value for key, value in found.groupdict().items() if value}
        day = int(parts["d"].translate(_SCANNED))
        month = (
            MONTHS[parts["w"].casefold()] if "w" in parts else int(parts["m"].translate(_SCANNED))
        )
        year = parts["y"].translate(_SCANNED)
        if not year.isdigit():
            yield _Written(found.start(), found.end(), None)
            continue
        try:
            date = dt.date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        except ValueError:
            continue
        yield _Written(found.start(), found.end(), date)


def _labelled(text: str) -> list[_Written]:
    """Return the dates that «Dato» stands before, on its line, the next, or in the next cells.

    Several labels in a row share the dates that follow in order: «Vår dato  Deres dato» above
    «24.05.2022  23.02.2022».
    """
    labels = [found for found in _LABEL.finditer(text) if _is_label(text, found)]
    dates = sorted([*_written(text), *_written(text, _BARE)], key=lambda each: each.start)
    ours: list[_Written] = []
    used = 0
    while used < len(labels):
        run = [labels[used]]
        following = next((d for d in dates if d.start >= run[0].end()), None)
        if following is None:
            break
        while used + len(run) < len(labels) and labels[used + len(run)].end() <= following.start:
            run.append(labels[used + len(run)])
        stop = labels[used + len(run)].start() if used + len(run) < len(labels) else len(text)
        after = [d for d in dates if run[-1].end() <= d.start < stop]
        near = [d for d in after if text.count("\n", run[-1].end(), d.start) <= 8][: len(run)]
        used += len(run)
        if len(near) < len(run) and len(run) > 1:
            # Some cells are empty, so which date is whose cannot be told.
            near = near if all(_is_ours(label) for label in run) else []
            ours += near[:1]
            continue
        ours += [d for label, d in zip(run, near, strict=False) if _is_ours(label)]
    return ours


def _is_label(text: str, found: re.Match[str]) -> bool:
    """Return whether «dato» begins a line or a cell, or has a colon, rather than being a word."""
    before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    after = text[found.end() : found.end() + 2]
    is_cell = not before.strip() or before.endswith(("  ", "\t", "|", "| ")) or ":" in after
    goes_on = re.match(r"[ \t]*(?:for|på|da|som|når|er|var)\b", text[found.end() :], re.IGNORECASE)
    return (is_cell or bool(re.match(r"[ \t]*(?:\n|$)", after))) and not goes_on


def _is_ours(label: re.Match[str]) -> bool:
    whose = (label["whose"] or "").casefold()
    return whose in ("", "vår", "brev", "dokument", "svar", "utskrift", "utskrifts", "saks") and (
        label["word"].casefold() != "frist"
    )


def _standing(text: str) -> list[_Written]:
    """Return the dates that stand by a place or alone on a line, as a letter's own date does."""
    found = []
    for each in _written(text):
        start = text.rfind("\n", 0, each.start) + 1
        stop = text.find("\n", each.end)
        before = text[start : each.start]
        after = text[each.end : stop if stop >= 0 else len(text)].strip(" .,|\t")
        cell = re.split(r"[ \t]{3,}|\t|\||, (?=utskrift)", before)[-1].strip()
        if _RECEIVED.search(before) or _NO_PLACE.search(cell):
            continue
        stands = not cell or _ALONE.match(cell) or (len(cell) <= 60 and _PLACE.match(cell))
        # «Rjukan 9. juni 2022. Dette er …» at the very top is the letter's date too.
        is_opening = text[each.end : each.end + 2] == ". " and not text[:start].strip()
        is_short = len(after) <= 60 and not re.match(r"[a-zæøå]{2,}", after)
        if stands and (is_short or is_opening):
            found.append(each)
    return found


def _stamped(text: str) -> dt.date | None:
    """Return the date after «Mottatt», None when there is no such stamp."""
    for each in _written(text):
        line = text[text.rfind("\n", 0, each.start) + 1 : each.start]
        if each.date and _RECEIVED.search(line):
            return each.date
    return None


def _judged(found: Sequence[_Written], received: dt.date | None, reason: str) -> Dates:
    """Return the first of `found` as the letter's date, with what is odd about it."""
    dated = [each.date for each in found if each.date]
    if not dated:
        return Dates(None, received, reason, "brevet har en dato uten årstall; skriv inn datoen")
    date, doubts = dated[0], []
    if others := sorted({each for each in dated if each != date and each > ASKED}):
        told = ", ".join(f"{each:%d.%m.%Y}" for each in others)
        doubts.append(f"brevet har flere datoer ({date:%d.%m.%Y}, {told}); kontroller datoen")
    if not ASKED < date <= LAST:
        doubts.append(
            f"datoen {date:%d.%m.%Y} passer ikke med et svar på brevet; kontroller datoen"
        )
    if received and date > received:
        doubts.append(f"brevet er datert {date:%d.%m.%Y}, etter at det kom inn; kontroller datoen")
    return Dates(date, received, reason, "; ".join(doubts))
