"""timexy's component on a blank English pipeline."""

from collections.abc import Iterator
from datetime import date, datetime

import spacy
import timexy  # noqa: F401 registers the component
from lines import answer

_NLP = spacy.blank("en")
_NLP.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})


def _read(line: str, _: datetime) -> Iterator[tuple[str, date]]:
    for entity in _NLP(line).ents:
        head, _mark, rest = entity.kb_id_.partition('value="')
        if 'type="DATE"' in head + rest:
            yield entity.text, date.fromisoformat(rest[:10])


answer(_read)
