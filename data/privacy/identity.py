"""National identity numbers, account numbers and birth dates.

Control digits are those of Skatteetaten and of the banks, by `python-stdnum`.
"""

import re
from typing import Final

from stdnum.no import fodselsnummer, kontonr

from data.privacy.notes import ACCOUNT, BIRTH_DATE, BLANK, DASH, NATIONAL_ID

_BETWEEN: Final = r"[ \t\u00a0\u2009\u202f.:/\-\u2010-\u2015]"
_NOT_BEFORE: Final = r"(?<![\w])(?<!\d[.,/\-])"
_NOT_AFTER: Final = rf"(?!\w|[.,/]\d|{DASH}\d)"
_NATIONAL: Final = re.compile(
    rf"{_NOT_BEFORE}(?P<day>\d\d)(?P<joint>{BLANK}|[./]|{DASH})?(?P<month>\d\d)(?(joint)(?P=joint))"
    rf"(?P<year>(?:19|20)?\d\d)(?P<gap>{BLANK}*(?:{DASH}|[.:/,])?{BLANK}*)"
    rf"(?P<serial>\d{{5}}|\d{{3}}{BLANK}\d\d){_NOT_AFTER}"
)
# In whatever groups, and over the end of a line: the control digits alone tell what it is.
_ANY_GROUPS: Final = re.compile(
    rf"{_NOT_BEFORE}[0-7]\d?(?:[ \t\u00a0\u2009\u202f._:/\-\u2010-\u2015\u2212]?\n?\d){{9,10}}"
    rf"{_NOT_AFTER}"
)
_NAMED_NATIONAL: Final = re.compile(
    r"(?P<before>(?<!\w)(?i:f(?:ødsels?|\.)?-?nummer(?:et)?|f(?:ødsels?|\.)?-?nr|person(?:nummer"
    r"(?:et)?"
    r"|nr)|pnr|d-?(?:nummer(?:et)?|nr))\b[^\d\n\[]{0,24})"
    rf"(?:\d{_BETWEEN}{{0,2}}){{10}}\d(?!\d)"
)
_NAMED_SERIAL: Final = re.compile(
    rf"(?P<before>(?:(?<!\w)(?i:person(?:nummer(?:et)?|nr)|pnr)\b[^\d\n\[]{{0,24}}"
    rf"|{re.escape(BIRTH_DATE)}[ \t(/–-]{{1,4}}))"
    rf"\d{{3}}{BLANK}?\d\d{_NOT_AFTER}"
)

_ACCOUNT: Final = re.compile(
    rf"{_NOT_BEFORE}(?P<bank>\d{{4}})(?P<joint>{BLANK}|[.]|{DASH})?\d\d(?(joint)(?P=joint))\d{{5}}"
    rf"{_NOT_AFTER}"
)
_NAMED_ACCOUNT: Final = re.compile(
    r"(?P<before>(?<!\w)(?i:(?:bank|giro)?konto(?:nummer(?:et)?|nr|en)?|bankgiro"
    r"|kto)\b[^\d\n\[]{0,24})"
    rf"(?:\d{_BETWEEN}?){{10}}\d(?!\d)"
)
_IBAN: Final = re.compile(rf"(?<!\w)NO\d\d(?:{BLANK}?\d{{4}}){{2}}{BLANK}?\d{{3}}(?!\d)")

_MONTH: Final = (
    r"(?i:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|des)\.?"
)
# «tredje mai nittenhundreogåttito»
_IN_WORDS: Final = (
    r"(?i:først[ea]|andre|tredje|fjerde|femte|sjette|sjuende|syvende|åttende|\w*niende|tiende|ellevte"
    r"|tolvte|\w+tende|\w*(?:tyv|tju|tretti)ende|\w*(?:tjue|tretti)\w+)"
)
_YEAR_IN_WORDS: Final = r"(?i:(?:atten|nitten|totusen|tjue)\w*)"
_DATE: Final = (
    rf"(?:\d{{4}}{DASH}\d\d{DASH}\d\d|\d{{1,2}}{BLANK}?[./\-\u2013]{BLANK}?\d{{1,2}}{BLANK}?"
    rf"[./\-\u2013]{BLANK}?(?:\d{{4}}|\d\d)|\d{{1,2}}\.?{BLANK}?{_MONTH}(?:{BLANK}(?:i{BLANK})?\d{{4}})?"
    rf"|\d{{1,2}}/\d{{1,2}}{BLANK}(?:\d{{4}}|\d\d)"
    rf"|{_IN_WORDS}{BLANK}{_MONTH}(?:{BLANK}(?:{_YEAR_IN_WORDS}|\d{{4}}))?"
    rf"|\d\d?{BLANK}\d\d?{BLANK}\d{{4}}"
    rf"|\d{{6}}|\d{{8}})(?!\d)"
)
_BORN: Final = re.compile(
    r"(?P<before>(?<!\w)(?:(?i:født|fødd|fødsels?-?dato(?:en)?|fødselsår og -dato"
    r"|fødselsdag og -år|fødselsdag|født dato|fdato|f\.dato)"
    rf"\b|[fF]\.)(?:{BLANK}|[:.,(]|(?i:den|er|var|dato|på|i\b))*){_DATE}"
)
# The year alone, where it stands for a person: «(f. 1971)», «Fødselsår: 1971».
_BORN_YEAR: Final = re.compile(
    rf"(?P<before>(?<!\w)(?:(?i:fødselsår|fødeår){BLANK}*:?|[(,]{BLANK}?[fF]\.){BLANK}*)"
    r"(?:18|19|20)\d\d(?![\d.])"
)

# An answer is dated in these years, and a person who writes one is born before them.
_LETTERS: Final = range(17, 31)


def without_national_ids(text: str) -> str:
    """Return `text` with national identity numbers left out, in every spelling.

    D-numbers, H-numbers and those of invented persons (with 20, 40, 60 or 80 on the month) too.
    """
    text = _NAMED_NATIONAL.sub(rf"\g<before>{NATIONAL_ID}", text)
    text = _NAMED_SERIAL.sub(rf"\g<before>{NATIONAL_ID}", text)
    text = _NATIONAL.sub(lambda found: NATIONAL_ID if _is_national(found) else found[0], text)
    return _ANY_GROUPS.sub(_checked, text)


def without_accounts(text: str) -> str:
    """Return `text` with bank account numbers left out, those of companies too."""
    text = _NAMED_ACCOUNT.sub(rf"\g<before>{ACCOUNT}", text)
    text = _IBAN.sub(ACCOUNT, text)
    return _ACCOUNT.sub(lambda found: ACCOUNT if _is_account(found) else found[0], text)


def without_birth_dates(text: str) -> str:
    """Return `text` with dates of birth left out, where a word says that they are that."""
    text = _BORN.sub(rf"\g<before>{BIRTH_DATE}", text)
    return _BORN_YEAR.sub(rf"\g<before>{BIRTH_DATE}", text)


def _is_national(found: re.Match[str]) -> bool:
    """Return whether a number of that form is a person's.

    Its control digits say so. One with a slip of the pen is known by how it is written: a date
    and five digits with a stroke between them, or a date that is no letter's.
    """
    day, month = int(found["day"]), int(found["month"])
    year = found["year"][-2:]
    digits = found["day"] + found["month"] + year + re.sub(r"\D", "", found["serial"])
    is_date = 1 <= (day - 40 if 40 < day < 80 else day) <= 31 and 1 <= month <= 92
    is_date = is_date and (month - 1) % 20 < 12
    if _controlled(digits):
        return is_date or day >= 80
    written = is_date and month <= 12 and bool(found["gap"])
    stroke = re.search(DASH, found["gap"]) is not None
    return written and (stroke or int(year) not in _LETTERS)


def _checked(found: re.Match[str]) -> str:
    """Return the note where eleven digits in any groups are a number with a date, else them."""
    digits = re.sub(r"\D", "", found[0])
    day, month = int(digits[:2]), int(digits[2:4])
    is_date = 1 <= day % 40 <= 31 and 1 <= month <= 92 and (month - 1) % 20 < 12
    if len(digits) != 11 or not is_date or not _controlled(digits):
        return found[0]
    return NATIONAL_ID + "\n" * found[0].count("\n")


def _controlled(digits: str) -> bool:
    first, second = fodselsnummer.calc_check_digit1(digits), fodselsnummer.calc_check_digit2(digits)
    return digits[-2:] == first + second


def _is_account(found: re.Match[str]) -> bool:
    # 2022.05.12345 is a case of that year.
    if found["bank"][:2] in ("19", "20"):
        return False
    return found["joint"] == "." or kontonr.is_valid(re.sub(r"\D", "", found[0]))
