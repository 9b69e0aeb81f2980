"""The errors people see. Anything else that escapes is a bug.

Each message is one sentence or two: what went wrong, which file, what to do next.
"""


class HandfulError(Exception):
    """Base of every error with a message meant for people."""

    exit_code = 1


class UserError(HandfulError):
    """The user can fix it: a wrong path, a bad CSV, a file that is no encoder."""

    exit_code = 1


class SurroundingsError(HandfulError):
    """The machine is in the way: disk full, drive gone, catalogue locked."""

    exit_code = 3


class PhotoError(HandfulError):
    """One file cannot be read as a photo; it becomes a row in the problems list.

    Attributes:
        reason: A short clause for people, e.g. ``"the file is cut off"``.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
