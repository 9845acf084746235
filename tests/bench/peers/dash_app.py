"""The same slice in Dash: a choice of district, one line of text and the bars. `PORT FILE`."""

import json
import sys
from pathlib import Path
from typing import Any

from dash import Dash, Input, Output, dcc, html

slice_ = json.loads(Path(sys.argv[2]).read_text("utf-8"))
app = Dash(__name__, serve_locally=True)
app.layout = html.Div(
    [
        dcc.RadioItems(list(slice_), id="valg"),
        html.Div(html.P("Hele landet"), id="funn", className="funn"),
        html.Ul(id="stolper"),
    ]
)


@app.callback(Output("funn", "children"), Output("stolper", "children"), Input("valg", "value"))
def choose(district: str | None) -> tuple[Any, list[Any]]:
    """Return the line and the bars of the district."""
    if district is None:
        return html.P("Hele landet"), []
    found = slice_[district]
    bars = [html.Li([name, html.Span(style={"width": f"{n}px"})]) for name, n in found["stolper"]]
    return html.P(found["tekst"]), bars


app.run(port=int(sys.argv[1]), debug=False)
