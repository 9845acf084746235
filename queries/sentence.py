"""The filter sentence: which municipalities a View covers, in words."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from queries.link import Translate

if TYPE_CHECKING:
    from queries.view import View


def sentence(view: "View", tr: Translate) -> str:
    """Return in words which municipalities `view` covers, such as «Hele landet»."""
    parts = []
    sizes = {
        "liten": tr("under 5 000 innbyggere"),
        "middels": tr("5 000–19 999 innbyggere"),
        "stor": tr("20 000 innbyggere og mer"),
    }
    if view.distrikt:
        noun = tr("politidistrikt") if len(view.distrikt) == 1 else tr("politidistrikter")
        parts.append(f"{_listed([tr(d) for d in view.distrikt], tr)} {noun}")
    if view.fylke:
        noun = tr("fylke") if len(view.fylke) == 1 else tr("fylker")
        parts.append(f"{_listed(view.fylke, tr)} {noun}")
    if view.innbyggere:
        parts.append(_listed([sizes[s] for s in view.innbyggere], tr, tr("eller")))
    if view.stasjon:
        has = view.stasjon == "ja"
        parts.append(tr("med tjenestested i dag") if has else tr("uten tjenestested i dag"))
    if view.svart:
        # A known statement is not an answer.
        said = (
            {"ja": tr("har uttalt seg"), "nei": tr("har ikke uttalt seg")}
            if view.data == "kjente"
            else {"ja": tr("har svart"), "nei": tr("har ikke svart")}
        )
        parts.append(said[view.svart])
    parts = parts or [tr("Hele landet")]
    if view.forslag == "nei":
        parts.append(tr("bare bekreftede koder"))
    return ", ".join(parts)


def _listed(words: Collection[str], tr: Translate, joint: str | None = None) -> str:
    """Return `words` as «a, b og c»."""
    *first, last = words
    return f"{', '.join(first)} {joint or tr('og')} {last}" if first else last
