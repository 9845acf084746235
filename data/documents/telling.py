"""What an import has to say: of each letter, of letters side by side, of what is missing."""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import Final

from data.documents.accounts import Account
from data.documents.kept import Kept
from data.documents.likeness import seen_name, shared, words
from data.documents.placing import Placed
from data.documents.reading.files import Trouble
from data.documents.reading.page import Listed
from data.documents.remarks import CHECK, GRAVE, INFORM, Remark, first_names
from data.documents.versions import Letter

COPY: Final = "samme svar som «{}»; det er lest én gang"
DELETED: Final = "svaret er slettet fra innspill.csv av noen og leses ikke inn igjen"
NEW_VERSION: Final = "ny utgave av {}, som den erstatter; se over koder og rettelser"
GONE: Final = "filen ligger ikke lenger i mappen; svaret {} står til noen sletter raden"
UNBALANCED: Final = "{} tegn er verken lest eller utelatt med grunn; sammenlikn med filen"


def all_remarks(
    placed: Sequence[Placed],
    account: Sequence[Account],
    troubles: Sequence[Trouble],
    listed: Sequence[Listed],
) -> list[Remark]:
    """Return what there is to say of a folder: the same each time the same folder is read."""
    own = [each for each in placed if not each.copy_of]
    return [
        *(Remark(each.fil, f"ikke lest: {each.why}", GRAVE) for each in troubles),
        *(remark for each in placed for remark in _of_one(each)),
        *_several(own),
        *_sent_together(own),
        *_not_saved(listed, placed),
        *(
            Remark(each.fil, UNBALANCED.format(each.missing), GRAVE, each.innspill_id)
            for each in account
            if each.characters is not None and each.missing
        ),
    ]


def gone(
    memory: Mapping[str, Kept], placed: Sequence[Placed], mappe: str, here: Collection[str]
) -> list[Remark]:
    """Return a remark for each answer that was read from the folder `mappe` and has left it."""
    found = {each.innspill_id for each in placed}
    written = [each.earlier.written for each in placed] + [was.rad for was in memory.values()]
    replaced = {row.get("erstatter") for row in written}
    return [
        Remark(was.fil, GONE.format(key), CHECK, key)
        for key, was in memory.items()
        if was.mappe == mappe and key not in found | replaced and was.fil not in here
    ]


def _of_one(placed: Placed) -> list[Remark]:
    """Return what there is to say of one letter."""
    fil, key, document = placed.fil, placed.innspill_id, placed.letter.document
    if placed.copy_of:
        return [Remark(fil, COPY.format(placed.copy_of), INFORM, key)]
    row = placed.earlier.row
    if row is None:
        return [Remark(fil, DELETED, INFORM, key)]
    found = [Remark(fil, lack, GRAVE, key) for lack in document.lacks]
    found += [Remark(fil, note, CHECK, key) for note in document.notes]
    if replaced := placed.earlier.written.get("erstatter"):
        found.append(Remark(fil, NEW_VERSION.format(replaced), CHECK, key))
    # What a person has corrected is no longer in doubt.
    if all(row.get(name) == was for name, was in placed.earlier.written.items() if name in row):
        found += [Remark(fil, doubt, GRAVE, key) for doubt in placed.letter.told.doubts]
        found += [Remark(fil, check, CHECK, key) for check in placed.letter.told.checks]
    return found


def _several(placed: Sequence[Placed]) -> list[Remark]:
    """Return a remark for each municipality that has several answers, none of them replaced."""
    rows = {each.innspill_id: (each, each.earlier.row) for each in placed if each.earlier.row}
    replaced = {row.get("erstatter") for _each, row in rows.values()}
    counted = [
        (row.get("kommunenumre", ""), row.get("dato") or row.get("brevdato") or "", each)
        for key, (each, row) in rows.items()
        if row.get("kommunenumre") and key not in replaced
    ]
    counted.sort(key=lambda each: (each[0], each[1], each[2].fil))
    found = []
    for numbers, group in groupby(counted, key=lambda each: each[0]):
        answers = list(group)
        if len(answers) == 1:
            continue
        last, before = answers[-1], answers[-2]
        text = f"{len(answers)} svar fra {last[2].letter.told.avsender} ({numbers})"
        if last[1] == before[1]:
            which = first_names([each.fil for _n, date, each in answers if date == last[1]])
            text += (
                f", og de siste har samme dato ({which}); skriv i «erstatter» hvilket som gjelder"
            )
            found.append(Remark(last[2].fil, text, GRAVE, last[2].innspill_id))
        else:
            text += "; det siste gjelder, om «erstatter» ikke sier noe annet"
            found.append(Remark(last[2].fil, text, CHECK, last[2].innspill_id))
    return found


def _sent_together(placed: Sequence[Placed]) -> list[Remark]:
    """Return a remark for each text that several have sent, the whole of it compared."""
    by_id = {each.innspill_id: each for each in placed}
    found = []
    for group in shared({key: _unsigned(each.letter) for key, each in by_id.items()}):
        senders = {_called(by_id[key].letter): by_id[key] for key in sorted(group)}
        if len(senders) < 2:
            continue
        are_all = all(each.letter.told.avsendertype == "kommune" for each in senders.values())
        who = "kommuner" if are_all else "avsendere"
        first = senders[min(senders)]
        text = f"{len(senders)} {who} har sendt samme tekst: {first_names(sorted(senders))}"
        found.append(Remark(first.fil, text, INFORM, first.innspill_id))
    return found


def _called(letter: Letter) -> str:
    """Return what the sender is called where others read: a private person is not named."""
    is_person = letter.told.avsendertype == "privatperson"
    return f"en privatperson ({letter.document.fil})" if is_person else letter.told.avsender


def _unsigned(letter: Letter) -> list[str]:
    """Return the words of `letter` without what neighbours change in a text they share."""
    own = set(words(letter.told.avsender))
    return [each for each in words(letter.document.text) if each not in own and not each.isdigit()]


def _not_saved(listed: Sequence[Listed], placed: Sequence[Placed]) -> list[Remark]:
    """Return a remark that names the answers on a saved list of which there is no file."""
    keys = {each.letter.page for each in placed} - {""}
    names = {seen_name(each.letter.told.avsender) for each in placed}
    absent = [
        each.avsender
        for each in listed
        if f"H{each.uid[:8]}" not in keys and seen_name(each.avsender) not in names
    ]
    if not absent:
        return []
    text = (
        f"{len(absent)} av {len(listed)} svar på listen er ikke lagret i mappen: "
        f"{first_names(sorted(set(absent)), most=20)}"
    )
    return [Remark("listen over svar", text, GRAVE)]
