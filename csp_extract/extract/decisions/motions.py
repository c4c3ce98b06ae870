"""How minutes tell a motion: who moved what, and what became of it."""

import re

from csp_extract.extract.decisions.bodies import GROUP
from csp_extract.extract.decisions.openings import (
    Opening,
    councillor_moved,
    motion_moved,
    moved,
    proposal_agreed,
    put,
)
from csp_extract.extract.rule import Example, Rule

MOTIONS: tuple[Rule[str, Opening], ...] = (
    Rule(
        name="amendment put",
        pattern=re.compile(
            r"^(?P<from>(?:An|A\sfurther|A\ssecond|The|One)\s(?:[a-z]+\s)?(?:amendment|motion),?"
            r"\s(?:moved\s|proposed\s|put\s)?by\s[A-Z][^.;]{3,220}?\b(?:was|were)\s(?:then\s|put"
            r"\s(?:to\sthe\svote\s)?and\s)?(?P<fate>lost|carried|defeated|rejected))\b"
        ),
        value=put,
        examples=(
            Example(
                "[[An amendment by Cllr Hale, to move the date, was lost]] by 6 to 5.", "rejected"
            ),
            Example(
                "[[A further amendment, moved by Councillor Field, that fees rise, was carried]].",
                "agreed",
            ),
        ),
        refuses=("The amendment was carried.",),
    ),
    Rule(
        name="proposed and agreed",
        pattern=re.compile(
            r"^(?:[^.;:]{3,60},\s)?(?:(?:Cllr|Councillor|Mr|Mrs|Ms)\.?\s[A-Z][^.;:]{2,60}?|She|He|They|(?:The\s|the\s)?(?:Chair(?:man|woman)?"
            r"|Vice-Chair(?:man)?|Convener|Leader))\s(?P<from>(?:proposed|suggested)\sthat\s[^.]{5,240})\.\s"
            rf"(?:This|It|The\sproposal)\swas\s(?:unanimously\s)?(?:then\s)?(?:agreed|accepted|approved|supported)"
            rf"|^(?:She|He)\s(?P<also>(?:proposed|suggested)\sthat\s[^.]{{5,240}})\.\s(?:Everyone|Everybody|All|Members|The\s(?:{GROUP}))\sagreed\b(?!\sthat)"
        ),
        value=proposal_agreed,
        examples=(
            Example(
                "Councillor Hale [[proposed that the trial go on]]. This was agreed with no vote.",
                "agreed",
            ),
            Example("She [[proposed that the Mayor be told]]. Everyone agreed.", "agreed"),
        ),
        refuses=("She proposed that the Mayor be told. Nobody seconded.",),
    ),
    Rule(
        name="recommendation moved",
        pattern=re.compile(
            r"^(?P<from>(?:The\srecommendations?|An\samendment|A\s(?:further|second)\samendment|A\smotion)\b"
            r"[^.;]{5,260}?)(?=,?\s(?:was|were)\s(?:then\s)?(?:moved|proposed)\sby\s[A-Z])"
        ),
        value=motion_moved,
        examples=(
            Example(
                "[[The recommendation that the Mayor be told]] was moved by Councillor Hale.",
                "agreed",
            ),
            Example(
                "[[An amendment to part (b), that fees rise]], was moved by Councillor Field.",
                "agreed",
            ),
        ),
        refuses=("The recommendation was discussed by Members.",),
    ),
    Rule(
        name="councillor moved that",
        pattern=re.compile(
            r"^(?:[^.;:]{3,60},\s|As\san\samendment,?\s)?(?:(?:Cllr|Councillor|Mr|Mrs|Ms)\.?\s[A-Z][^.;:]{2,60}?|[Tt]he\s(?:Chair(?:man|woman)?"
            r"|Vice-Chair(?:man)?|Convener|Leader)(?:,\sseconded\sby\s[^.;:]{3,60}?,)?)\s(?P<from>moved)(?=\sthat\b)"
        ),
        value=councillor_moved,
        examples=(
            Example("Councillor Field [[moved that the item be deferred]].", "deferred"),
            Example("On parking, the Convener [[moved that the trial end]].", "resolved"),
        ),
        refuses=("Councillor Field said that she had moved house.",),
    ),
    Rule(
        name="moved that",
        pattern=re.compile(
            r"(?P<from>\b(?i:proposed|moved)(?:\sas\san\samendment|\sby\s[^.;]{3,60}?(?:,?\s(?:and\s)?seconded(?:\sby)?"
            r"\s[^.;]{3,60}?)?|,?\s(?:and\s)?seconded(?:\sby)?\s[^.;]{3,60}?"
            r"|\sand\s[A-Z][^.;]{3,50}?\s(?i:seconded)),?"
            r"|(?<=,\s)moved)(?=\sthat\b)"
        ),
        value=moved,
        examples=(
            Example(
                "Councillor Field [[proposed, seconded by Councillor Dale, that the item be"
                " deferred]].",
                "deferred",
            ),
            Example("It was [[moved by Councillor Field that the plan be adopted]].", "approved"),
            Example("Cllr Oak [[proposed and Cllr Elm seconded that fees be cut]].", "resolved"),
        ),
        refuses=("It is proposed that the group meets.",),
    ),
)
