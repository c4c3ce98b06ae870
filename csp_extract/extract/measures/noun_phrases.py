"""Parts of the patterns of counts: nouns that are counted, verbs of output, and where they end."""

from csp_extract.extract.measures.lexicon import lexicon
from csp_extract.extract.measures.numerals import COUNT, SPELT

WORD = r"[\w’'/&-]+"
DONE = "|".join(sorted(lexicon().outputs, key=len, reverse=True))
BETWEEN = "|".join(lexicon().links)
# The noun counted: a plural, and no name of a link before it.
PLURAL = (
    r"(?:[A-Za-z][\w’'/&-]*[^\WsuiS]s|people|persons|men|women|children|staff|premises|taxis)"
    r"(?![\w’'/&-])"
)
PART = rf"(?!(?:{BETWEEN})\b|{SPELT})[A-Za-z]{WORD}"
NOUNS = rf"(?:{PART}\s(?:and\s(?={PART}\s{PLURAL}))?){{0,4}}?(?!(?:{BETWEEN})\b){PLURAL}"
# "of the 790 families", "of our schools".
SET = rf"(?:(?:of|out\sof)\s(?:(?:the|its|our|their|these|those|all)\s)?(?:{COUNT}\s)?)?"
# Where the noun phrase ends.
ENDS = rf"(?=[,.;:()\]–]|\s(?:{BETWEEN}|safer?)\b|\s?$)"
ABOUT = (
    r"(?:(?:over|around|about|nearly|almost|some|only|just|approximately|more\sthan|at\sleast"
    r"|a\stotal\sof|a\sfurther|another)\s)"
)
AUX = r"(?:were|was|have\sbeen|has\sbeen|had\sbeen)"
ADVERB = r"(?:(?:also|now|since|already|either|subsequently|successfully|so\sfar|all|since)\s)?"
