"""From senders and opinions to the rows of every table."""

from dataclasses import dataclass, replace
from random import Random
from typing import Any, Final

from data.demo.advice import choose_advice
from data.demo.coding import code
from data.demo.habits import choose_habits
from data.demo.letters import Letter, lay_out, meeting_dates, print_out
from data.demo.longform import report
from data.demo.opinions import (
    SATISFACTION,
    Opinion,
    choose_opinions,
    council_opinion,
    earlier_opinion,
    joint_opinion,
)
from data.demo.phrases import Stock, Writer
from data.demo.places import Place
from data.demo.premises import Room, choose_offers, choose_rooms
from data.demo.prose import Mark, Sentence, compose
from data.demo.remarks import remark
from data.demo.slots import slots_for, tags_for
from data.demo.who import Sender, choose_answering, choose_senders
from data.demo.wishes import choose_conditions, choose_wishes

SOURCE: Final = "Oppdiktet demodata"
Tables = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Scene:
    """What every answer is written from."""

    places: dict[str, Place]
    opinions: dict[str, Opinion]
    rooms: dict[str, tuple[Room, ...]]
    stocks: dict[str, Stock]


def write_answers(places: dict[str, Place], rng: Random) -> Tables:
    """Return the rows of all five tables."""
    # One generator per subject: a change in the prose must not move who answered.
    people, minds, offers, pens, police = (Random(rng.getrandbits(64)) for _ in range(5))
    answering = choose_answering(places, people)
    wishes = choose_wishes(answering, minds)
    senders = choose_senders(answering, wishes, people)
    opinions, rooms = _decide(answering, wishes, senders, minds, offers)
    stocks = {form: Stock(form) for form in ("bokmaal", "nynorsk")}
    scene = Scene(places, opinions, rooms, stocks)
    habits = choose_habits(senders, pens)
    tables: Tables = {"innspill": [], "svar": [], "koding": [], "lokaler": []}
    ids = {
        (sender.name, sender.received): f"D{index:03}" for index, sender in enumerate(senders, 1)
    }
    earlier = {
        sender.name: ids[sender.name, sender.received] for sender in senders if sender.replaced_on
    }
    for sender, own in zip(senders, habits, strict=True):
        innspill_id = ids[sender.name, sender.received]
        replaced = earlier[sender.name] if sender.replaces else None
        tables["innspill"].append(
            {
                "innspill_id": innspill_id,
                "avsender": sender.name,
                "avsendertype": sender.kind,
                "kommunenumre": "|".join(sender.numbers) or None,
                "dato": sender.received,
                "brevdato": None,
                "malform": sender.form,
                "erstatter": replaced,
                "belegg": None,
                "kilde": SOURCE,
                "merknad": remark(sender, own),
            }
        )
        _write(innspill_id, sender, own, scene, pens, tables)
    wanting = [place for place in answering if wishes[place.number] in ("ja", "betinget")]
    tables["raad"] = choose_advice(wanting, police)
    return tables


def _decide(
    answering: list[Place],
    wishes: dict[str, str],
    senders: list[Sender],
    minds: Random,
    offers: Random,
) -> tuple[dict[str, Opinion], dict[str, tuple[Room, ...]]]:
    """Return the opinion of every municipality and the rooms of those that offer any."""
    municipal = [sender for sender in senders if sender.kind == "kommune"]
    shapes = {number: sender.shape for sender in municipal for number in sender.numbers}
    conditions = choose_conditions(answering, wishes, minds)
    opinions = choose_opinions(answering, wishes, conditions, shapes, minds)
    joint = [sender.numbers for sender in municipal if len(sender.numbers) > 1]
    together = {number for numbers in joint for number in numbers}
    free = [
        place
        for place in answering
        if shapes[place.number] not in ("vedlegg", "kort") and place.number not in together
    ]
    chosen = choose_offers(opinions, free, offers)
    for number, offer in chosen.items():
        opinions[number] = _with_offer(opinions[number], offer)
    for index, numbers in enumerate(joint):
        shared = joint_opinion(opinions[numbers[0]], differ=index == 0)
        opinions |= dict.fromkeys(numbers, shared)
    long = {number for number, shape in shapes.items() if shape == "lang"}
    return opinions, choose_rooms(chosen, long, offers)


def _with_offer(opinion: Opinion, offer: str) -> Opinion:
    multiple = dict(opinion.multiple)
    if offer == "nei":
        # Nobody offers a room under question 3 and refuses one under question 5.
        kept = tuple(value for value in multiple["ressurs"] if value != "lokaler")
        multiple["ressurs"] = kept
    return replace(opinion, single=opinion.single | {"tilbyr_lokaler": offer}, multiple=multiple)


def _write(
    innspill_id: str,
    sender: Sender,
    habits: frozenset[str],
    scene: Scene,
    rng: Random,
    tables: Tables,
) -> None:
    """Add the answer's texts, coded values and rooms to the tables."""
    stock = scene.stocks[sender.form]
    if sender.text is not None:
        letter = lay_out({0: [Sentence(sender.text)]}, stock, habits, rng, undivided=True)
        _add_texts(innspill_id, letter, tables)
        return
    opinion = _opinion_of(sender, scene)
    rooms = () if sender.replaced_on else scene.rooms.get(sender.numbers[0], ())
    if sender.kind == "interkommunalt_raad":
        rooms = ()
    letter = _letter(sender, opinion, rooms, habits, scene, rng)
    _add_texts(innspill_id, letter, tables)
    tables["koding"] += code(innspill_id, sender, opinion, letter, rng)
    for index, room in enumerate(rooms):
        tables["lokaler"].append(
            {
                "lokale_id": f"L{len(tables['lokaler']) + 1:03}",
                "innspill_id": innspill_id,
                "kommunenummer": sender.numbers[0],
                "lokaltype": room.kind,
                "delt_med": "|".join(room.shared_with) or None,
                "adresse": room.address,
                "areal_m2": room.area,
                "ledig_fra": room.free_from,
                "tilstand": room.condition,
                "utdrag": letter.room_passages[index],
            }
        )


def _opinion_of(sender: Sender, scene: Scene) -> Opinion:
    if sender.kind == "interkommunalt_raad":
        return council_opinion()
    opinion = scene.opinions[sender.numbers[0]]
    return earlier_opinion(opinion) if sender.replaced_on else opinion


def _letter(
    sender: Sender,
    opinion: Opinion,
    rooms: tuple[Room, ...],
    habits: frozenset[str],
    scene: Scene,
    rng: Random,
) -> Letter:
    stock = scene.stocks[sender.form]
    places = tuple(scene.places[number] for number in sender.numbers)
    writer = Writer(stock, slots_for(places, scene.places, stock, rng), tags_for(places), rng)
    if sender.shape == "vedlegg":
        marks = [
            Mark(field, "uklart")
            for field in (*SATISFACTION, "onsker_tjenestested")
            if opinion.single[field] == "uklart"
        ]
        sentence = Sentence(writer.say("vedlegg"), tuple(marks))
        return lay_out({0: [sentence]}, stock, habits, rng, undivided=True)
    if sender.shape == "kort":
        sentence = Sentence(stock.one("kort"), (Mark("onsker_tjenestested", "nei"),))
        return lay_out({5: [sentence]}, stock, habits, rng)
    pair = None
    if len(places) == 2:
        pair = ((places[0].number, places[0].name), (places[1].number, places[1].name))
    questions = compose(opinion, writer, rooms, pair, bullets="bullets" in habits)
    before = ""
    if sender.shape == "lang":
        before = report(f"{places[0].name} kommune", stock.several("maaneder"), rng)
    elif "printout" in habits:
        before = print_out(stock, habits, meeting_dates(sender.received, rng), rng)
    undivided = sender.shape in ("udelt", "lang")
    return lay_out(questions, stock, habits, rng, undivided, before, plural=len(places) > 1)


def _add_texts(innspill_id: str, letter: Letter, tables: Tables) -> None:
    tables["svar"] += [
        {"innspill_id": innspill_id, "sporsmal": number, "tekst": text}
        for number, text in letter.texts.items()
    ]
