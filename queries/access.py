"""Who may see what is not published, and who may write: one value, made from a verified login here.

Every read of unpublished rows and every write takes an `Access`; there is no other way to them.
`verified` is the only place one is made, and it makes none of a login it is in any doubt about.
"""

import datetime as dt
import logging
import math
import os
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal, get_args

from data.schemas import POLITIDISTRIKTER

Role = Literal["leser", "saksbehandler", "distrikt", "direktorat", "leder"]
ROLES: Final[tuple[str, ...]] = get_args(Role)
# A login is good for a working day, whatever the provider says; clocks may differ by a minute.
LONGEST: Final = dt.timedelta(hours=12)
SKEW: Final = dt.timedelta(minutes=1)
LONGEST_NAME: Final = 200
# The claim that holds the roles, unless `tilgang.toml` names another.
CLAIM: Final = "roller"
SETTING: Final = "TJENESTESTED_TILGANG"
_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True)
class Access:
    """A person who has logged in, what she is here, and until when that is believed.

    `district` is the police district of a «distrikt», empty for the others.
    """

    subject: str
    name: str
    role: Role
    district: str
    expires: dt.datetime

    @property
    def is_current(self) -> bool:
        """Return whether the login is believed still; asked again where something is done."""
        return dt.datetime.now(dt.UTC) < self.expires

    @property
    def codes(self) -> bool:
        """Return whether she confirms codes."""
        return self.is_current and self.role in ("saksbehandler", "leder")

    @property
    def publishes(self) -> bool:
        """Return whether she decides what is published."""
        return self.is_current and self.role == "leder"

    def advises(self, district: str) -> bool:
        """Return whether she writes advice about municipalities in `district`."""
        own = self.role == "distrikt" and self.district == district
        return self.is_current and (self.role == "direktorat" or own)

    def reads(self, district: str) -> bool:
        """Return whether she sees what is not published about municipalities in `district`."""
        return self.is_current and (self.role != "distrikt" or self.district == district)


@dataclass(frozen=True)
class Trust:
    """Whose tokens are believed: the issuer's, made for this client."""

    issuer: str
    audience: str


def verified(
    claims: Mapping[str, Any],
    trust: Trust | None,
    logged_out: Mapping[str, dt.datetime] | None = None,
) -> Access | None:
    """Return the access that a login's `claims` give, or None when they give none.

    `claims` are those of an ID token whose signature has been checked, as they came. None when no
    issuer is trusted, a claim is missing, malformed or of another issuer or audience, the token is
    not valid now, its subject has logged out since, or nobody has given her one clear role.
    """
    if trust is None or claims.get("is_logged_in") is not True:
        return None
    subject, name = claims.get("sub"), claims.get("name", claims.get("email"))
    if not isinstance(subject, str) or not isinstance(name, str):
        return None
    if not _is_shown(subject) or not _is_shown(name) or claims.get("iss") != trust.issuer:
        return None
    if not _is_for(trust.audience, claims):
        return None
    begun, ends = _moment(claims.get("iat")), _moment(claims.get("exp"))
    starts = _moment(claims.get("nbf")) if "nbf" in claims else begun
    now = dt.datetime.now(dt.UTC)
    if begun is None or ends is None or starts is None or max(begun, starts) > now + SKEW:
        return None
    expires = min(ends, begun + LONGEST)
    left = (logged_out or {}).get(subject)
    if expires <= now or (left is not None and begun < left):
        return None
    role, district = _role(claims)
    return Access(subject, name, role, district, expires) if role else None


def roles_file() -> Path:
    """Return the file that says who has which role; it need not be there."""
    return Path(os.environ.get(SETTING) or Path(".streamlit") / "tilgang.toml")


def flaw() -> str:
    """Return what is wrong with the file of roles, in a sentence, or nothing."""
    return _register()[2]


def _is_shown(text: str) -> bool:
    return 0 < len(text) <= LONGEST_NAME and text.isprintable()


def _is_for(audience: str, claims: Mapping[str, Any]) -> bool:
    """Return whether a token is made for `audience`, and to nobody else's order."""
    made_for = claims.get("aud")
    many = [made_for] if isinstance(made_for, str) else made_for
    if not isinstance(many, list) or audience not in many:
        return False
    party = claims.get("azp", audience if len(many) == 1 else None)
    return bool(party == audience)


def _moment(seconds: object) -> dt.datetime | None:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    # What no calendar holds is no moment.
    if not math.isfinite(seconds) or not 0 < seconds < 32_503_680_000:
        return None
    return dt.datetime.fromtimestamp(seconds, dt.UTC)


def _role(claims: Mapping[str, Any]) -> tuple[Role | None, str]:
    """Return the role, and the district it is for: what the file says of her before any claim."""
    claim, listed, wrong = _register()
    if wrong:
        return None, ""
    keys = [str(claims["sub"])]
    # An address that nobody has checked is one that anybody can give.
    if claims.get("email_verified") is True and isinstance(claims.get("email"), str):
        keys.append(claims["email"].casefold())
    for key in keys:
        if key in listed:
            return _clear([listed[key]])
    given = claims.get(claim)
    many = [given] if isinstance(given, str) else given
    if not isinstance(many, list) or not all(isinstance(each, str) for each in many):
        return None, ""
    return _clear(many)


def _clear(written: Collection[str]) -> tuple[Role | None, str]:
    """Return the one role that is written; none when there is none, or two of one strength.

    A provider has roles for other programs too, so what is not ours is passed by.
    """
    found = {read for text in written if (read := _read(text))}
    for role in reversed(ROLES):
        same = [each for each in found if each[0] == role]
        if same:
            return same[0] if len(same) == 1 else (None, "")
    return None, ""


def _read(text: str) -> tuple[Role, str] | None:
    """Return the role and district that `text` names, as «leder» or «distrikt:Nordland»."""
    role, _colon, district = text.partition(":")
    if role == "distrikt":
        return ("distrikt", district) if district in POLITIDISTRIKTER else None
    for each in get_args(Role):
        if text == each:
            return each, ""
    return None


def _register() -> tuple[str, Mapping[str, str], str]:
    """Return the claim of roles, each listed person's role, and what is wrong with the file."""
    file = roles_file()
    try:
        return _read_file(file, file.stat().st_mtime_ns)
    except FileNotFoundError:
        # One that is named and not there is a mistake that would give people other roles.
        named = SETTING in os.environ
        return CLAIM, {}, f"{file.name} finnes ikke." if named else ""
    except OSError as closed:
        return CLAIM, {}, f"{file.name} kan ikke leses ({closed.strerror})."


@lru_cache(maxsize=4)
def _read_file(file: Path, _changed: int) -> tuple[str, Mapping[str, str], str]:
    try:
        read = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as odd:
        return _refused(f"{file.name} er ikke TOML: {odd}.")
    claim, listed = read.get("krav", CLAIM), read.get("roller", {})
    if not isinstance(claim, str) or not claim or not isinstance(listed, dict):
        return _refused(f"{file.name}: ventet krav = «navn» og en tabell [roller].")
    for who, role in listed.items():
        if not isinstance(role, str) or not _read(role):
            known = ", ".join(each for each in ROLES if each != "distrikt")
            says = f"fant «{role}», ventet {known} eller distrikt:<politidistrikt>"
            return _refused(f"{file.name}, [roller], «{who}»: {says}.")
    # A subject is written as it is; addresses are the same in any letters.
    return claim, {who.casefold() if "@" in who else who: role for who, role in listed.items()}, ""


def _refused(says: str) -> tuple[str, Mapping[str, str], str]:
    _LOG.error("Ingen får en rolle: %s", says)
    return CLAIM, {}, says
