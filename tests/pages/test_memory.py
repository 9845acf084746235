"""What is drawn is remembered, for everyone who sees the same and nobody else, within a bound."""

from collections.abc import Callable

from pages.parts.reading.language import speak, spoken
from pages.parts.reading.memory import Memory, remembered


class Made:
    """What was made, in its order."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.keys: list[str] = []

    def __call__(self, key: str) -> Callable[[], bytes]:
        return lambda: self._make(key)

    def _make(self, key: str) -> bytes:
        self.keys.append(key)
        return key.encode() * self.size


def test_the_same_is_made_once_and_another_anew() -> None:
    memory, made = Memory(100), Made(1)
    assert [memory.get(key, made(key)) for key in "aab"] == [b"a", b"a", b"b"]
    assert made.keys == ["a", "b"]


def test_what_was_not_asked_for_longest_goes_when_there_is_too_much() -> None:
    memory, made = Memory(10), Made(4)
    for key in "abacab":
        memory.get(key, made(key))
        assert memory.held <= 10
    # «b» was let go for «c», «a» never.
    assert made.keys == ["a", "b", "c", "b"]


def test_more_than_there_is_room_for_is_still_given() -> None:
    memory = Memory(10)
    assert memory.get("a", lambda: bytes(11)) == bytes(11)
    assert memory.held == 0


def test_a_sentence_is_remembered_in_each_language() -> None:

    said = remembered(lambda name: f"{name} {spoken()}")
    speak("nn")
    assert said("Troms") == "Troms nn"
    speak("nb")
    assert said("Troms") == "Troms nb"
