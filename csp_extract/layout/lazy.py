"""Properties that are worked out once."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

V = TypeVar("V")


class once(Generic[V]):  # noqa: N801 it is used as a decorator
    """A property that is worked out when first asked for, and kept.

    ``functools.cached_property`` does the same, but takes a lock in Python 3.11, which cost a
    quarter of the time of layout.
    """

    def __init__(self, work: Callable[[Any], V]) -> None:
        self.work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Note under what name the value is kept; Python looks there first from then on."""
        self.name = name

    def __get__(self, thing: Any, owner: type | None = None) -> V:
        """Return the value, and keep it."""
        value = self.work(thing)
        thing.__dict__[self.name] = value
        return value
