"""How the value of a field of the View is written in a link."""


def written(value: object) -> str:
    """Return `value` as a link has it: a list with commas."""
    return ",".join(value) if isinstance(value, tuple) else str(value)


def part(code: str | None, i: int) -> str | None:
    """Return the field or the value of a code such as «tema:rus», None when there is none."""
    return code.split(":")[i] if code else None
