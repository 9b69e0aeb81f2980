"""The time stamp of every row."""

from datetime import UTC, datetime


def now() -> str:
    """Return the present in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
