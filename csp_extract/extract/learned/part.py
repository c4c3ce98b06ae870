"""A trained component: named chains that go to disk with the pipeline and come back with it."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

from csp_extract.extract.learned.chain import Chain
from csp_extract.extract.learned.weights import read_chain, write_chain


class Part:
    """The trained side of a spaCy component; without chains it is untrained and does nothing.

    The signatures are those that ``Language.to_disk`` and its kind ask of a component.
    """

    def __init__(self, name: str, chains: Mapping[str, Chain] | None = None) -> None:
        self.name = name
        self.chains: dict[str, Chain] = dict(chains or {})

    @property
    def is_trained(self) -> bool:
        """Return whether there are weights."""
        return bool(self.chains)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write each chain to a file of its own; an untrained part writes nothing."""
        place = Path(path)
        for key, chain in sorted(self.chains.items()):
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{key}.json").write_text(write_chain(chain), encoding="utf-8", newline="\n")

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> Self:  # noqa: ARG002
        """Read the chains of a folder; where there is none, the part is untrained."""
        self.chains = {
            file.stem: read_chain(file.read_text("utf-8"))
            for file in sorted(Path(path).glob("*.json"))
        }
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        """Return the chains as bytes."""
        texts = {key: write_chain(chain) for key, chain in sorted(self.chains.items())}
        return json.dumps(texts).encode()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:  # noqa: ARG002
        """Read what ``to_bytes`` wrote."""
        self.chains = {key: read_chain(text) for key, text in json.loads(data).items()}
        return self
