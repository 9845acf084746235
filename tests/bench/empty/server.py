"""A Streamlit application with nothing in it, warmed up and frozen the way ours is."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from dashboard import HEAVY_MODULES


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Load and freeze what ours does, so that only the page itself differs."""
    for name in HEAVY_MODULES:
        import_module(name)
    gc.collect()
    gc.freeze()
    yield


async def health(_request: Request) -> PlainTextResponse:
    """Say that the server is up, at the address the harness asks."""
    return PlainTextResponse("ok")


app = st.App("page.py", lifespan=lifespan, routes=[Route("/helse", health)])
