"""What the next build changes, by hand: confirmed, changed, added, taken out, or nothing."""

from dataclasses import replace

import pytest

from data.work.events import Event
from pages.parts.reviewing.coming import coming, told
from queries.review import Code, Pending, State, pending, state_of
from tests.queries.review.desk_set import NOW, code, decision, letter

SUGGESTED = code("tilfreds_bemanning", "delvis")
CONFIRMED = replace(SUGGESTED, status="bekreftet", kodet_av="menneske")
REFUSED = replace(SUGGESTED, status="avvist")


def state(codes: tuple[Code, ...], *said: Event) -> State:
    return state_of(letter(codes=codes), said, NOW)


@pytest.mark.parametrize(
    ("published", "status", "verdi", "kind", "was", "will"),
    [
        (SUGGESTED, "bekreftet", "delvis", "bekreftes", "delvis", "delvis"),
        (SUGGESTED, "bekreftet", "tilfreds", "endres", "delvis", "tilfreds"),
        (SUGGESTED, "avvist", "delvis", "tas_ut", "delvis", None),
        (CONFIRMED, "bekreftet", "uklart", "endres", "delvis", "uklart"),
        (REFUSED, "bekreftet", "delvis", "legges_til", None, "delvis"),
        (None, "bekreftet", "tilfreds", "legges_til", None, "tilfreds"),
    ],
)
def test_each_decision_is_one_change(
    published: Code | None, status: str, verdi: str, kind: str, was: str | None, will: str | None
) -> None:
    said = decision("tilfreds_bemanning", verdi, status=status)
    (change,) = pending([state((published,) if published else (), said)])
    assert (change.kind, change.was, change.will) == (kind, was, will)


def test_what_is_published_already_or_not_decided_changes_nothing() -> None:
    confirmed = decision("tilfreds_bemanning", "delvis")
    refused = decision("tilfreds_bemanning", "delvis", status="avvist")
    assert pending([state((CONFIRMED,), confirmed)]) == ()
    assert pending([state((REFUSED,), refused)]) == ()
    assert pending([state((), refused)]) == ()
    assert pending([state((SUGGESTED,))]) == ()


def test_it_is_told_by_kind_and_only_other_values_are_listed() -> None:
    two = state(
        (SUGGESTED, code("tema", "rus")),
        decision("tilfreds_bemanning", "tilfreds", 1),
        decision("tema:rus", "rus", 2),
    )
    found: tuple[Pending, ...] = pending([two])
    assert told(found) == "Neste bygging publiserer 2 koder i 1 brev: 1 bekreftes og 1 endres"
    table = coming([two], {})
    assert table.count("<tr") == 2
    assert "Delvis tilfreds" in table
    assert told(()) == "Alt som er avgjort av brevene, er publisert"
