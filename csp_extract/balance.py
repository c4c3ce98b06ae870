"""The balance of the completeness ledger: what was sighted was either taken or refused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from csp_extract.records import CandidateValue, Mention, Reason, ReportRecord


@dataclass(frozen=True, slots=True)
class Balance:
    """An account of candidates: all of them, those that rows took, and those refused."""

    sighted: int = 0
    taken: int = 0
    refused: int = 0
    unexplained: int = 0  # refused for no reason but that no row took them

    @property
    def is_even(self) -> bool:
        """Whether every candidate was either taken or refused, and none was both."""
        return self.sighted == self.taken + self.refused

    def __str__(self) -> str:
        """Write the account as a run prints it."""
        share = self.unexplained / self.sighted if self.sighted else 0.0
        return (
            f"{self.sighted} candidates: {self.taken} taken by rows, {self.refused} refused,"
            f" {self.unexplained} of them ({share:.1%}) for no reason we know"
        )


def balance_of(candidates: Iterable[Mention[CandidateValue]]) -> Balance:
    """Return the account of some candidates."""
    values = [mention.value for mention in candidates]
    return Balance(
        len(values),
        sum(bool(value.row_id) for value in values),
        sum(value.reason is not None for value in values),
        sum(value.reason is Reason.OTHER for value in values),
    )


def balance_by_page(record: ReportRecord) -> Mapping[int, Balance]:
    """Return the account of each page that holds a candidate."""
    pages: dict[int, list[Mention[CandidateValue]]] = {}
    for mention in record.of("candidates"):
        pages.setdefault(mention.provenance.page, []).append(mention)
    return {page: balance_of(mentions) for page, mentions in sorted(pages.items())}
