"""A Word file as a reader sees it when all changes are accepted.

What Word keeps beside what it shows (deleted and hidden text, the second copy of a text box,
comments in the margin) is left out and counted; what it shows without keeping (the numbers of
lists) is written out. The elements are those of ECMA-376, part 1, chapter 17.
"""

import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final

from data.documents.document import Document, LeftOut, counted, tidy
from data.documents.reading.numbering import Numbering
from data.documents.reading.word_xml import Element, is_on, named, parts_of, symbol, value_of, w

DELETED: Final = "slettet i sporede endringer"
MOVED: Final = "flyttet til et annet sted i teksten"
HIDDEN: Final = "skjult tekst i Word-filen"
COMMENTS: Final = "kommentarer i margen"
HEADS: Final = "topp- og bunntekst"
PROMPTS: Final = "ledetekst som ikke er fylt ut"
DIAGRAMS: Final = "tekst i diagrammer"
# Nobody misses what stands on every sheet or elsewhere; the others a person may want to see.
TOLD: Final = (DELETED, HIDDEN, COMMENTS, DIAGRAMS)
# A head longer than this is part of the letter, not of its paper.
LONG_HEAD: Final = 300
LETTERHEAD_LINES: Final = 12
_WRITTEN: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "\u00ad",
}
_GONE: Final = {w("del"): DELETED, w("moveFrom"): MOVED}
_PROPERTIES: Final = frozenset(w(f"{each}Pr") for each in ("p", "r", "sect", "tbl", "tr", "tc"))
_COMPATIBLE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_NOTES: Final = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}


def read_word(content: bytes, fil: str) -> Document:
    """Return the text of the Word file `content`, with notes under the paragraph that has them.

    Raises `Unreadable` when it is damaged or too large.
    """
    parts = parts_of(content)
    accepted = _Accepted(parts)
    lines = list(accepted.blocks(parts["document"]))
    heads, feet = (
        ["\n".join(accepted.blocks(each)) for each in named(parts, kind)]
        for kind in ("header", "footer")
    )
    above, below = (
        _distinct(each for each in e if counted(each) > LONG_HEAD) for e in (heads, feet)
    )
    text = tidy("\n".join([*above, *lines, *below]))
    left_out = accepted.left_out
    left_out[HEADS] = sum(counted(tidy(e)) for e in heads + feet)
    left_out[HEADS] -= sum(counted(tidy(e)) for e in above + below)
    left_out[DELETED] += accepted.unreferenced_notes()
    left_out[COMMENTS] += sum(map(_held, named(parts, "comments")))
    left_out[DIAGRAMS] += sum(_held(each, _DRAWN) for each in named(parts, "diagrams"))
    told = [f"{left_out[why]} tegn er ikke lest: {why}" for why in TOLD if left_out[why]]
    short = [line for each in heads + feet for line in each.splitlines() if line.strip()]
    return Document(
        fil,
        text,
        fil,
        letterhead="\n".join([line for line in lines if line.strip()][:LETTERHEAD_LINES]),
        page_header="\n".join(_distinct(short)),
        notes=tuple(told),
        lacks=_embedded(content),
        left_out=tuple(LeftOut(n, why) for why, n in left_out.items() if n),
        characters=sum(_held(part, _DRAWN if "diagrams" in n else "") for n, part in parts.items()),
        added=accepted.added,
    )


class _Accepted:
    """One walk through a Word file; it knows what has been left out and written out so far."""

    def __init__(self, parts: Mapping[str, Element]) -> None:
        styles = parts.get("styles")
        found = () if styles is None else styles.findall(w("style"))
        self._styles = {str(each.get(w("styleId"))): each for each in found}
        self._numbering = Numbering(parts.get("numbering"), self._styles)
        self._notes = {
            (kind, each.get(w("id"))): each
            for kind in ("footnote", "endnote")
            for part in named(parts, f"{kind}s")
            for each in part.findall(w(kind))
        }
        self._referred: list[tuple[str, str | None]] = []
        self.left_out: Counter[str] = Counter()
        self.added = 0

    def blocks(self, element: Element) -> Iterator[str]:
        """Yield a text for each paragraph in `element`, those of tables and text boxes too."""
        carried = ""
        for child in element:
            if child.tag == w("p"):
                carried, lines = self._paragraph(child, carried)
                yield from lines
            elif not self._is_left_out(child):
                yield from self.blocks(_seen(child))
        if carried.strip():
            yield carried

    def unreferenced_notes(self) -> int:
        """Return how many characters stand in notes that no text refers to any more."""
        left = (note for key, note in self._notes.items() if key not in self._referred)
        return sum(map(_held, left))

    def _paragraph(self, paragraph: Element, carried: str) -> tuple[str, list[str]]:
        """Return what runs on into the next paragraph, and the lines that are complete."""
        below: list[Element] = []
        vanished = self._vanishes(value_of(paragraph, "pPr/pStyle"))
        text = carried + "".join(self._inline(paragraph, below, vanished=bool(vanished)))
        is_joined = any(paragraph.find(f"{w('pPr')}/{w('rPr')}/{tag}") is not None for tag in _GONE)
        mark = "" if is_joined else self._numbering.mark(paragraph)
        if not text.strip():
            mark = ""
        self.added += counted(mark)
        lines = [] if is_joined else [mark + text]
        for each in below:
            note = next((key for key, held in self._notes.items() if held is each), None)
            inside = "\n".join(self.blocks(each)).strip()
            if note:
                label = f"[{self._referred.index(note) + 1}] "
                self.added += counted(label)
                inside = label + inside
            lines.append(inside)
        return (text if is_joined else ""), lines

    def _inline(self, element: Element, below: list[Element], *, vanished: bool) -> Iterator[str]:
        """Yield the pieces of a paragraph; text boxes and notes are put in `below`."""
        for child in element:
            tag = child.tag
            if tag in _WRITTEN and not vanished:
                yield _WRITTEN[tag]
            elif tag in (w("t"), _MATH, w("sym"), *_WRITTEN):
                text = symbol(child) if tag == w("sym") else child.text or _WRITTEN.get(tag, "")
                if vanished:
                    self.left_out[HIDDEN] += counted(text)
                else:
                    yield text
            elif tag == w("txbxContent"):
                below.append(child)
            elif tag in _NOTES:
                yield self._reference((_NOTES[tag], child.get(w("id"))), below)
            elif tag == w("fldChar"):
                yield self._filled(child)
            elif not self._is_left_out(child):
                hides = vanished
                if tag == w("r"):
                    own = is_on(child, "rPr/vanish")
                    styled = self._vanishes(value_of(child, "rPr/rStyle"))
                    hides = next((each for each in (own, styled) if each is not None), vanished)
                yield from self._inline(_seen(child), below, vanished=hides)

    def _is_left_out(self, element: Element) -> bool:
        """Return whether `element` is no text; what it holds is counted where it was text once."""
        if not isinstance(element.tag, str) or element.tag in _PROPERTIES:
            return True
        why = _GONE.get(element.tag, "")
        if element.find(f"{w('trPr')}/{w('del')}") is not None:
            why = DELETED
        elif is_on(element, "sdtPr/showingPlcHdr"):
            why = PROMPTS
        if why:
            self.left_out[why] += _held(element)
        return bool(why)

    def _reference(self, note: tuple[str, str | None], below: list[Element]) -> str:
        if note not in self._notes or note in self._referred:
            return ""
        self._referred.append(note)
        below.append(self._notes[note])
        label = f"[{len(self._referred)}]"
        self.added += counted(label)
        return label

    def _filled(self, field: Element) -> str:
        """Return what a form field shows that is chosen, not written: a box, a line of a list."""
        box, chosen = field.find(f".//{w('checkBox')}"), field.find(f".//{w('ddList')}")
        shown = ""
        if box is not None:
            state = is_on(box, "checked")
            shown = "☒" if (is_on(box, "default") if state is None else state) else "☐"
        elif chosen is not None:
            lines = [str(each.get(w("val"), "")) for each in chosen.findall(w("listEntry"))]
            place = value_of(chosen, "result") or "0"
            shown = lines[int(place)] if place.isdigit() and int(place) < len(lines) else ""
        self.added += counted(shown)
        return shown

    def _vanishes(self, name: str) -> bool | None:
        """Return whether the style `name`, or one it rests on, hides its text; None if unsaid."""
        seen = set()
        while name and name not in seen and name in self._styles:
            hides = is_on(self._styles[name], "rPr/vanish")
            if hides is not None:
                return hides
            seen.add(name)
            name = value_of(self._styles[name], "basedOn")
        return None


def _seen(element: Element) -> Element:
    """Return `element`, or of something that is kept in two ways, the one that has the words."""
    if element.tag != f"{_COMPATIBLE}AlternateContent":
        return element
    ways = list(element)
    return next((each for each in ways if _held(each)), element if not ways else ways[0])


def _held(element: Element, tag: str = "") -> int:
    """Return the characters in `element`, what is kept twice counted once."""
    total = 0
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.tag in ((tag,) if tag else (w("t"), w("delText"), _MATH)):
            total += counted(tidy(child.text or ""))
        elif not tag and child.tag in (w("sym"), w("noBreakHyphen"), w("softHyphen")):
            total += 1
        else:
            total += _held(_seen(child), tag)
    return total


def _distinct(texts: Iterator[str] | list[str]) -> list[str]:
    return list(
        dict.fromkeys(" ".join(each.split()) if "\n" not in each else each for each in texts)
    )


def _embedded(content: bytes) -> tuple[str, ...]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        inside = [
            n for n in archive.namelist() if n.startswith(("word/embeddings/", "word/afchunk"))
        ]
    if not inside:
        return ()
    return (f"{len(inside)} filer inne i Word-filen er ikke lest; lagre dem for seg",)
