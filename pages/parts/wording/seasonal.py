"""The decided stations that are open in one season only: which, and how they are counted."""

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import listed, whole
from pages.parts.wording.station_words import seasons


def seasonal(reader: Reader) -> str:
    """Return which decided stations in the selection are seasonal, empty for none.

    Without a full stop. The season is the one that was announced with the decision; the model has
    no seasons, and counts them as open the whole year.
    """
    rows = reader.ask("plassering_besluttet").to_dicts()
    some = [row for row in rows if row["sesong"]]
    if not some:
        return ""
    each = [
        _("{name} ({season})").format(name=row["navn"], season=seasons()[row["sesong"]])
        for row in some
    ]
    return ngettext(
        "{n} av de besluttede er åpent i én sesong, men er regnet med hele året: {names}",
        "{n} av de besluttede er åpne i én sesong, men er regnet med hele året: {names}",
        len(some),
    ).format(n=whole(len(some)), names=listed(each))
