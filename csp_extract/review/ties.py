"""Judgements held together: what is the same by way of others, and what cannot be."""

from collections.abc import Hashable


class Ties:
    """Groups of things that are one, and pairs that are two."""

    def __init__(self) -> None:
        self._head: dict[Hashable, Hashable] = {}
        self._apart: list[tuple[Hashable, Hashable]] = []

    def accept(self, left: Hashable, right: Hashable, *, is_same: bool) -> bool:
        """Take in a judgement, unless those taken in before say otherwise."""
        one, two = self.head(left), self.head(right)
        if not is_same:
            if one == two:
                return False
            self._apart.append((left, right))
            return True
        if any({self.head(a), self.head(b)} == {one, two} for a, b in self._apart):
            return False
        self._head[two] = one
        return True

    def head(self, thing: Hashable) -> Hashable:
        """Return what stands for the group of a thing."""
        while self._head.get(thing, thing) != thing:
            thing = self._head[thing]
        return thing
