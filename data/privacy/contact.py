"""Telephone numbers in every grouping, and e-mail addresses also as people hide them."""

import re
from typing import Final

from data.privacy.notes import BLANK, DASH, EMAIL, PHONE

_AT: Final = (
    rf"(?:{BLANK}*[(\[{{<]{BLANK}*(?i:at|a|alfa|krøllalfa|alfakrøll|snabel-?a|æt|ætt|@){BLANK}*"
    rf"[)\]}}>]{BLANK}*|{BLANK}*@{BLANK}*|{BLANK}+(?i:krøllalfa|alfakrøll){BLANK}+)"
)
_DOT: Final = (
    rf"(?:\.|{BLANK}*[(\[{{]{BLANK}*(?i:dot|punktum|punkt|\.){BLANK}*[)\]}}]{BLANK}*"
    rf"|{BLANK}+(?i:dot|punktum|punkt){BLANK}+)"
)
# What an address stands for @ with when the name before it has a dot: «ola.li at bo.no».
_WORD_AT: Final = (
    rf"(?:{BLANK}+(?i:at|alfa|snabel-?a){BLANK}+|{BLANK}*[-_](?i:at|alfa)[-_]{BLANK}*)"
)
_LABEL: Final = r"[^\W_][\w-]{0,62}"
_USER: Final = rf"(?<![\w.+-])[\w+][\w.+'’-]{{0,63}}(?:{_DOT}\w{{1,63}}){{0,3}}"
_EMAILS: Final = (
    re.compile(rf"(?i:mailto:)?(?<![\w.+-])[\w.+'’-]{{1,64}}[@＠]{_LABEL}(?:\.{_LABEL})*"),
    re.compile(rf"{_USER}{_AT}{_LABEL}(?:{_DOT}{_LABEL})*"),
    re.compile(
        rf"(?<![\w.+-])[^\W_][\w+’-]{{0,63}}?(?:[._][^\W_]{{1,63}}){{1,3}}?{_WORD_AT}{_LABEL}"
        rf"(?:{_DOT}{_LABEL})*{_DOT}(?i:no|com|net|org|se|dk)\b"
    ),
    # Bare «at» is also a word; only a dot in words makes an address of it.
    re.compile(
        rf"{_USER}{BLANK}+(?i:at|alfa){BLANK}+{_LABEL}"
        rf"(?:{BLANK}+(?i:dot|punktum|punkt){BLANK}+{_LABEL})*"
        rf"{BLANK}+(?i:dot|punktum|punkt){BLANK}+(?i:no|com|net|org|se|dk|eu|info|online|nu)\b"
    ),
)

_JOINT: Final = r"[ \t\u00a0\u2007\u2009\u202f.\-\u2010-\u2015]"
_COUNTRY: Final = rf"\(?(?:\+|00){BLANK}?47\)?(?:\(0\))?{_JOINT}*"
_START: Final = r"(?<![\w/=_#&?-])(?<!\d[.,])"
_END: Final = rf"(?![\w/]|[.,]\d|{DASH}\d|{BLANK}\d{{2,3}}(?!\d))"
_WORD: Final = (
    r"(?<!\w)(?:(?i:tlf|tel|telefon(?:en|nummer|nummeret|nr)?|mobil(?:en|telefon|nummer|nr)?|mob"
    r"|faks|fax|telefaks|sms|vakttelefon(?:en)?|sentralbord(?:et)?|direktenummer)\b|[TM]:)"
)
_AFTER_WORD: Final = re.compile(
    rf"(?P<before>{_WORD}[^\d\n+]{{0,16}})(?:{_COUNTRY})?(?:\d(?:{_JOINT}|[/·])?){{7}}\d(?!{_JOINT}?\d)"
)
_WITH_COUNTRY: Final = re.compile(
    rf"(?<![\w+]){_COUNTRY}(?:\(\d{{2,3}}\){_JOINT}?(?:\d{_JOINT}?){{4,5}}|(?:\d{_JOINT}?){{7}})\d(?!\d)"
)
_ABROAD: Final = re.compile(
    rf"{_START}\+{BLANK}?(?!47)[1-9]\d{{0,2}}(?:[ \t\u00a0\u2009\u202f.()-]{{0,2}}\d){{6,12}}(?!\d)"
)
# Groups that no amount and no date is written in: 22 33 44 55, 900.11.222, 900-11-222.
_GROUPED: Final = re.compile(
    rf"{_START}(?:\([2-9]\d\){BLANK}\d\d{BLANK}\d\d{BLANK}\d\d(?!\d)|(?!19|20)[2-9](?:\d"
    rf"(?P<two>{_JOINT})\d\d(?P=two)\d\d(?P=two)\d\d"
    rf"|\d\d(?P<three>{_JOINT})\d\d(?P=three)\d{{3}}){_END})"
)
# A mobile's number in two parts, which no amount is written in: 900 11222, 90011 222.
_IN_TWO: Final = re.compile(rf"{_START}[49](?:\d\d{BLANK}\d{{5}}|\d{{4}}{BLANK}\d{{3}}){_END}")
# Digit by digit, after a word that says what it is.
_APART: Final = re.compile(rf"(?<!\d{BLANK})(?<!\d)\d(?:{BLANK}\d){{7}}(?!{BLANK}?\d)")
# Eight digits in a row, and 91 234 567, may also be amounts or the number of a case.
_IN_A_ROW: Final = re.compile(
    rf"{_START}(?!19|20)(?!\d\d(?:0[1-9]|1[0-2])(?:19|20)\d\d)[2-9]\d{{7}}{_END}"
)
_LIKE_AN_AMOUNT: Final = re.compile(
    rf"{_START}[2-9]\d(?P<joint>{BLANK}|[.]|{DASH})\d{{3}}(?P=joint)\d{{3}}{_END}"
)
_OTHER_BEFORE: Final = re.compile(
    r"(?i)(?:\b(?:sak\w*|ref\w*|journal\w*|jp\w*|dok\w*|arkiv\w*|id\w*|org\w*|lø?penr|faktura\w*|kid|gnr"
    r"|bnr|\w*nr|\w*nummer|beløp\w*|kr|kroner|nok|eur|koordinat\w*|utm|nord|øst|løyve\w*|versjon)"
    r"[.:]?|[€$§#/])\s*$"
)
_AMOUNT_BEFORE: Final = re.compile(
    r"(?i)\b(?:kr|kroner|nok|beløp\w*|kost\w*|budsjett\w*|sum\w*|utgjør\w*|utgjer\w*|tilskot|"
    r"tilskudd\w*|utgift\w*|inntekt\w*|regnskap\w*|rekneskap\w*|brukt\w*|bevilg\w*|løyv\w*|pris\w*|"
    r"totalt|areal\w*)\b[^\n]*$"
)
_AMOUNT_AFTER: Final = re.compile(
    r"(?i)\s*(?:,-|kr\b|kroner|nok\b|mill|mrd|innb|%|prosent|euro|stk|timer|timar|m2|m²|kvadrat|"
    r"dekar|daa|tonn|liter|km|meter|besøk|personer|personar|saker|i alt)"
)
_CALLED: Final = re.compile(
    rf"(?i)(?:{_WORD}|\b(?:ring\w*|nås|nåast|når|treff\w*|kontakt\w*|vakt\w*|døgnvakt|meld\w*))"
    r"[^\n.]{0,60}$"
)
# How far back a word may stand that says what the number is.
_NEAR: Final = 60


def without_emails(text: str) -> str:
    """Return `text` with e-mail addresses left out, written with @ or as «navn (at) sted»."""
    for pattern in _EMAILS:
        text = pattern.sub(EMAIL, text)
    return text


def without_phones(text: str) -> str:
    """Return `text` with telephone numbers left out.

    Numbers for everybody (112, 02800, 116 117) stay, and so do amounts, dates, case numbers and
    the numbers of municipalities.
    """
    text = _AFTER_WORD.sub(rf"\g<before>{PHONE}", text)
    text = _WITH_COUNTRY.sub(PHONE, text)
    text = _ABROAD.sub(PHONE, text)
    text = _GROUPED.sub(lambda found: found[0] if _is_place(found) else PHONE, text)
    text = _IN_TWO.sub(lambda found: found[0] if _is_other(found) else PHONE, text)
    text = _APART.sub(lambda found: PHONE if _is_called(found) else found[0], text)
    text = _IN_A_ROW.sub(lambda found: found[0] if _is_other(found) else PHONE, text)
    return _LIKE_AN_AMOUNT.sub(lambda found: PHONE if _is_called(found) else found[0], text)


def _is_place(found: re.Match[str]) -> bool:
    """Return whether grouped digits are where something lies on a map."""
    before = found.string[max(0, found.start() - _NEAR) : found.start()]
    return re.search(r"(?i)\b(?:koordinat\w*|utm|posisjon\w*)[^\w\n]*$", before) is not None


def _is_other(found: re.Match[str]) -> bool:
    """Return whether eight digits in a row are an amount or the number of something else."""
    before = found.string[max(0, found.start() - _NEAR) : found.start()]
    return (
        found[0].endswith("000")
        or bool(_OTHER_BEFORE.search(before))
        or bool(_AMOUNT_AFTER.match(found.string, found.end()))
    )


def _is_called(found: re.Match[str]) -> bool:
    """Return whether 91 234 567 is a telephone number: it is called one, or is a mobile's."""
    before = found.string[max(0, found.start() - _NEAR) : found.start()].rpartition("\n")[2]
    if _AMOUNT_AFTER.match(found.string, found.end()) or found[0].endswith("000"):
        return False
    if _CALLED.search(before):
        return True
    return found[0][0] in "49" and not _AMOUNT_BEFORE.search(before)
