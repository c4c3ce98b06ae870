"""An agenda pack becomes the reports in it: which pages are one paper."""

from csp_extract.packs.split import Part, Split, split_pack

__all__ = ["Part", "Split", "split_pack"]
