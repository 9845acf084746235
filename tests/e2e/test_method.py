"""Data og metode: opened, read by machine, and taken along as files."""

import csv
import io

import polars as pl
from playwright.sync_api import Page

from tests.e2e.harness import axe, screenshot
from tests.e2e.steps import go, heading


def test_the_tables_can_be_taken_along(desktop: Page) -> None:
    go(desktop, "/data?data=demo")
    assert heading(desktop).startswith("209 av 356 kommuner har svart")
    assert axe(desktop) == []
    screenshot(desktop, "data")
    with desktop.expect_download() as saved:
        desktop.get_by_role("link", name="svar som CSV", exact=True).click()
    assert saved.value.suggested_filename.startswith("DEMODATA-svar-")
    text = saved.value.path().read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert len(rows) == 918
    assert {row["merke"] for row in rows} == {"DEMODATA – oppdiktede svar"}
    with desktop.expect_download() as saved:
        desktop.get_by_role("link", name="kommune som PARQUET", exact=True).click()
    assert pl.read_parquet(saved.value.path()).height == 356
    desktop.get_by_text("definisjoner").click()
    assert desktop.get_by_text("Nøkkeltall for utvalget").is_visible()


def test_a_phone_shows_the_page_in_its_width(phone: Page) -> None:
    go(phone, "/data?data=kjente")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert axe(phone) == []
