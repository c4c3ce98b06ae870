"""Who decides: how papers call a committee, and a person with the power to decide."""

GROUP = (
    r"Members|Panel|(?:Sub-|Sub\s)?Committee|(?:Joint\s|Scrutiny\s|Local\s)?Committee|Board|Cabinet"
    r"|(?:Full\s)?Council|Forum|Partnership|Authority|Executive|Commission|Assembly|Alliance|Bench"
    r"|Group|Working\sParty|Trustees|Meeting|Conference|Network"
)
_PERSON = (
    r"(?:Cabinet|Executive|Portfolio|Lead)\s(?:Member|Councillor|Holder)|Leader|Mayor|PCC|PFCC"
    r"|Commissioner"
)
_PROPER = r"[A-Z][\w’'&,-]*"
_LED = rf"(?:[Tt]he\s)?(?:{_PROPER}\s(?:(?:and|&|of|for)\s)?){{0,7}}?"
_OF = (
    rf"(?:\s(?:for|of)\s(?:the\s)?{_PROPER}(?:\s(?:and\s|&\s|of\s|the\s)?{_PROPER}){{0,7}})?"
    r"(?:\s[\[(][\w\s’'&-]{2,40}[\])])?"
)
_LOWER = (
    r"(?:\w+\s){0,2}(?:committee|panel|board|members|cabinet|forum|meeting|group|partnership"
    r"|council|authority|commission|councillors|trustees)"
)
# "The Local Committee (Hale)", "scrutiny committee".
COMMITTEE = rf"{_LED}(?:{GROUP}|{_LOWER}){_OF}"
# The same, and "the Executive Councillor for Parks and Safety".
BODY = rf"{_LED}(?:{GROUP}|{_PERSON}|{_LOWER}){_OF}"
