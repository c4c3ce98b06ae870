"""Sums and initiatives point at one another."""

import spacy

from csp_extract.extract.components import reading_of
from csp_extract.extract.model import build_model

TEXT = (
    "Operation Kestrel was launched in May 2019 with £2,500 from the Home Office."
    " It has cost £1,900 so far.\n"
    "The Ranger Scheme began in June 2019. Goods worth £400 were found by chance."
)


def test_sum_and_initiative_point_at_each_other() -> None:
    """What a sum pays for lists that sum, and nothing else does."""
    reading = reading_of(build_model()(spacy.blank("en").make_doc(TEXT)))
    paid = {
        reading.report.text[amount.span.start : amount.span.end]: amount.targets["initiative_id"][0]
        for amount in reading.amounts
        if "initiative_id" in amount.targets
    }
    assert set(paid) == {"£2,500", "£1,900"}
    for thing in reading.initiatives:
        listed = {target.span for target in thing.targets.get("amount_ids", ())}
        pointing = {
            amount.span
            for amount in reading.amounts
            if thing.span in {target.span for target in amount.targets.get("initiative_id", ())}
        }
        assert listed == pointing


def test_purpose_is_what_the_sum_pays_for() -> None:
    """A sum whose clause tells no purpose takes the name of its initiative."""
    reading = reading_of(build_model()(spacy.blank("en").make_doc(TEXT)))
    assert reading.amounts[1].value.purpose == "Operation Kestrel"
