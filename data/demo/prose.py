"""From coded values to sentences, question by question."""

from dataclasses import dataclass
from typing import Final

from data.demo.opinions import CHANNELS, SATISFACTION, Opinion
from data.demo.phrases import Writer
from data.demo.premises import Room

MOST_SENTENCES: Final = 6
UNSAID: Final = ("ikke_besvart", "ikke_nevnt")
DISSATISFIED: Final = ("delvis", "ikke_tilfreds")
LARGEST_OFFICE_M2: Final = 50
REASON_LIST_FROM: Final = 3
COOPERATION_LIST_FROM: Final = 4
# «kontor hos NAV sammen med NAV» says the same twice.
ROOM_ITSELF: Final = {"nav_kontor": ("NAV",), "brannstasjon": ("brannvesen",)}


@dataclass(frozen=True)
class Mark:
    """One coded value that a sentence carries; `number` is set when it holds for one place only."""

    field: str
    value: str
    number: str | None = None


@dataclass(frozen=True)
class Sentence:
    """One sentence, the values it carries and the index of the room it describes."""

    text: str
    marks: tuple[Mark, ...] = ()
    room: int | None = None
    lead: str = " "


def compose(
    opinion: Opinion,
    writer: Writer,
    rooms: tuple[Room, ...] = (),
    pair: tuple[tuple[str, str], tuple[str, str]] | None = None,
    bullets: bool = False,
) -> dict[int, list[Sentence]]:
    """Return the sentences of each question the answer responds to.

    `pair` is number and name of the two municipalities of a joint answer.
    """
    questions = {
        1: _challenges(opinion, writer),
        2: _satisfaction(opinion, writer, pair),
        3: _cooperation(opinion, writer),
        4: _channels(opinion, writer, bullets),
        5: _station(opinion, writer, rooms),
    }
    return {number: sentences for number, sentences in questions.items() if sentences}


def _challenges(opinion: Opinion, writer: Writer) -> list[Sentence]:
    writer.new_question()
    themes = opinion.multiple["tema"]
    sentences = []
    if writer.rng.random() < 0.6 or not themes:
        sentences.append(Sentence(writer.say("1.apning")))
    if not themes:
        return [*sentences, Sentence(writer.say("1.allment"))]
    for theme in themes:
        sentences.append(Sentence(writer.say(f"1.tema.{theme}"), (Mark("tema", theme),)))
        room = MOST_SENTENCES - len(sentences) - len(themes)
        if room > 0 and writer.rng.random() < 0.4:
            sentences.append(Sentence(writer.say(f"1.utdyping.{theme}")))
    if len(sentences) < 2 or (len(sentences) < MOST_SENTENCES and writer.rng.random() < 0.35):
        sentences.append(Sentence(writer.say("1.slutt")))
    return sentences


def _satisfaction(
    opinion: Opinion, writer: Writer, pair: tuple[tuple[str, str], tuple[str, str]] | None
) -> list[Sentence]:
    writer.new_question()
    values = {
        field: opinion.single[field]
        for field in SATISFACTION
        if opinion.single[field] not in UNSAID
    }
    if not values:
        return []
    staffing, structure, services = (values.get(field) for field in SATISFACTION)
    sentences = []
    together = writer.rng.random() < 0.45 and not opinion.differs
    if together and len(values) == 3 and len(set(values.values())) == 1 and staffing != "uklart":
        marks = tuple(Mark(field, value) for field, value in values.items())
        sentences.append(Sentence(writer.say(f"2.samlet.{staffing}"), marks))
        values = {}
    elif together and (staffing, structure) == ("ikke_tilfreds", "tilfreds"):
        marks = tuple(Mark(field, values[field]) for field in SATISFACTION[:2])
        sentences.append(Sentence(writer.say("2.samlet.kontrast"), marks))
        values = {} if services is None else {SATISFACTION[2]: services}
    for field, value in values.items():
        if pair and opinion.differs and field == "tilfreds_tjenestestedstruktur":
            (a, a_name), (b, b_name) = pair
            marks = (Mark(field, opinion.differs[0], a), Mark(field, opinion.differs[1], b))
            sentences.append(Sentence(writer.say("ulik_struktur", a=a_name, b=b_name), marks))
        else:
            sentences.append(Sentence(writer.say(f"2.{field}.{value}"), (Mark(field, value),)))
    # The reasons follow, so what they explain comes last.
    sentences.sort(key=lambda said: any(mark.value in DISSATISFIED for mark in said.marks))
    sentences += _reasons(opinion.multiple["grunn"], writer)
    if len(sentences) < 2 or (len(sentences) < 5 and writer.rng.random() < 0.2):
        sentences.append(Sentence(writer.say("2.tillegg")))
    return sentences


def _reasons(reasons: tuple[str, ...], writer: Writer) -> list[Sentence]:
    if len(reasons) < REASON_LIST_FROM:
        return [Sentence(writer.say(f"2.grunn.{r}"), (Mark("grunn", r),)) for r in reasons]
    # A clause with «at» cannot stand in the middle of a list of nouns.
    nouns = [writer.pick(f"2.grunnliste.{reason}") for reason in reasons]
    nouns.sort(key=lambda noun: noun.startswith("at "))
    text = writer.say("2.grunnliste.ramme", liste=writer.join(nouns))
    return [Sentence(text, tuple(Mark("grunn", reason) for reason in reasons))]


def _cooperation(opinion: Opinion, writer: Writer) -> list[Sentence]:
    writer.new_question()
    cooperation, resources = opinion.multiple["samarbeid"], opinion.multiple["ressurs"]
    if not cooperation and not resources:
        return []
    sentences = []
    if len(cooperation) >= COOPERATION_LIST_FROM:
        listed = writer.join([writer.pick(f"3.samarbeidsliste.{name}") for name in cooperation])
        marks = tuple(Mark("samarbeid", name) for name in cooperation)
        sentences.append(Sentence(writer.say("3.samarbeidsliste.ramme", liste=listed), marks))
    else:
        if writer.rng.random() < 0.4:
            sentences.append(Sentence(writer.say("3.apning")))
        for name in cooperation:
            text = writer.say(f"3.samarbeid.{name}")
            sentences.append(Sentence(text, (Mark("samarbeid", name),)))
    for resource in resources[: MOST_SENTENCES - len(sentences)]:
        text = writer.say(f"3.ressurs.{resource}")
        sentences.append(Sentence(text, (Mark("ressurs", resource),)))
    if len(sentences) < 2 or (len(sentences) < 5 and writer.rng.random() < 0.25):
        sentences.append(Sentence(writer.say("3.tillegg")))
    return sentences


def _channels(opinion: Opinion, writer: Writer, bullets: bool) -> list[Sentence]:
    writer.new_question()
    wanted = {
        channel: opinion.single[channel]
        for channel in CHANNELS
        if opinion.single[channel] not in UNSAID
    }
    if not wanted:
        return []
    if bullets:
        sign = writer.rng.choice(("-", "–", "•"))
        sentences = [Sentence(writer.say("4.punktinnledning"))]
        for channel, value in wanted.items():
            text = f"{sign} {writer.say(f'4.punkt.{channel}.{value}')}"
            sentences.append(Sentence(text, (Mark(channel, value),), lead="\n"))
        return sentences
    sentences = []
    if len(wanted) < 5 and writer.rng.random() < 0.4:
        sentences.append(Sentence(writer.say("4.apning")))
    for channel, value in wanted.items():
        text = writer.say(f"4.{channel}.{value}")
        sentences.append(Sentence(text, (Mark(channel, value),)))
    if len(sentences) < 2 or (len(sentences) < 4 and writer.rng.random() < 0.3):
        sentences.append(Sentence(writer.say("4.tillegg")))
    return sentences


def _station(opinion: Opinion, writer: Writer, rooms: tuple[Room, ...]) -> list[Sentence]:
    writer.new_question()
    wish, offer = opinion.single["onsker_tjenestested"], opinion.single["tilbyr_lokaler"]
    path = f"betinget_{opinion.condition}" if wish == "betinget" else wish
    sentences = [Sentence(writer.say(f"5.onske.{path}"), (Mark("onsker_tjenestested", wish),))]
    argument = "ja" if wish == "betinget" else wish
    arguments = writer.rng.choice((1, 1, 2) if not rooms else (0, 1, 1))
    sentences += [Sentence(writer.say(f"5.begrunnelse.{argument}")) for _ in range(arguments)]
    if offer not in UNSAID:
        text = writer.say(f"5.lokaler.{_offer_path(wish, offer, rooms)}")
        sentences.append(Sentence(text, (Mark("tilbyr_lokaler", offer),)))
    for index, room in enumerate(rooms):
        sentences.append(Sentence(_describe(room, writer, first=index == 0), room=index))
    return sentences


def _offer_path(wish: str, offer: str, rooms: tuple[Room, ...]) -> str:
    if offer != "ja":
        return offer
    if not rooms:
        return "ja_uten_rom"
    return "ja_politikontakt" if wish == "nei" else "ja"


def _describe(room: Room, writer: Writer, first: bool) -> str:
    """Return a sentence or two with everything the row says about the room."""
    area = shared = free = ""
    if room.area is not None:
        area = writer.pick("5.rom.areal", m2=str(room.area))
    others = [name for name in room.shared_with if name not in ROOM_ITSELF.get(room.kind, ())]
    if others:
        names = writer.join([writer.stock.one(f"5.rom.tjeneste.{name}") for name in others])
        shared = writer.pick("5.rom.delt", tjenester=names)
    if room.free_from is not None:
        month = writer.stock.several("maaneder")[room.free_from.month - 1]
        free = writer.pick("5.rom.ledig", maaned=f"{month} {room.free_from.year}")
    size = "stor" if (room.area or 0) > LARGEST_OFFICE_M2 else "liten"
    text = writer.say(
        "5.rom.ramme" if first else "5.rom.ramme_flere",
        rom=writer.pick(f"5.rom.{size}.{room.kind}"),
        areal=area,
        delt=shared,
        ledig=free,
    )
    if room.condition != "ukjent":
        text += " " + writer.say(f"5.rom.tilstand.{room.condition}")
    return text
