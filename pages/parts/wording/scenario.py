"""A siting scenario solved: the optimum, the greedy order, and the stations that were decided."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import listed, share, whole
from queries import Version, View
from queries.siting import (
    Candidate,
    Decided,
    Overlap,
    Problem,
    Solution,
    Step,
    best,
    decided,
    greedy,
    overlap,
    problem,
)
from queries.siting.gains import Objective


@dataclass(frozen=True)
class Outcome:
    """What the model answers to one scenario."""

    # Where stations might come, by municipality number, and how many people it is about.
    candidates: dict[str, Candidate]
    total: int
    # The best choice of as many as the scenario asks for.
    best: Solution
    # For each of the best, in their order: who is within the limit with it, and the mean then.
    growth: tuple[tuple[int, float], ...]
    order: tuple[Step, ...]
    decided: Decided
    # The best choice of as many as were decided in the selection, to compare with them.
    rival: Solution
    agreement: Overlap


def outcome(reader: Reader) -> Outcome:
    """Return the reader's scenario solved, for the municipalities she has chosen."""
    own = ("grense", "antall", "kandidater", "vekt", "formaal", "med", "uten", "sesong")
    return _outcome(reader.version, reader.view.only(*own))


def pinned(reader: Reader) -> Reader | None:
    """Return the reader of the scenario that is pinned to compare with, if there is another one."""
    festet = reader.view.festet
    if festet is None or festet == reader.view.scenario:
        return None
    return reader.having(festet=None).scenario(festet)


def sentence(view: View) -> str:
    """Return a scenario in words, such as «10 nye. Steder: alle kommuner. …»."""
    return ngettext(
        "{n} nytt. Steder: {where}. Mål: {what}. Teller: {weight}",
        "{n} nye. Steder: {where}. Mål: {what}. Teller: {weight}",
        view.antall,
    ).format(
        n=view.antall,
        where=candidates()[view.kandidater].lower(),
        what=goals()[view.formaal].lower(),
        weight=weights()[view.vekt].lower(),
    )


def candidates() -> dict[str, str]:
    """Return where new stations may come."""
    return {
        "alle": _("Alle kommuner"),
        "onsker": _("De som ønsker"),
        "tilbyr": _("De som tilbyr lokaler"),
    }


def weights() -> dict[str, str]:
    """Return what counts."""
    return {
        "innbyggere": _("Alle likt"),
        "misnoye": _("Mest ved misnøye"),
    }


def goals() -> dict[str, str]:
    """Return what the model seeks."""
    return {"dekning": _("Flest innenfor"), "avstand": _("Kortest vei")}


def why_none(solution: Solution) -> str:
    """Return why the model proposes nothing, as a title has it, or nothing when it does."""
    return {
        "ingen_antall": _("Ingen nye er bedt om"),
        "ingen_kandidater": _("Ingen kommuner i utvalget passer som kandidat"),
        "ingen_avstand": _("Reisetid mangler for kommunene i utvalget"),
        "ingen_innbyggere": _("Ingen innbyggere i utvalget"),
        "alt_dekket": _("Alle i utvalget er innenfor grensen allerede"),
        "ingen_gevinst": _("Ingen av kandidatene kommer nærmere noen enn dagens tjenestesteder"),
        "for_mange_faste": _("Flere steder må med enn antallet som kan velges"),
    }.get(solution.reason or "", "")


def fixed(reader: Reader) -> str:
    """Return which places the reader has said must be with, and not with; empty for none."""
    view = reader.view
    rows = reader.ask("plassering_kandidater", kandidater=view.kandidater)
    called = dict(rows.select("kommunenummer", "navn").rows())
    parts = [
        text.format(names=listed(names))
        for text, names in (
            (_("Må med: {names}"), [called[key] for key in view.med if key in called]),
            (_("Ikke med: {names}"), [called[key] for key in view.uten if key in called]),
        )
        if names
    ]
    return ". ".join(parts)


def headline(found: Outcome, reader: Reader, text: str) -> str:
    """Return what the best choice gives; `text` is the reader's limit with its unit."""
    best = found.best
    if best.reason == "ingen_kandidater" and not reader.ask("nokkeltall").item(0, "kommuner"):
        return _("Ingen kommuner passer med filteret")
    if not best.chosen:
        return _("Modellen foreslår ingen nye tjenestesteder")
    n = len(best.chosen)
    if reader.view.formaal == "avstand":
        if best.mean_after >= best.mean_before:
            return ngettext(
                "{n} nytt tjenestested korter ikke veien for noen",
                "{n} nye tjenestesteder korter ikke veien for noen",
                n,
            ).format(n=whole(n))
        less = share(1 - best.mean_after / best.mean_before if best.mean_before else 0)
        return ngettext(
            "{n} nytt tjenestested korter veien med {less} i snitt",
            "{n} nye tjenestesteder korter veien med {less} i snitt",
            n,
        ).format(n=whole(n), less=less)
    if best.covered == best.covered_before:
        return ngettext(
            "{n} nytt tjenestested gir ingen flere innbyggere innen {limit}",
            "{n} nye tjenestesteder gir ingen flere innbyggere innen {limit}",
            n,
        ).format(n=whole(n), limit=text)
    return ngettext(
        "{n} nytt tjenestested gir {more} flere innbyggere innen {limit}",
        "{n} nye tjenestesteder gir {more} flere innbyggere innen {limit}",
        n,
    ).format(n=whole(n), more=whole(best.covered - best.covered_before), limit=text)


def _growth(task: Problem, best: Solution) -> tuple[tuple[int, float], ...]:
    place = {candidate.id: i for i, candidate in enumerate(task.candidates)}
    chosen = np.array([place[key] for key in best.chosen], dtype=np.int64)
    steps = (task.with_chosen(chosen[:count]) for count in range(1, len(chosen) + 1))
    return tuple((task.covered(step), task.mean(step)) for step in steps)


@lru_cache(maxsize=512)
def _outcome(version: Version, view: View) -> Outcome:
    task = problem(
        version,
        view,
        kandidater=view.kandidater,  # type: ignore[arg-type]
        vekt=view.vekt,  # type: ignore[arg-type]
        grense=view.grense,
    )
    most = len(task.candidates)
    known = decided(version, view, task)
    goal: Objective = view.formaal  # type: ignore[assignment]
    rival = best(task, min(len(known.stations), most), goal)
    chosen = best(
        task, min(view.antall, most) if most else view.antall, goal, med=view.med, uten=view.uten
    )
    return Outcome(
        candidates={candidate.id: candidate for candidate in task.candidates},
        total=task.total,
        best=chosen,
        growth=_growth(task, chosen),
        order=greedy(task, view.antall, goal),
        decided=known,
        rival=rival,
        agreement=overlap(known, rival.chosen),
    )
