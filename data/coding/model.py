"""A language model behind the same interface as the rules, where somebody has plugged one in.

It is off unless `TJENESTESTED_SPRAKMODELL` names the address of an OpenAI-compatible service. Only
texts that have been through `privacy.mask` are sent, and nothing of who sent them. What comes back
is held to the vocabulary and the text: what is not there word for word is thrown away and counted.
"""

import json
import os
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

from data import vocabulary as v
from data.coding.spans import locate
from data.coding.suggestion import Suggestion, Suggestions
from data.privacy import mask

ADDRESS: Final = "TJENESTESTED_SPRAKMODELL"
KEY: Final = "TJENESTESTED_SPRAKMODELL_NOKKEL"
NAME: Final = "TJENESTESTED_SPRAKMODELL_NAVN"
SECONDS: Final = "TJENESTESTED_SPRAKMODELL_SEKUNDER"
# A model on one's own machine may think for a while; a reply longer than this is no list of codes.
PATIENCE: Final = 120.0
LONGEST_REPLY: Final = 1_000_000
LONGEST_PASSAGE: Final = 1_000
# How sure a model's suggestion is taken to be when it does not say.
UNSAID: Final = 0.5

TASK: Final = """\
Du koder hva en kommune svarer departementet om politiet. Svar bare med JSON av formen
{"koder": [{"felt": …, "verdi": …, "sporsmal": …, "utdrag": …, "sikkerhet": …}]}.
«felt» og «verdi» er fra listen under. «utdrag» er ordrett fra teksten under spørsmålet «sporsmal»,
så kort som mulig. «sikkerhet» er fra 0 til 1. Kod bare det kommunen selv mener nå: ikke sitater,
andres syn, forslag som falt eller eldre saker. Å beholde et tjenestested er ikke å ønske et nytt.
Uten belegg i teksten: ingen kode. Disse feltene kan ha flere verdier: tema, grunn, samarbeid,
ressurs.

"""


@dataclass(frozen=True)
class Model:
    """Where a language model is asked, by what name, and how long it may take."""

    address: str
    name: str
    key: str = ""
    seconds: float = PATIENCE

    @classmethod
    def plugged_in(cls) -> Self | None:
        """Return the model the environment names, or None, which is how it is unless somebody did.

        Raises `ValueError` for an address that is not HTTP, or a patience that is no number.
        """
        address = os.environ.get(ADDRESS, "").rstrip("/")
        if not address:
            return None
        if not address.startswith(("http://", "https://")):
            raise ValueError(
                f"{ADDRESS} må være en adresse som begynner med http:// eller https://"
            )
        seconds = os.environ.get(SECONDS) or PATIENCE
        return cls(
            address, os.environ.get(NAME) or "standard", os.environ.get(KEY, ""), float(seconds)
        )


@dataclass(frozen=True)
class Answered:
    """What a model suggests for one answer, and how many of its claims were thrown away, by why."""

    suggestions: Suggestions
    discarded: Mapping[str, int]


def suggest(svar: Mapping[int, str], model: Model) -> Answered:
    """Return what `model` finds in the texts `svar`, held to the text and the vocabulary.

    Nothing is raised: a model that does not answer, or answers in prose, suggests nothing, and why
    is counted.
    """
    discarded: Counter[str] = Counter()
    codes: list[Suggestion] = []
    try:
        claims = _claims(_reply(model, svar))
    except _UnusableError as error:
        return Answered(Suggestions(), {str(error): 1})
    for claim in claims:
        found = _checked(claim, svar, model)
        if isinstance(found, str):
            discarded[found] += 1
        elif _repeats(found, codes):
            discarded["sagt før"] += 1
        else:
            codes.append(found)
    order = list(v.FELT)
    codes.sort(key=lambda code: (order.index(code.felt), code.sporsmal, code.start))
    return Answered(Suggestions(tuple(codes)), dict(discarded))


class _UnusableError(Exception):
    """The reply as a whole cannot be used; the message says why."""


def _reply(model: Model, svar: Mapping[int, str]) -> str:
    """Return the text of the model's reply."""
    body = {
        "model": model.name,
        "temperature": 0,
        "response_format": {"type": "json_object"},
        "messages": [
            {"role": "system", "content": TASK + _vocabulary()},
            {"role": "user", "content": _question(svar)},
        ],
    }
    headers = {"Content-Type": "application/json"}
    if model.key:
        headers["Authorization"] = f"Bearer {model.key}"
    request = urllib.request.Request(  # noqa: S310 – the scheme was checked when it was plugged in
        f"{model.address}/chat/completions", json.dumps(body).encode(), headers
    )
    try:
        with urllib.request.urlopen(request, timeout=model.seconds) as response:  # noqa: S310
            raw = response.read(LONGEST_REPLY + 1)
    except TimeoutError:
        raise _UnusableError("svarte ikke i tide") from None
    except (urllib.error.URLError, OSError, ValueError) as error:
        late = isinstance(getattr(error, "reason", None), TimeoutError)
        raise _UnusableError("svarte ikke i tide" if late else "kunne ikke spørres") from None
    if len(raw) > LONGEST_REPLY:
        raise _UnusableError("for langt svar")
    try:
        return str(json.loads(raw)["choices"][0]["message"]["content"])
    except (ValueError, LookupError, TypeError):
        raise _UnusableError("ikke et svar fra en språkmodell") from None


def _vocabulary() -> str:
    return "\n".join(f"{felt}: {', '.join(values)}" for felt, values in v.FELT.items())


def _question(svar: Mapping[int, str]) -> str:
    return "\n\n".join(f"Spørsmål {n}:\n{mask(svar[n])}" for n in sorted(svar))


def _claims(reply: str) -> list[Any]:
    """Return the claims in a reply, which many models wrap in a fence."""
    text = reply.strip().removeprefix("```json").removeprefix("```").removesuffix("```")
    try:
        claims = json.loads(text)["koder"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise _UnusableError("ikke JSON med «koder»") from None
    if not isinstance(claims, list):
        raise _UnusableError("ikke JSON med «koder»")
    return claims


def _checked(claim: Any, svar: Mapping[int, str], model: Model) -> Suggestion | str:
    """Return the suggestion that `claim` makes, or why it cannot be used."""
    if not isinstance(claim, dict):
        return "ikke en kode"
    felt, verdi, passage = (claim.get(name) for name in ("felt", "verdi", "utdrag"))
    if not isinstance(felt, str) or verdi not in v.FELT.get(felt, ()):
        return "felt eller verdi finnes ikke"
    if not isinstance(passage, str) or not 0 < len(passage.strip()) <= LONGEST_PASSAGE:
        return "uten utdrag"
    for number in _asked(claim.get("sporsmal"), svar):
        if place := locate(passage, svar[number]):
            start, end = place
            return Suggestion(
                felt,
                str(verdi),
                number,
                start,
                end,
                svar[number][start:end],
                _sure(claim.get("sikkerhet")),
                f"språkmodell {model.name}",
            )
    return "utdraget står ikke i teksten"


def _asked(number: Any, svar: Mapping[int, str]) -> Iterator[int]:
    """Yield the questions to look for a passage under, the one that was named first."""
    named = number if isinstance(number, int) and number in svar else None
    if named is not None:
        yield named
    yield from (n for n in sorted(svar) if n != named)


def _sure(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        return UNSAID
    return float(value)


def _repeats(code: Suggestion, codes: list[Suggestion]) -> bool:
    """Return whether a field that has one value has it already, or this value is there."""
    several = code.felt in v.FLERE
    return any(
        each.felt == code.felt and (not several or each.verdi == code.verdi) for each in codes
    )
