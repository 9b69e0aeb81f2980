"""The errors people see. Anything else that escapes is a bug.

Each message is one sentence or two: what went wrong, which file, what to do next.
"""


class HandfulError(Exception):
    """Base of every error with a message meant for people.

    Window and command line both show the message, so it names no command.

    Attributes:
        command: The next step as one types it; the command line adds it. "" when the message says
            it all.
    """

    exit_code = 1

    def __init__(self, message: str, *, command: str = "") -> None:
        super().__init__(message)
        self.command = command

    def __reduce__(self) -> tuple[object, ...]:
        """Cross from a worker process as it is, whatever its class takes to be made."""
        return type(self).__new__, (type(self), *self.args), self.__dict__


class UserError(HandfulError):
    """The user can fix it: a wrong path, a bad CSV, a file that is no encoder."""

    exit_code = 1


class NotUnderstoodError(UserError):
    """A photo has no vector yet."""

    def __init__(self) -> None:
        super().__init__(
            "This photo is not understood yet; wait until all are.", command="handful rescan"
        )


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
