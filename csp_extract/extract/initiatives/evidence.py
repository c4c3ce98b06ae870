"""What the words around a name say it is: a thing that somebody runs, a place, or somebody."""

import re

from csp_extract.extract.alternatives import one_of
from csp_extract.extract.initiatives.words import CLASSES, HEADS, is_refused, lexicon
from csp_extract.extract.organisations import parties_in

_ASIDE = r"(?:\s\([^)]{1,40}\))?(?:,\s[^,.;()]{3,70},)?"
# What only a thing is or does, that is run for people or bought for them.
_DOES = re.compile(
    rf"{_ASIDE}\s(?:(?:has|have|had|was|were|is|are|will|be|been|being|also|now|not|since"
    r"|again|therefore|so\sfar)\s)*"
    rf"(?:{one_of(lexicon()['verbs']['lives'])})\b"
)
# The same of a lone word, which could be a place that received or saw something.
_DOES_ALONE = re.compile(
    rf"{_ASIDE}\s"
    r"(?:(?:has|is|was|will)\s(?:(?:now|also|again|since|been|being|be|not)\s)*"
    r"(?:absorbed|paused|launched|relaunched|extended|renamed|opened|reopened|rolled\sout|supplied"
    r"|brought\sback|stood\sdown|used\sto|handed\sout|folded\sinto|merged\swith|put on hold"
    r"|kept\sopen|run\sby|funded|paid\sfor|set\sup|in\sits|in\sthe\slast|working\swith"
    r"|worked\swith|helped|seen)|(?:helps|offers|provides|runs|took\sits)\b"
    r"|(?:received|took)\s[\d,]+\sreferrals)"
)
# A lone word in the plural that takes a verb in the singular is a name: "Crossroads has".
_SINGULAR = re.compile(r"\s(?:has|is|was|took\sits|runs|helps|offers|provides)\b")
_SUBJECT = re.compile(
    r"\s(?:is|was|will|has|had|now|grew|helped|saw|drew|made|took|gave|went|came|ran|began|met|won"
    r"|led|should|may|lost|continues?|runs|works|helps|offers|covers|brings|provides|[a-z]{2,}ed)\b"
)
_TAKEN_UP = re.compile(
    r"(?:[Tt]he|[Tt]his|[Tt]hese|[Oo]ur|[Ii]ts)\s(?:[\w’'-]+\s){0,2}?"
    rf"(?:{HEADS}|{CLASSES}|contract|programme)s?\b"
    r"|It\s(?:is|was|has|will|had|now|runs|began|opened|helps|saw)\b"
    r"|In\sits\s(?:\w+\s){1,2}(?:year|months|weeks)\b"
    r"|Of\sthe\s[\d,]+\s(?:[\w-]+\s){1,4}(?:bought|given|fitted|held)"
)
_SPOKEN_OF = re.compile(r"\bthe\s(?:contract|pilot|scheme|service|programme|project|provider)\b")
_BEFORE = re.compile(
    r"\b(?:referrals?\s(?:to|under|from)|calls\sto|evaluation\sof|pilot\sof|extension\sof|renamed"
    rf"|known\sas|branded|supplied\sby|review\sof|future\sof|volunteers\s(?:for|of)|(?:{HEADS})s?,"
    r"|under\sthe\s(?:name|title|banner)(?:\sof)?|(?:has|have)\sbeen\s(?:called|named)"
    r"|(?:now|is)\s(?:called|known\sas))\s(?:the\s)?[“\"‘]?$"
)
# Only a thing is held or launched; a body is funded and supported as well.
_HELD = re.compile(
    r"\b(?:held|hold|holds|ran|runs?|launch(?:ed)?|staged|hosted|introduced|piloted|promote[ds]?"
    r"|extended|brought back|[Bb]ring back|repeated)\s(?:the\s|our\s|its\s)?[“\"‘]?$"
)
# Nouns beside a thing that no place or body has: "the Tarn Link contract", "Eyes Wide talks".
_CONTRACT = re.compile(r"\s(?:contract|evaluation|tender|referrals|volunteers|process|sessions)\b")
_MATTER = re.compile(
    r"\s(?:talks?|signs|stickers|posters|leaflets|packs|sessions|courses?|workshops?|messages)\b"
)
_BESIDE = re.compile(
    r"[”\"’']?(?:,\s|\s[–—-]\s|\s\()(?:which|a|an|the|our|its)\s(?:[\w’'-]+\s){0,5}?"
    rf"(?:{HEADS}|{CLASSES})s?\b"
)
_GLOSS = re.compile(
    r"\s\((?:the\s)?[“\"‘]?(?P<gloss>[A-Z][a-z]+(?:\s[A-Za-z][a-z]*){1,4})[”\"’]?\)(?!\s[(A-Z])"
)
_PLACE = re.compile(
    r"\b(?:in|at|near|across|around|outside|into|towards|within|off|beside|between|throughout)"
    r"\s(?:the\s)?$"
)
_PLACED = re.compile(
    r"[’']?s?\s(?:estate|wards?|area|town\scentre|market|station|harbour|park|school|residents"
    r"|police|partnership|council|district|villages?|commons|seafront)\b"
)
_AGENT = re.compile(
    r"(?:\b(?:by|charity|firm|company|town|village|district|Councillors?|Cllr|Mr|Mrs|Ms|Dr"
    r"|Inspector|Sergeant|Superintendent|member\sof)|[A-Z][\w’'-]*,)\s(?:the\s)?$"
)
_SPEAKS = re.compile(
    r"(?:[’']s\s(?:own|share|officers?|staff|members|contract)|\s(?:said|says|told|asked|agreed"
    r"|reported|wrote|considers?|believes?|wants?|hopes?|intends?|undertook|moved|seconded|noted"
    r"|conducted|tested|thanked|(?:has|had|have)\s(?:asked|agreed|confirmed|offered|chosen|awarded"
    r"|said|told|bid|applied|undertaken|given|withdrawn|indicated|promised)"
    r"|(?:is|are)\sto\s(?!be\b)|received\s£|(?:requested|received)\s(?:funding|a\sgrant)"
    # Minutes tell who spoke by many verbs; only a person informs, thanks, queries or suggests.
    r"|(?:informed|advised|explained|suggested|commented|queried|clarified|replied|responded|summarised"
    r"|apologised|acknowledged|recommended|added\sthat|confirmed|welcomed|referred\sto|attended|joined"
    r"|presented|expressed|emphasised|(?:gave|provided)\s(?:an?|the)\s(?:\w+\s)?(?:update|presentation|overview)"
    r"|(?:was|were)\s(?:welcomed|present|invited|thanked|appointed|elected)))\b)"
)


def is_somebody(before: str, after: str) -> bool:
    """Return whether a name stands as that of somebody who acts or speaks."""
    return _AGENT.search(before) is not None or _SPEAKS.match(after) is not None


def is_place(before: str, after: str) -> bool:
    """Return whether a name stands as that of a place."""
    return _PLACE.search(before) is not None or _PLACED.match(after) is not None


def is_subject(before: str, after: str) -> bool:
    """Return whether a name opens a clause whose verb follows."""
    opens = before in {"", "The "} or before.endswith((": ", "; ", " that "))
    return opens and _SUBJECT.match(after) is not None


def is_singular(after: str) -> bool:
    """Return whether a verb in the singular follows."""
    return _SINGULAR.match(after) is not None


def does_alone(before: str, after: str) -> bool:
    """Return whether a lone word opens its sentence and does what only a thing does."""
    return not before and _DOES_ALONE.match(after) is not None


def is_told(before: str, after: str, *, is_lone: bool) -> bool:
    """Return whether the words around a name say that it is a thing's."""
    gloss = _GLOSS.match(after)
    if gloss and (parties_in(gloss["gloss"]) or is_refused(gloss["gloss"])):
        return False
    opens = before in {"", "The "} or before.endswith((": ", "; ", " that ", " and "))
    return bool(
        gloss
        or _BEFORE.search(before)
        or _BESIDE.match(after)
        or (opens and _DOES.match(after))
        or (not is_lone and _is_matter(before, after))
    )


def _is_matter(before: str, after: str) -> bool:
    """Return whether a name of some words is held, or stands before what a thing has."""
    has_contract = before.endswith(("the ", "The ")) and _CONTRACT.match(after)
    return bool(_HELD.search(before) or _MATTER.match(after) or has_contract)


def takes_up(following: str, *, is_coined: bool) -> bool:
    """Return whether a sentence goes on about the title before it as about a thing.

    Of a title without common words it is enough that "the contract" is spoken of.
    """
    return bool(_TAKEN_UP.match(following) or (is_coined and _SPOKEN_OF.search(following)))
