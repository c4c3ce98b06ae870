"""Where the clause of a promise begins and ends in its sentence."""

import re

from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.found import Span

_AUXILIARY = r"(?:will|shall|is|are|was|were|has|have|had|can|may|should|would|could|continues?)"
_FINITE = (
    r"(?:will|shall|is|are|was|were|has|have|had|can|may|should|would|could|does|do|did|continues?"
    r"|plans?(?=\sto\b)|aims?|intends?|includes?|remains?|meets?|received|attended|held|agreed)"
)
_PAST = (
    r"(?:went|met|took|gave|made|saw|ran|led|began|came|became|left|lost|won|rose|fell|brought|kept"
    r"|found|sent|spent|wrote|told|spoke|got|set)"
)
_HAS_FINITE = re.compile(
    rf"\b(?:{_FINITE}|{_PAST}|to be|\w{{3,20}}ed|[a-z]{{4,}}s(?=\s(?:\d|about\b|around\b)))\b"
    r"|\A(?:this|it|these|they|we|which)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:we|I|they|it|he|she|this)\s{1,2}(?:[a-z]+\s)?\Z", re.IGNORECASE)
_SAID = frozenset("said stated advised confirmed added explained reported replied agreed".split())
# "The order expires in May and a review": what comes to pass by itself needs no object.
_INTRANSITIVE = "|".join(sorted(f"{verb}(?:e?s)" for verb in {*lexicon().happens, "expire"}))
_PASSES = re.compile(rf"\b(?:{_INTRANSITIVE})\s(?:in|on|at|by|from|to|for|until|next|this)\b")
# "decisions made by the Police and Crime Commissioner": a noun, whatever its participle.
_BY = re.compile(
    r"(?<!was\s)(?<!were\s)(?<!been\s)(?<!are\s)(?<!is\s)"
    r"\b(?:\w{3,}ed|made|taken|given|held|run|led)\sby\b"
)
# After these a clause of its own begins.
_LEFT = re.compile(
    r";\s|:\s|\s[–—-]\s|,?\s(?:but|where|whereas|whilst|while|because|although|and that)\s"
    r"|,\s(?:so|and)\s|\sand\s|\s(?:that|when|which|who)\s|,\s(?=which\s|who\s)"
    r"|\s(?:said|stated|advised|confirmed|added|explained|reported|replied|agreed)\s(?=(?:he|she|they|it|we)\s)"
)
_RIGHT = re.compile(
    r";\s|\s[–—]\s|,?\s(?:but|whereas|whilst|while|because|although|now that|so that|therefore)\s"
    r"|,\s(?:which|who|where|so|as)\s|\s(?:which|where)\s"
    r"|,\sand,?\s(?=if\b|when\b|subject\sto\b)|,\swith\sa\sview\sto\s"
    rf"|,?\s(?:and|or)\s(?=(?:[\w’'&()-]+\s{{1,2}}){{0,9}}?{_AUXILIARY}\s)"
    r"|:\s(?=(?:[\w’'&()-]+\s){1,9}?(?:is|are|was|were|has|have|will)\s)"
    rf"|,?\sand\s(?=(?:the|an?|this|its|our)\s(?:[\w’'-]+\s){{1,4}}?(?:{_INTRANSITIVE})\s)"
)


def clause_start(text: str, cue: int, floor: int = 0) -> int:
    """Return where the clause whose cue stands at ``cue`` begins, not before ``floor``.

    A cue right after "and" shares the subject of the clause before, and begins with that.
    """
    start = floor
    for match in _LEFT.finditer(text, floor, cue):
        sign = match[0].strip(" ,")
        if not text[match.end() : cue].strip() and sign not in {";", ":"}:
            continue  # the subject lies further left
        if sign in _SAID and not _PRONOUN.match(text, match.end(), cue):
            continue
        is_own = _PRONOUN.match(text, match.end(), cue)
        if sign == "and" and not is_own and not _is_clause(text[start : match.start()]):
            continue  # two nouns
        if sign in {"", "that", "when", "which", "who"} and _HAS_FINITE.search(
            text, match.end(), cue
        ):
            continue  # a relative clause inside the subject
        if sign in {"which", "who"} and text[:cue].rstrip().endswith(","):
            continue  # one between commas
        start = match.end()
    return start


def _is_clause(words: str) -> bool:
    """Return whether words before "and" hold a finite verb, and so are no noun."""
    words = _BY.sub("", words)
    return bool(_HAS_FINITE.search(words) or _PASSES.search(words))


def clause_end(text: str, verb_end: int, ceiling: int | None = None) -> int:
    """Return where the clause ends whose verb ends at ``verb_end``."""
    end = len(text) if ceiling is None else ceiling
    for match in _RIGHT.finditer(text, verb_end, end):
        if match.start() >= verb_end:
            end = match.start()
            break
    return end - len(text[verb_end:end]) + len(_trim(text[verb_end:end]))


def _trim(piece: str) -> str:
    """Return a piece without white space and stops at its end."""
    return piece.rstrip().rstrip(".:;,").rstrip()


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without white space and dashes at its ends."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip(" \n\t-–,;:"))
    return Span(left, start + len(_trim(piece)))
