"""What is for the user that runs the programs, and for nobody else who has an account there."""

import os
from contextlib import suppress
from pathlib import Path


def private_folder(folder: Path) -> None:
    """Make `folder` if it is not there, and shut it to others."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # One of an earlier program is open; one that is somebody else's is theirs to shut.
    with suppress(PermissionError):
        folder.chmod(0o700)


def private_file(file: Path) -> None:
    """Make `file` if it is not there, empty, for who will write in it; who cannot is told then.

    What an administrator makes belongs to whoever has the folder, who would else be shut out.
    """
    with suppress(OSError):
        made = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            if os.geteuid() == 0:
                folder = file.parent.stat()
                os.fchown(made, folder.st_uid, folder.st_gid)
        finally:
            os.close(made)
