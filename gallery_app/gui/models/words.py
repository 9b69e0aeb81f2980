"""Numbers in sentences."""


def counted(number: int, one: str, many: str) -> str:
    """Return the sentence for a number.

    Args:
        number: How many.
        one: For 1; ``{n}`` stands for the number.
        many: For any other.
    """
    return (one if number == 1 else many).replace("{n}", f"{number:,}")
