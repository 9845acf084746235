"""The server that `streamlit run` starts: Streamlit's own, warmed up, compressed and secured."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Final

import streamlit as st
from anyio import create_task_group, to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from pages.parts.choosing.places import names_route
from pages.parts.drawing.locator import locator_route
from pages.parts.drawing.mapdata import layer_route
from pages.parts.papers.making import ready
from pages.parts.papers.routes import paper_routes
from pages.parts.sharing.download import download
from pages.parts.sharing.qr import qr_routes
from pages.parts.sharing.short_links import short_link_routes
from pages.parts.sharing.statement import statement_route
from pages.parts.sharing.whole_tables import download_database, download_table
from pages.parts.wording.first_places import find_ahead
from pages.server import logs, metrics
from pages.server.ahead import prepare
from pages.server.assets import address, file_routes
from pages.server.banner import announce
from pages.server.costly import warm
from pages.server.errors import show_error
from pages.server.health import health
from pages.server.heap import settle, tend
from pages.server.intake import bound_intake
from pages.server.limits import keep_descriptors, raise_descriptors
from pages.server.login import from_environment
from pages.server.middleware import middleware
from pages.server.refusal import told
from pages.server.theme import remember_theme
from queries import warm_up
from queries.ahead import ask_ahead

# Streamlit imports these while the first pages run; two readers arriving together would
# then meet half-imported modules.
HEAVY_MODULES: Final = (
    "pandas",
    "plotly.graph_objects",
    "polars",
    "pyarrow",
    "pydeck",
)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Have everything loaded before the first reader is let in, and tend the heap from then on."""
    logs.set_up()
    raise_descriptors()
    keep_descriptors()
    bound_intake()
    remember_theme()
    for name in HEAVY_MODULES:
        import_module(name)
    await to_thread.run_sync(warm_up)
    settle()
    announce()
    with metrics.served():
        async with create_task_group() as tasks:
            tasks.start_soon(tend)
            tasks.start_soon(warm, ready)
            tasks.start_soon(prepare, ask_ahead, find_ahead)
            yield
            tasks.cancel_scope.cancel()


async def to_front_page(request: Request) -> RedirectResponse:
    """Send `/oversikt` to the front page, which is Oversikt, with the filter it came with."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(address("/") + query, 307)


app = st.App(
    "pages/frame.py",
    lifespan=lifespan,
    middleware=middleware(),
    secrets=from_environment(),
    routes=[
        *file_routes(),
        # Before the layers, whose addresses are of the same shape.
        locator_route(),
        layer_route(),
        names_route(),
        Route(address("/helse"), health),
        Route(address("/oversikt"), to_front_page),
        *paper_routes(),
        *qr_routes(),
        *short_link_routes(),
        statement_route(),
        Route(address("/last-ned/tabell/{table}.{format}"), download_table),
        Route(address("/last-ned/{file}.duckdb"), download_database),
        Route(address("/last-ned/{page}/{card}.{format}"), download),
        Route(address("/last-ned/{card}.{format}"), download),
    ],
    on_script_error=show_error,
    exception_handlers={HTTPException: told},
)
