"""Writes the invented letters of data/demo/brev anew: `python -m tests.brev`."""

from tests.brev.folder import BREV, letters


def main() -> None:
    """Write every letter, over those that lie there; README.md is written by hand."""
    for name, content in letters().items():
        path = BREV / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"{len(content):>8} {name}")


if __name__ == "__main__":
    main()
