"""What a list within a sentence looks like to the chain that tells which are of priorities."""

import re
from collections.abc import Iterator, Sequence

from csp_extract.extract.aims.offers import Offer, told_before
from csp_extract.extract.aims.words import CUE, class_of, words_of
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.priorities.items import NO_ITEM
from csp_extract.extract.priorities.words import (
    NAME,
    OTHER_LIST,
    OTHER_OWNER,
    PARTNER,
    PLURAL,
)

_VERB = re.compile(r"\b(?:is|are|was|were|has|have|will|would|should)\b")
_RELATIVE = re.compile(r"\b(?:who|that|which|where|people|residents|everyone)\s.*")
_LAST_AND = re.compile(r"(?:\band|&)\s*[“(]?(?:[a-z]|[iv]+|\d)?[)]?\s?$")
_TELLING = re.compile(
    r"\b(?:agreed|set|identified|adopted|strategic|partnership|plan|board|csp|year|new|current"
    r"|two|three|four|five|six|local|policing|commissioner)\b",
    re.IGNORECASE,
)
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")
_MOST_WORDS = 30
_THE = frozenset("the a our all every people".split())


def looks_of(offer: Offer) -> list[str]:
    """Return the features of a list that a sentence may hold."""
    text, offset = offer.passage.text, offer.passage.start
    items = [text[start - offset : end - offset] for start, end in offer.items]
    before = text[: offer.items[0].start - offset]
    after = text[offer.items[-1].end - offset :]
    row = ["bias", f"near={offer.near}", f"block={offer.passage.block.kind}"]
    row += [f"tells={match[0].lower()}" for match in _TELLING.finditer(text)]
    if CUE.search(offer.passage.block.section):
        row.append(f"section cue {offer.near}")
    if OTHER_OWNER.search(text):
        row.append("other owner")
    row += [*_of_lead(before), *_of_rest(after, has_lead=CUE.search(before) is not None)]
    row += [*_of_items(items), *_of_count(items, told_before(before))]
    whole = text[offer.items[0].start - offset : offer.items[-1].end - offset]
    joint = text[offer.items[-2].end - offset : offer.items[-1].start - offset]
    link = words_of(before)[-1].lower() if before.strip() else "^"
    bodies = sum(not party.is_common for party in parties_in(whole))
    form = _form(items)
    row += [
        f"parted by={';' if ';' in whole else ','}",
        f"last and={_LAST_AND.search(joint) is not None}",
        f"form={form}",
        f"form={form} link={link}",
        f"bodies={min(bodies, 2)}",
    ]
    return row


def _of_lead(text: str) -> Iterator[str]:
    """Yield the words before a list, those from the last cue on above all."""
    words = [word.lower() for word in words_of(text)]
    classes = [class_of(word) for word in words_of(text)]
    for step in (1, 2, 3):
        yield f"-{step}={words[-step] if len(words) >= step else '^'}"
        yield f"-{step} class={classes[-step] if len(words) >= step else '^'}"
    yield f"two before={' '.join(words[-2:])}"
    yield f"three before={' '.join(classes[-3:])}"
    if OTHER_LIST.search(text):
        yield "other list"
    if "cue" not in classes:
        yield "no cue before"
        return
    cue = len(classes) - 1 - classes[::-1].index("cue")
    far, between = len(classes) - 1 - cue, words[cue + 1 :]
    link = words[-1] if far else "itself"
    yield f"cue={words[cue]}"
    yield f"far={min(far, 8)}"
    yield f"link={link}"
    yield f"far={min(far // 2, 4)} link={link}"
    yield from (f"between={word}" for word in dict.fromkeys(between))
    yield f"path={' '.join(classes[cue + 1 :][-4:])}"
    yield f"before cue={words[cue - 1] if cue else '^'}"
    yield f"verbs={sum(sort in {'verb', 'ed'} for sort in classes[cue + 1 :])}"
    yield f"named={NAME.search(text) is not None} plural={PLURAL.search(text) is not None}"
    yield f"commas={min(between.count(','), 3)}"
    yield f"ands={min(between.count('and'), 2)}"


def _of_rest(text: str, *, has_lead: bool) -> Iterator[str]:
    """Yield the words after a list; priorities may be named only there."""
    words = [word.lower() for word in words_of(text)]
    classes = [class_of(word) for word in words_of(text)]
    for step in (0, 1):
        yield f"+{step}={words[step] if len(words) > step else '$'}"
    yield f"rest={min(len(words), 6)}"
    if "cue" in classes:
        cue = classes.index("cue")
        yield f"cue after far={min(cue, 6)}"
        yield f"cue after={words[cue]}"
        yield from (f"between after={word}" for word in words[: min(cue, 6)])
        if not has_lead:
            yield f"only after far={min(cue, 6)} first={words[0]}"


def _of_items(items: Sequence[str]) -> Iterator[str]:
    """Yield what the items are: their words, what they open and end with, what none should be."""
    yield f"cues inside={min(sum(CUE.search(item) is not None for item in items), 2)}"
    clauses = sum(_VERB.search(_RELATIVE.sub("", item)) is not None for item in items)
    yield f"verbs inside={min(clauses, 2)}"
    yield f"no item={NO_ITEM.match(items[0]) is not None}"
    partners = sum(PARTNER.fullmatch(item) is not None for item in items)
    yield f"partners={min(partners, 2)}"
    yield f"digit={any(letter.isdigit() for item in items for letter in item)}"
    for item in items:
        yield f"item opens={class_of(item.split()[0])}"
        yield f"item ends={class_of(item.split()[-1])}"
    yield f"first={items[0].split()[0].lower()}"
    words = dict.fromkeys(word.lower() for item in items for word in _LONG_WORD.findall(item))
    yield from (f"word={word}" for word in list(words)[:_MOST_WORDS])


def _of_count(items: Sequence[str], told: int) -> Iterator[str]:
    """Yield how many items there are, and how long."""
    yield f"items={min(len(items), 7)}"
    yield f"told {'no' if not told else 'same' if told == len(items) else 'other'}"
    sizes = [len(item.split()) for item in items]
    yield f"longest={min(max(sizes) // 3, 6)}"
    yield f"shortest={min(*sizes, 4)}"
    yield f"mean={min(sum(sizes) // len(sizes), 8)}"
    yield f"first long={min(sizes[0], 8)}"
    yield f"spread={min((max(sizes) - min(sizes)) // 3, 4)}"


def _form(items: Sequence[str]) -> str:
    """Return the form that all items share: all in "-ing", all "to", all names."""
    forms = {_opening(item.split()[0]) for item in items}
    return forms.pop() if len(forms) == 1 else "mixed"


def _opening(word: str) -> str:
    """Return what an item opens with."""
    folded = word.lower()
    if folded.endswith("ing"):
        return "ing"
    if folded in _THE:
        return "the"
    return "to" if folded == "to" else "X" if word[0].isupper() else "x"
