"""The door to what people write: signed by her login, kept by the rules, whatever is sent."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data.work import in_file, store
from queries import budgets
from queries.access import Access
from queries.writing import Post, Rule, everything, read, trouble, write
from tests.login.roles import access


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "arbeid.sqlite3"
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(found))
    return found


def only_leaders(one: Access, post: Post) -> str:
    return "" if one.publishes and post.til else "Bare ledere kan dette."


RULES: Mapping[str, Rule] = {"prove": only_leaders}


def post(**changes: Any) -> dict[str, Any]:
    usual = {
        "id": str(uuid.uuid4()),
        "datasett": "demo",
        "slag": "prove",
        "gjelder": "kommune:1804",
    }
    return usual | {"til": '"ja"'} | changes


def test_what_is_written_is_signed_by_the_login_and_not_by_what_is_sent() -> None:
    leader = access("leder")
    (receipt,) = write(leader, [post()], RULES)
    (kept,) = read(leader, "demo", "kommune:1804")
    assert receipt.nr == kept.nr == 1
    assert (kept.hvem, kept.navn, kept.rolle) == (leader.subject, leader.name, "leder")
    (forged,) = write(leader, [post(hvem="en annen", navn="Kongen")], RULES)
    assert "formen" in forged.refused


def test_without_a_login_nothing_is_kept_or_read_and_the_browser_holds_on_to_it() -> None:
    write(access("leder"), [post()], RULES)
    ended = replace(access("leder"), expires=dt.datetime.now(dt.UTC))
    for nobody in (None, ended):
        (receipt,) = write(nobody, [post()], RULES)
        assert receipt.nr is None
        assert receipt.again
        assert read(nobody, "demo", "kommune:1804") == ()
        assert not everything(nobody, "demo")
    assert len(store.all("demo")) == 1


def test_who_may_not_and_what_is_of_no_kind_is_refused_and_is_nobodys_hindrance() -> None:
    wrong = [post(slag="annet"), post(til=None), post(), post(til="ikke json")]
    receipts = write(access("leder"), wrong, RULES)
    assert [bool(each.refused) for each in receipts] == [True, True, False, True]
    assert not any(each.again for each in receipts)
    (refused,) = write(access("leser"), [post()], RULES)
    assert refused.refused == "Bare ledere kan dette."
    assert len(store.all("demo")) == 1


@pytest.mark.parametrize(
    "sent",
    [None, "x", 5, {}, [], [None], [[]], [{}], [{"id": 5}], [{"id": "x" * 9_999}], [[[[]]]]],
)
def test_what_is_no_list_of_posts_is_passed_by(sent: object) -> None:
    assert write(access("leder"), sent, RULES) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "ikke en uuid"},
        {"datasett": "finnes-ikke"},
        {"seen": True},
        {"seen": "5"},
        {"seen": 10**30},
        {"hvorfor": "\ud800"},
        {"til": 5},
        {"gjelder": None},
        {"nr": 1},
        {"tid": "2020-01-01"},
    ],
)
def test_a_post_of_another_form_is_refused(changes: dict[str, Any]) -> None:
    (receipt,) = write(access("leder"), [post(**changes)], RULES)
    assert receipt.refused
    assert store.all("demo") == ()


def test_what_others_wrote_meanwhile_is_handed_over() -> None:
    (first,) = write(access("leder"), [post()], RULES)
    other = access("leder", sub="en annen leder")
    (second,) = write(other, [post(seen=first.nr)], RULES)
    (late,) = write(access("leder"), [post(seen=first.nr)], RULES)
    assert [event.nr for event in late.newer] == [second.nr]
    assert late.refused


def test_no_more_is_taken_in_at_once_than_there_is_room_for() -> None:
    receipts = write(access("leder"), [post() for _ in range(budgets.POSTS + 5)], RULES)
    assert len(receipts) == budgets.POSTS


def test_a_store_that_is_closed_is_told_of_and_tried_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert trouble() is None
    file.write_bytes(b"ikke en database" * 100)
    monkeypatch.setattr(in_file, "PATIENCE", 0.05)
    (receipt,) = write(access("leder"), [post()], RULES)
    assert receipt.again
    assert "er skadet" in receipt.refused
    found = trouble()
    assert found
    assert "er skadet" in found.says
