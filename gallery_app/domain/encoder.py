"""Encoders as people see them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EncoderFacts:
    """An encoder of the library.

    `provider` is what runs it here; `photos_per_s` how fast it was last, None when not known.
    """

    name: str
    dim: int
    source: str
    active: bool
    provider: str
    photos_per_s: float | None = None


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """A well-known encoder that can be fetched.

    Attributes:
        name: What it is called here, and asked for by.
        title: What its authors call it.
        size: Bytes to fetch, to three figures.
        licence: The licence's name; its text is at `licence_url`.
        must_accept: Whether the user must agree to the licence before it is fetched.
        url: Where it comes from.
        input_size: Side of the square it reads, pixels.
        have: Whether it is here already.
    """

    name: str
    title: str
    size: int
    licence: str
    licence_url: str
    must_accept: bool
    url: str
    input_size: int
    have: bool
