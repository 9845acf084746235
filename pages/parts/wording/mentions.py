"""Questions 1, 3 and 4: who says anything on them, and what a page says when nobody does."""

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording.answered import who_answered
from pages.parts.wording.findings import coverage, headline
from pages.parts.wording.groups import Group
from pages.parts.wording.opening import Opening


def answered(reader: Reader, felt: str) -> Group:
    """Return the reader's selection, and how many in it say anything in `felt`.

    `felt` is tema, samarbeid, ressurs or kanal, which is the five channels together.
    """
    row = reader.ask("dekning_felt", felt=felt).row(0, named=True)
    del row["uten_verdi"]
    return Group("alle", felt, {}, **row, counted=reader.is_known)


def nothing_named(reader: Reader, felt: str) -> int:
    """Return how many answered the question of `felt` in words, and named nothing that is coded."""
    return int(reader.ask("dekning_felt", felt=felt).item(0, "uten_verdi"))


def unsaid(group: Group, reader: Reader, question: str) -> Opening:
    """Return what a page on `question` opens with when nobody in the selection has answered it."""
    if not group.kommuner:
        title, basis = headline(group, reader), coverage(group, reader)
        return Opening(title, basis, answered=False, empty=True)
    told = f"{who_answered(group.svart, group.kommuner, reader)}."
    if reader.is_known:
        title = _("Ingen kjent uttalelse er kodet på {question}")
        why = _(
            "Svarene på brevet er ikke innhentet, og det som er gjengitt av uttalelsene, er ikke "
            "kodet på dette spørsmålet."
        )
        told = f"{told} {why}"
    elif group.svart:
        # Nobody has read them for this; what they say of it is not known.
        title = _("Ingen svar i utvalget er kodet på {question}")
        why = ngettext(
            "Hva den sier om dette, er ikke kodet.",
            "Hva de sier om dette, er ikke kodet.",
            group.svart,
        )
        told = f"{told} {why}"
    else:
        title = _("Ingen kommuner i utvalget har svart på {question}")
    return Opening(title.format(question=question), told, answered=False)
