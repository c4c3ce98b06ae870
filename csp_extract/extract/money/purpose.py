"""What a sum is for, in the words of its clause.

A clause tells it in one of a few forms: an aim after the sum ("for", "towards", "to provide"), the
matter it is counted in ("£900 of overtime"), the thing that costs, holds or was bought for it
before the sum. Forms that name an aim outright are tried first.
"""

from csp_extract.extract.money.purpose_after import of_aim, of_matter
from csp_extract.extract.money.purpose_before import of_cost, of_thing
from csp_extract.extract.money.setting import Setting


def purpose_of(setting: Setting) -> str:
    """Return what a sum is for, nothing where its clause does not say."""
    return next(
        (what for tell in (of_cost, of_aim, of_matter, of_thing) if (what := tell(setting))),
        "",
    )
