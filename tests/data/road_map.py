"""A small OpenStreetMap extract in the format they are published in, made without any library.

The format is blobs of protocol buffers: a header, then blocks of nodes and of ways whose words
stand in a table of their own (https://wiki.openstreetmap.org/wiki/PBF_Format).
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

# Degrees are written in units of 100 nanodegrees.
_UNIT: Final = 1e7
Node = tuple[float, float]
Way = tuple[Sequence[int], Mapping[str, str]]


def write_extract(path: Path, nodes: Sequence[Node], ways: Iterable[Way]) -> Path:
    """Write an extract with `nodes` (latitude, longitude), numbered from 1, and `ways` of them."""
    lined = [(list(refs), dict(tags)) for refs, tags in ways]
    words = [
        "",
        *dict.fromkeys(word for _refs, tags in lined for pair in tags.items() for word in pair),
    ]
    header = b"".join(_field(4, feature) for feature in (b"OsmSchema-V0.6", b"DenseNodes"))
    blocks = (
        _blob(b"OSMHeader", header),
        _blob(b"OSMData", _block(words, [_field(2, _dense(nodes))])),
        _blob(
            b"OSMData",
            _block(words, [_field(3, _way(i, *way, words)) for i, way in enumerate(lined, 1)]),
        ),
    )
    path.write_bytes(b"".join(blocks))
    return path


def _blob(kind: bytes, data: bytes) -> bytes:
    packed = _field(2, len(data)) + _field(3, zlib.compress(data))
    head = _field(1, kind) + _field(3, len(packed))
    return len(head).to_bytes(4, "big") + head + packed


def _block(words: Sequence[str], groups: Sequence[bytes]) -> bytes:
    table = b"".join(_field(1, word.encode()) for word in words)
    return _field(1, table) + _field(2, b"".join(groups))


def _dense(nodes: Sequence[Node]) -> bytes:
    ids = [1] * len(nodes)
    lats, lons = ([round(node[k] * _UNIT) for node in nodes] for k in (0, 1))
    return (
        _field(1, _packed(ids))
        + _field(8, _packed(_steps(lats)))
        + _field(9, _packed(_steps(lons)))
    )


def _way(number: int, refs: Sequence[int], tags: Mapping[str, str], words: Sequence[str]) -> bytes:
    keys, values = (
        b"".join(_varint(words.index(w)) for w in some) for some in (tags, tags.values())
    )
    return (
        _field(1, number) + _field(2, keys) + _field(3, values) + _field(8, _packed(_steps(refs)))
    )


def _steps(numbers: Sequence[int]) -> list[int]:
    return [b - a for a, b in pairwise([0, *numbers])]


def _packed(numbers: Iterable[int]) -> bytes:
    return b"".join(_varint(n << 1 if n >= 0 else (-n << 1) - 1) for n in numbers)


def _field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])
