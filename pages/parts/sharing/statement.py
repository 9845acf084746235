"""The accessibility statement, in the form that the Norwegian authority asks for.

A page that needs no script: whoever cannot use the rest must be able to read this. The form is that
of the model statement in Commission Implementing Decision (EU) 2018/1523, which Norwegian public
bodies must follow.
"""

import datetime as dt
from typing import Final

import markupsafe
from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages.parts.reading.language import _, speak, spoken
from pages.parts.reading.markup import Markup
from pages.parts.wording.numbers import long_date
from pages.server.assets import address
from pages.server.sheet import sheet
from queries.view import LANGUAGES

PATH: Final = "/tilgjengelighetserklaering"
# When what is said below was last looked through against the pages.
REVIEWED: Final = dt.date(2026, 11, 26)
CONTACT: Final = "postmottak@jd.dep.no"
AUTHORITY: Final = "https://www.uutilsynet.no/"
_BODY: Final = Markup('{sections}<p><a href="{front}">{to_front}</a></p>')
_HEADING: Final = Markup("<h2>{}</h2>")
_PARAGRAPH: Final = Markup("<p>{}</p>")
_WITH_LINK: Final = Markup("{} {}")


def statement_route() -> Route:
    """Return the route of the statement."""
    return Route(address(PATH), _answer)


async def _answer(request: Request) -> Response:
    asked = request.query_params.get("lang", "")
    page = await to_thread.run_sync(statement, asked if asked in LANGUAGES else LANGUAGES[0])
    return Response(page, media_type="text/html; charset=utf-8")


def statement(lang: str) -> markupsafe.Markup:
    """Return the statement as a page of HTML in `lang`."""
    speak(lang)
    title = _("Tilgjengelighetserklæring for Tjenestested")
    body = _BODY.format(
        sections=Markup("").join(
            _HEADING.format(heading) + Markup("").join(map(_PARAGRAPH.format, texts))
            for heading, texts in _sections()
        ),
        front=address("/"),
        to_front=_("Til forsiden"),
    )
    return sheet(title, body, lang=spoken(), kind="erklaering", head=title)


def _sections() -> tuple[tuple[str, tuple[str, ...]], ...]:
    mail = Markup('<a href="mailto:{0}">{0}</a>').format(CONTACT)
    site = Markup('<a href="{}">uutilsynet.no</a>').format(AUTHORITY)
    return (
        (
            _("Om erklæringen"),
            (
                _(
                    "Justis- og beredskapsdepartementet vil at alle skal kunne bruke dette "
                    "nettstedet, i tråd med likestillings- og diskrimineringsloven § 18 og "
                    "forskrift om universell utforming av IKT-løsninger. Erklæringen gjelder "
                    "nettstedet Tjenestested."
                ),
            ),
        ),
        (
            _("Samsvar med kravene"),
            (
                _(
                    "Nettstedet er delvis i samsvar med WCAG 2.1 på nivå A og AA, på grunn "
                    "av det som står under."
                ),
            ),
        ),
        (
            _("Innhold som ikke er tilgjengelig"),
            (
                _(
                    "Kartet betjenes kommune for kommune med piltastene og Enter, men er ikke "
                    "prøvd med skjermleser. Det samme nås med «Finn kommune» i filteret, med "
                    "tallene i tegnforklaringen og med tabellen under kartet."
                ),
                _(
                    "Diagrammene som tegnes med Plotly, har tekstalternativ og tabell, men "
                    "delene av dem kan ikke velges med tastatur. Tabellen åpner det samme."
                ),
                _(
                    "Filene i Word, PowerPoint og PDF har overskrifter, språk og "
                    "tekstalternativer, men er ikke prøvd med skjermleser."
                ),
                _(
                    "Kommunenes egne svar vises ordrett, på det målet og med den oppbyggingen "
                    "de er sendt inn med."
                ),
            ),
        ),
        (
            _("Slik er erklæringen laget"),
            (
                _(
                    "Erklæringen bygger på en egenvurdering. Hver side er kontrollert med axe "
                    "i flere bredder, i lyst og mørkt, og gjennomgått med bare tastatur, og "
                    "kontrollen gjentas for hver endring. Nettstedet er ikke prøvd av brukere "
                    "av hjelpemidler. Sist gjennomgått {date}."
                ).format(date=long_date(REVIEWED)),
            ),
        ),
        (
            _("Si fra om feil, og klag"),
            (
                _WITH_LINK.format(
                    _(
                        "Møter du noe som ikke er tilgjengelig, eller trenger du innholdet i en "
                        "annen form, skriv til departementet. Oppgi adressen til siden."
                    ),
                    mail,
                ),
                _WITH_LINK.format(
                    _(
                        "Får du ikke svar, eller er du uenig i svaret, kan du melde fra til "
                        "Tilsynet for universell utforming av ikt. Diskriminering kan klages inn "
                        "for Diskrimineringsnemnda."
                    ),
                    site,
                ),
            ),
        ),
    )
