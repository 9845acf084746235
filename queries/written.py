"""How the value of a field of the View is written in a link, and which values it may have."""


def written(value: object) -> str:
    """Return `value` as a link has it: a list with commas."""
    return ",".join(value) if isinstance(value, tuple) else str(value)


def part(code: str | None, i: int) -> str | None:
    """Return the field or the value of a code such as «tema:rus», None when there is none."""
    return code.split(":")[i] if code else None


def fits(value: object, default: object) -> bool:
    """Return whether `value` is of a type that the field with `default` may have."""
    if isinstance(default, tuple):
        return isinstance(value, tuple | list) and all(isinstance(each, str) for each in value)
    if isinstance(default, int):
        return isinstance(value, int) and not isinstance(value, bool)
    return value is None or isinstance(value, str)
