"""Siting problems small enough to try everything, and other ways to solve the large ones."""

from collections.abc import Iterable
from itertools import combinations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix, csr_matrix, hstack, vstack
from scipy.sparse.csgraph import connected_components

from queries.siting import Candidate, Problem
from queries.siting.gains import Objective
from queries.siting.problem import Floats, Pairs


def made(
    distances: Floats,
    existing: Floats,
    inhabitants: Iterable[int],
    limit: float,
    weights: Iterable[float] | None = None,
    asked: Iterable[int] = (),
) -> Problem:
    """Return the problem with `distances` from points (rows) to candidates (columns)."""
    people = np.array(list(inhabitants), np.int64)
    row, column = np.nonzero(distances < existing[:, None])
    return Problem(
        candidates=tuple(
            Candidate(f"{j:04}", f"Sted {j}", f"{j:04}", 60.0, 10.0, 0.0, 0.0)
            for j in range(distances.shape[1])
        ),
        demand=np.arange(1, len(people) + 1),
        inhabitants=people,
        weights=people.astype(float) if weights is None else np.array(list(weights), float),
        existing=existing.astype(float),
        pairs=Pairs.of(row, column, distances[row, column].astype(float)),
        limit=limit,
        asked=frozenset(f"{j:04}" for j in asked),
    )


def drawn(
    seed: int, points: int, candidates: int, stations: int = 1, *, whole: bool = False
) -> Problem:
    """Return a random problem in a unit square; with `whole`, distances are whole and often tie.

    Every third candidate or so has asked for a station.
    """
    draw = np.random.default_rng(seed)
    here, there = draw.random((points, 2)), draw.random((candidates, 2))
    today = draw.random((stations, 2))
    distances = np.linalg.norm(here[:, None] - there, axis=2)
    existing = np.linalg.norm(here[:, None] - today, axis=2).min(axis=1)
    if whole:
        distances, existing = np.round(distances * 8), np.round(existing * 8)
    people = draw.integers(1, 5000, points)
    weights = people * draw.uniform(1, 2, points)
    limit = float(draw.choice([1.0, 2.0, 3.0])) if whole else float(draw.uniform(0.05, 0.4))
    asked = np.flatnonzero(np.random.default_rng(seed + 1_000).random(candidates) < 0.35)
    return made(distances, existing, people, limit, weights, asked.tolist())


def value(problem: Problem, objective: Objective, chosen: Iterable[int]) -> float:
    """Return what the candidates at `chosen` are worth, by the definition of the objective."""
    columns = problem.distances()[:, list(chosen)]
    after = np.minimum(problem.existing, columns.min(axis=1, initial=np.inf))
    if objective == "avstand":
        return float(problem.weights @ (problem.existing - after))
    new = (after <= problem.limit) & (problem.existing > problem.limit)
    return float(problem.weights[new].sum())


def worth(problem: Problem, objective: Objective, chosen: Iterable[str]) -> float:
    """Return what the candidates named `chosen` are worth."""
    position = {c.id: i for i, c in enumerate(problem.candidates)}
    return value(problem, objective, [position[key] for key in chosen])


def exhaustive(problem: Problem, objective: Objective, count: int) -> float:
    """Return the best value of `count` candidates by trying every choice."""
    choices = combinations(range(len(problem.candidates)), count)
    return max(value(problem, objective, choice) for choice in choices)


def of_equals(
    problem: Problem,
    objective: Objective,
    count: int,
    med: Iterable[str] = (),
    uten: Iterable[str] = (),
) -> tuple[str, ...]:
    """Return the choice the rule takes among the best, by trying every choice of at most `count`.

    The fewest places, then the most that have asked, then the lowest numbers.
    """
    ids, shut = [each.id for each in problem.candidates], {*uten}
    fixed = {ids.index(each) for each in med}
    free = [i for i, each in enumerate(ids) if each not in shut and i not in fixed]
    every = [
        tuple(sorted((*fixed, *more)))
        for n in range(min(count - len(fixed), len(free)) + 1)
        for more in combinations(free, n)
    ]
    worths = [value(problem, objective, choice) for choice in every]
    enough = max(worths) * (1 - 1e-9)
    best = min(
        (len(choice), -sum(ids[i] in problem.asked for i in choice), choice)
        for choice, worth_ in zip(every, worths, strict=True)
        if worth_ >= enough
    )
    return tuple(ids[i] for i in best[2])


def by_parts(problem: Problem, objective: Objective, count: int) -> float:
    """Return the best value of at most `count` candidates, with no solver at all.

    Candidates that no point has in common cannot help each other, so each group of candidates that
    hang together is tried exhaustively, and the best way to divide `count` among the groups is
    found one group at a time.
    """
    pairs, size = problem.pairs, len(problem.candidates)
    if objective == "dekning":
        kept = (pairs.distance <= problem.limit) & (problem.existing[pairs.demand] > problem.limit)
    else:
        kept = np.ones(len(pairs.demand), bool)
    links = csr_matrix(
        (np.ones(kept.sum()), (pairs.demand[kept], pairs.candidate[kept])),
        shape=(len(problem.demand), size),
    )
    _, group = connected_components(links.T @ links, directed=False)
    best = np.zeros(count + 1)
    for number in range(group.max() + 1):
        members = np.nonzero(group == number)[0].tolist()
        alone = [
            max(value(problem, objective, choice) for choice in combinations(members, taken))
            for taken in range(min(len(members), count) + 1)
        ]
        best = np.array(
            [
                max(
                    best[total - taken] + alone[taken]
                    for taken in range(min(total, len(alone) - 1) + 1)
                )
                for total in range(count + 1)
            ]
        )
    return float(best[count])


def by_assignment(problem: Problem, objective: Objective, count: int) -> float:
    """Return the best value by the textbook's formulation: who is assigned to what.

    Every point is one row of its own, and nothing is reduced, merged or ordered beforehand.
    """
    pairs, size = problem.pairs, len(problem.candidates)
    demand, candidate, distance = pairs.demand, pairs.candidate, pairs.distance
    if objective == "dekning":
        gain = problem.weights[demand] * (
            (distance <= problem.limit) & (problem.existing[demand] > problem.limit)
        )
    else:
        gain = problem.weights[demand] * (problem.existing[demand] - distance)
    many = len(gain)
    # Columns: candidates, then pairs. A pair is used only when its candidate is chosen, a point
    # uses one pair at most, and so many candidates are chosen at most.
    use = hstack(
        [
            coo_matrix((-np.ones(many), (np.arange(many), candidate)), (many, size)),
            coo_matrix((np.ones(many), (np.arange(many), np.arange(many))), (many, many)),
        ]
    )
    once = coo_matrix(
        (np.ones(many), (demand, size + np.arange(many))), (len(problem.demand), size + many)
    )
    picked = coo_matrix(np.append(np.ones(size), np.zeros(many))[None, :])
    rows = vstack([use, once, picked]).tocsr()
    upper = np.concatenate((np.zeros(many), np.ones(len(problem.demand)), [count]))
    found = milp(
        -np.append(np.zeros(size), gain / gain.max()),
        constraints=LinearConstraint(rows, -np.inf, upper),
        integrality=np.append(np.ones(size), np.zeros(many)),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0},
    )
    assert found.success
    return value(problem, objective, np.nonzero(found.x[:size] > 0.5)[0])
