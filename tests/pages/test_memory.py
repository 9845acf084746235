"""What is drawn is remembered, for everyone who sees the same and nobody else, within a bound."""

from functools import partial

from pages.parts.reading.language import speak, spoken
from pages.parts.reading.memory import Memory, remembered


def test_the_same_is_made_once_and_another_anew() -> None:
    memory, made = Memory(100), list[str]()

    def of(key: str) -> bytes:
        def make() -> bytes:
            made.append(key)
            return key.encode()

        return memory.get(key, make)

    assert [of("a"), of("a"), of("b")] == [b"a", b"a", b"b"]
    assert made == ["a", "b"]


def test_what_was_not_asked_for_longest_goes_when_there_is_too_much() -> None:
    memory, made = Memory(10), list[str]()

    def four(key: str) -> bytes:
        made.append(key)
        return bytes(4)

    for key in "abacab":
        memory.get(key, partial(four, key))
        assert memory.held <= 10
    # «b» was let go for «c», «a» never.
    assert made == ["a", "b", "c", "b"]


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
