"""Municipalities that speak in a text: named with «kommune» or an organ, alone or in a list."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from data.documents.who import words
from data.documents.who.register import Mention, Register

LINK: Final = re.compile(r"[ \t]*(?:,|\bog\b|&|\bsamt\b|/|–|-|\+|\||·|•|;)[ \t]*|[ \t]{3,}")
_AND: Final = re.compile(r"\b(?:og|samt)\b|&|\+")
_OPENS: Final = re.compile(
    r"(?:^|[\n:;,(«\"|–/-]|[ \t]{3,}|\b(?:kommunene|kommunane|fra|frå|for|i|mellom|av|og|"
    r"samt)[ \t]+)"
    r"[ \t]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Cluster:
    """Municipalities named together as one speaker, from `start` to `end`: «A, B og C kommuner»."""

    start: int
    end: int
    mentions: tuple[Mention, ...]
    dual: bool


def speaking(text: str, register: Register) -> list[Cluster]:
    """Return the municipalities that speak in `text`: those with «kommune» or an organ beside them.

    One that is only mentioned («til Rana kommune», «nabokommunen Rana») does not speak.
    """
    mentions = register.mentions(text)
    clusters: list[Cluster] = []
    for i, mention in enumerate(mentions):
        if clusters and mention.end <= clusters[-1].end:
            continue
        cluster = _named_before(text, mentions, i) or _named_after(text, mentions, i)
        if cluster is None or words.ABOUT.search(text[: cluster.start]):
            continue
        clusters.append(cluster)
    return clusters


def _named_before(text: str, mentions: Sequence[Mention], i: int) -> Cluster | None:
    """Return the cluster that begins at mention `i` and that «kommune» or «kommuner» closes."""
    chain = [mentions[i]]
    last = i
    while True:
        after = words.AFTER.match(text, chain[-1].end)
        # «0030 Oslo», and «Kommune:» on the next line.
        if after and "\n" in after[0] and after["word"].istitle():
            return None
        if after:
            break
        if last + 1 >= len(mentions):
            return None
        link = LINK.fullmatch(text[chain[-1].end : mentions[last + 1].start])
        if not link:
            return None
        last += 1
        chain.append(mentions[last])
    if len(chain) > 1:
        links = [text[a.end : b.start] for a, b in itertools.pairwise(chain)]
        dual = not _AND.search(links[-1]) and all(re.search(r"[/–|-]", link) for link in links)
        is_list = bool(_AND.search(links[-1])) and bool(_OPENS.search(text[: chain[0].start]))
        if not (dual or is_list):
            return None
    return Cluster(chain[0].start, after.end(), tuple(chain), dual=len(chain) > 1 and dual)


def _named_after(text: str, mentions: Sequence[Mention], i: int) -> Cluster | None:
    """Return the cluster that «Kommunestyret i» or «Kommunene» opens before mention `i`."""
    opens = words.SPOKEN_FOR.search(text[: mentions[i].start])
    if not opens:
        return None
    chain = listed(text, mentions, i)
    after = words.AFTER.match(text, chain[-1].end)
    end = after.end() if after else chain[-1].end
    start = opens.start()
    return Cluster(start, end, tuple(chain), dual=False)


def listed(text: str, mentions: Sequence[Mention], i: int) -> list[Mention]:
    """Return the mentions from `i` on that are one list: «A, B og C», also with «kommune» in it."""
    chain, last = [mentions[i]], i
    ends_here = 1
    for following in mentions[i + 1 :]:
        between = text[chain[-1].end : following.start]
        bare = re.sub(rf"\b{words.MUNICIPAL}\b|\([^()]*\)", "", between, flags=re.IGNORECASE)
        if not LINK.fullmatch(bare) and not re.fullmatch(r"\s*,?\s*(?:og|samt)?\s*", bare):
            break
        chain.append(following)
        last += 1
        if _AND.search(between) or re.search(r"[/–-]", between):
            ends_here = len(chain)
    # «Ordføreren i Rana, Kari Lund» is no list; a list ends with «og».
    return chain[:ends_here]
