"""The card of the packaged pipeline: what its trained parts are, and what each is worth."""

from collections.abc import Iterator, Mapping
from typing import Any

from csp_extract.evaluate.learning.trained import Learned

_HEAD = """# csp_en

A spaCy pipeline for papers of UK councils, commissioners and fire authorities about community \
safety: dates, money, priorities, initiatives, commitments, decisions, measures. `csp-extract \
train` wrote this folder, and writes the same bytes again.

Rules do most of the work; they are code of the package and need no weights. The trained parts \
are linear-chain conditional random fields over sets of features (words, their places, what \
stands around), trained by python-crfsuite with both penalties and kept as whole hundredths. At \
run time they need numpy alone.

**Learned from**: the papers of the training bodies, and `corpus/passages`: extracts of further \
bodies, written to be learned from. All of it is invented; no rule was written from the passages, \
and no development or test body is among the text. **Proved on** bodies left out: eight folds, \
each body left out once. On passages rules and chains meet text that neither has seen, so the \
two are weighed there. The papers of the corpus are what rules were written from: there the \
rules look better than they are. A chain is in the pipeline only where it wins on passages. \
From which probability rows are added and taken out was chosen on the same left-out bodies, so \
the table flatters the parts a little.

**Limits**: British English, typed text. The text was written by few people in the manner of \
many, and real papers are more various. A row whose `source` ends in `: learned` was found by a \
chain: its span is a clause, its owner and act are read from the words where they have them, and \
are empty or the whole clause where they do not.
"""
_PARTS = {
    "csp_aims": "tells of each line whether it is a priority, by its words, its list, its heading "
    "and its neighbours, and of each list that a sentence may hold whether it is one of "
    "priorities. Lists are added where it is sure; rows of rules all stay.",
    "csp_names": "tells of each word of a sentence whether it stands in the name of an initiative. "
    "Names are added where the chain is sure, and rows of rules that it holds for very unlikely "
    "are left out.",
    "csp_roles": "tells of each clause whether it decides or promises, and of each number whether "
    "it measures. Rows are added where the chain is sure, and rows of rules that it holds for "
    "very unlikely are left out.",
}
_ASIDE = """## Kept aside

`corpus/aside` holds passages that nothing learns from and that had no say in any limit: the rules \
alone, and the pipeline as it is.
"""
_TABLE = (
    "| table | on bodies left out | precision | recall | F1 | rows |\n|---|---|---|---|---|---|"
)


def write_card(parts: Mapping[str, Learned], aside: Mapping[str, Any]) -> str:
    """Return the card as Markdown: each part with its weights and its ablation, then the rest."""
    sections = [_section(name, part) for name, part in parts.items()]
    return "\n".join([_HEAD, *sections, _ASIDE, _TABLE, *_rows(aside), ""])


def _section(name: str, part: Learned) -> str:
    """Return what a part does, which chains it has, and its scores without and with them."""
    chains = ", ".join(f"{key} ({len(chain.names)} features)" for key, chain in part.chains.items())
    does = f"`{name}` {_PARTS.get(name, '')}".rstrip()
    lines = [f"## {name}\n", f"{does}\n", f"Chains: {chains}.\n", _TABLE, *_rows(part.scores), ""]
    return "\n".join(lines)


def _rows(scores: Mapping[str, Any]) -> Iterator[str]:
    """Yield scores by table and way as lines of a table."""
    for table, ways in scores.items():
        for way, rate in ways.items():
            yield (
                f"| {table} | {way} | {rate['precision']:.3f} | {rate['recall']:.3f} "
                f"| {rate['f1']:.3f} | {rate['rows']} |"
            )
