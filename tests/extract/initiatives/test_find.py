"""Initiatives of whole reports: one row each, with its names, state and parties."""

import pytest

from csp_extract.extract.found import Found, Span
from csp_extract.extract.initiatives import find_initiatives
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import (
    About,
    AmountValue,
    Block,
    BlockKind,
    InitiativeKind,
    InitiativeStatus,
    InitiativeValue,
    Report,
    TextSource,
)


def read_plain(text: str) -> Reading:
    """Return the reading of plain text, before any family has run."""
    report = lay_out_plain(text)
    return Reading(report, passages_of(report), about=About(body="Tarn Council"))


def values_of(text: str) -> list[InitiativeValue]:
    """Return the initiatives of plain text."""
    return [found.value for found in find_initiatives(read_plain(text))]


def test_short_form_in_brackets_is_an_alias_with_its_mentions() -> None:
    """An initiative is one row however often it is told, and every mention is kept."""
    text = "The Partnership launched the Calm Nights Scheme (CNS) in May. CNS is now busy."
    (value,) = values_of(text)
    assert (value.name, value.aliases) == ("Calm Nights Scheme", ("CNS",))
    spans = [tuple(map(int, mention.split("-"))) for mention in value.mentions]
    assert [text[start:end] for start, end in spans] == ["Calm Nights Scheme", "CNS", "CNS"]


def test_operation_and_its_short_form_are_one() -> None:
    """The police write Op for Operation."""
    (value,) = values_of("Operation Lapwing ran in June. Op Lapwing led to 12 arrests.")
    assert (value.aliases, value.kind) == (("Op Lapwing",), InitiativeKind.OPERATION)
    assert value.status is InitiativeStatus.COMPLETED


def test_next_sentence_names_the_funder() -> None:
    """What "The scheme" is said of belongs to the scheme just named."""
    (value,) = values_of(
        "We opened the Calm Nights Scheme. The scheme is funded by the Home Office."
    )
    assert value.funder == "Home Office"


def test_items_after_a_funding_cue_are_initiatives() -> None:
    """Descriptive names count where a list treats each as one thing."""
    text = "Funding was agreed to support the following:\n• Boxing for young people\n• Two cameras"
    values = values_of(text)
    assert [value.name for value in values] == ["Boxing for young people", "Two cameras"]
    assert {value.status for value in values} == {InitiativeStatus.PLANNED}


def test_area_is_a_whole_name_and_no_venue() -> None:
    """A place is never cut short, and the hall of an event is not the area it serves."""
    (value,) = values_of(
        "The Calm Nights Scheme was held again and again in Great Eastmarchington."
    )
    assert value.area == "Great Eastmarchington"
    (value,) = values_of("The Calm Nights Scheme was held at the Guildhall.")
    assert value.area == ""


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Calm Nights Scheme will be launched in May.", InitiativeStatus.PLANNED),
        ("The Calm Nights Scheme continues in both towns.", InitiativeStatus.IN_PROGRESS),
        ("The Calm Nights Scheme was completed in May.", InitiativeStatus.COMPLETED),
        ("The Calm Nights Scheme has ceased.", InitiativeStatus.ENDED),
        ("Members spoke of the Calm Nights Scheme.", InitiativeStatus.UNSTATED),
    ],
)
def test_status_is_what_the_clause_says(text: str, status: InitiativeStatus) -> None:
    """Tense and cue words beside the name tell how far it is; none tell nothing."""
    (value,) = values_of(text)
    assert value.status is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("DHR 3 was commissioned in May. Its report will be ready in June.", "in_progress"),
        ("All six recommendations of DHR 3 have been carried out.", "completed"),
        ("The Calm Nights Scheme has 40 members. It is hoped to have 60 by May.", "in_progress"),
        ("Calm Nights Week was held in May, with ten more stalls than last year.", "recurring"),
        ("The Calm Nights Scheme was folded into a county one.", "ended"),
        ("The Cabinet approved the Calm Nights Strategy.", "completed"),
        ("Operation Calm, led by the wardens, held two nights. More are planned.", "in_progress"),
        ("Operation Calm did not take place in May, for want of staff.", "unstated"),
        ("Calm Nights Week has not been held since May. It is hoped to hold it soon.", "planned"),
        ("Calm Nights Week was postponed until next spring.", "planned"),
        ("Operation Calm was held in May. It was not held in June.", "completed"),
        ("Operation Calm was conducted in May, and is being continued.", "in_progress"),
        ("Operation Calm was conducted in May, and is to be reported on.", "completed"),
        ("The Calm Nights course was completed by 14 men.", "in_progress"),
        ("Nine notices were served under the Calm Nights Scheme. It will grow.", "in_progress"),
    ],
)
def test_status_weighs_the_whole_course(text: str, status: str) -> None:
    """What a review came to, what is reported and what comes again outweigh the nearest cue."""
    assert [str(value.status) for value in values_of(text)] == [status]


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("The Calm Nights Scheme (CNS) ran. CNS grew.", ("CNS",)),
        ("Noson Fawr (Big Night Out) was held.", ("Big Night Out",)),
        ("The Calm Nights Scheme, usually known as Calm, ran in May.", ("Calm",)),
        ("The CCTV renewal scheme is complete. CCTV helped.", ()),
    ],
)
def test_other_names_are_those_the_report_gives(text: str, aliases: tuple[str, ...]) -> None:
    """A bracket, a gloss or "known as" gives another name; a part of the name is none."""
    assert values_of(text)[0].aliases == aliases


@pytest.mark.parametrize(
    "text",
    [
        "The Community Safety Team attended the Community Safety Partnership meeting.",
        "Under the Crime and Disorder Act 1998 the Council has a duty.",
        "The Head of Service attended training.",
        "The Licensing Committee met and the Cabinet approved the Annual Report.",
        "Papers are on the Tarn website.",
        "The membership is as follows:\n• Tarn Council\n• Beck Police",
    ],
)
def test_bodies_posts_and_duties_are_none(text: str) -> None:
    """Capitals alone make no initiative."""
    assert values_of(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Second Wind received 40 referrals in its first year.", "Second Wind"),
        ("Second Wind. The outreach scheme opened in May.", "Second Wind"),
        ("Second Wind, which Members may recall, has been brought back.", "Second Wind"),
        ("Its first Paned Fawr (Big Cuppa) was well liked.", "Paned Fawr"),
        ("The new plan for Farm Post and Tarn Rural Watch: Farm Post grew.", "Farm Post"),
        ("Gatehouse has been folded into a county service.", "Gatehouse"),
    ],
)
def test_coined_name_is_known_by_what_is_told_of_it(text: str, name: str) -> None:
    """What only a thing does, or has done to it, makes a thing of a coined name."""
    assert name in [value.name for value in values_of(text)]


def test_items_of_awards_are_named_by_what_is_paid_for() -> None:
    """A sum and who gets it are no part of the name of what the award pays for."""
    text = "The following awards were made:\n• £500 to Beck Parish Council for the Den Club\n"
    values = values_of(f"{text}• £900 to the Tarn Trust for bike marking")
    assert [value.name for value in values] == ["Den Club", "bike marking"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Our Bright Sparks Fund made 12 awards.", ["Bright Sparks Fund"]),
        ("The Bright Sparks Fund was closed to new bids.", ["Bright Sparks Fund"]),
        ("We bid to the Home Office's Quiet Streets Fund.", []),
        ("The Quiet Streets Fund is the Government's.", []),
    ],
)
def test_fund_counts_where_its_own_body_runs_it(text: str, names: list[str]) -> None:
    """A fund that others run only pays for things."""
    assert [value.name for value in values_of(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("• Delivered Prevent training to 340 taxi drivers", ["Prevent training"]),
        ("• Rolled out Calm Nights Kits to bars", ["Calm Nights Kits"]),
        ("It launched the ‘See It, Say It’ hate crime campaign.", ["See It, Say It"]),
        ("A code-word scheme, Gofyn Nawr, is to be launched in bars.", ["Gofyn Nawr"]),
        ("Bright Doors, a scheme for tenants, was launched in May.", ["Bright Doors"]),
    ],
)
def test_name_is_whole_and_told_once(text: str, names: list[str]) -> None:
    """A verb before it, a quotation mark or the noun beside it is no part or other of a name."""
    assert [value.name for value in values_of(text)] == names


def test_order_is_one_whatever_its_name_says() -> None:
    """A Public Spaces Protection Order, its abbreviation and "the town centre PSPO" are one."""
    text = "The Public Spaces Protection Order lapses in May. The town centre PSPO was extended."
    assert len(values_of(f"{text} A stall on the PSPO was held.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Great Tarn received £40,000. Members spoke of shops in Great Tarn.",
        "Beck Homes has agreed to pay half. Beck Homes will meet in May.",
        "Jane Holm (Police and Crime Commissioner) will speak.",
        "Officers spoke of the Tarn contract.",
    ],
)
def test_places_bodies_and_people_are_no_coined_names(text: str) -> None:
    """A name that is a place's, or somebody's who acts, is left alone."""
    assert values_of(text) == []


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("The Calm Nights Scheme in Beck ran. Shops in Beck joined.", "Beck"),
        ("Operation Lapwing ran for six weeks from 1 July at Tarn Sands.", "Tarn Sands"),
        ("Operation Lapwing ran from 1 to 20 July in five parks.", "five parks"),
        ("NightBus Holm is run by volunteers. Pubs in Holm pay.", "Holm"),
        ("The Calm Nights Scheme was told of at a meeting in May.", ""),
        ("The Calm Nights Scheme was launched in Marbury on 3 May.", "Marbury"),
        ("Operation Beck ran in May. Shops in Beck joined.", ""),
        ("Operation Lapwing was launched, and a stall was held in Beck.", ""),
    ],
)
def test_area_is_told_by_name_or_sentence(text: str, area: str) -> None:
    """A place is read from the name, or from the part of the sentence that is about the thing."""
    assert values_of(text)[0].area == area


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Open Gate also runs the Fresh Wind course.", "lead", "Open Gate"),
        ("Fresh Wind, a service run by the charity Llais, opened.", "lead", "Llais"),
        (
            "Fresh Wind, a project costing £900 met from the late night levy, opened.",
            "funder",
            "late night levy",
        ),
        (
            "Tarn Town Council paid half of the cost of the Fresh Wind project.",
            "funder",
            "Tarn Town Council",
        ),
        ("The Fresh Wind course has trained 40 taxi drivers.", "audience", "taxi drivers"),
        (
            "A leaflet for hairdressers, Fresh Wind, was given to 90 people.",
            "audience",
            "hairdressers",
        ),
        ("Fresh Wind is a project run with Beck Homes.", "partners", ("Beck Homes",)),
    ],
)
def test_parties_are_told_by_clause(text: str, field: str, value: object) -> None:
    """Who runs, pays, helps and is helped stands in the clauses round the name."""
    (found,) = values_of(text)
    assert getattr(found, field) == value


def test_row_of_a_table_ties_its_money_to_the_project() -> None:
    """The sum in the row of a project is among what the project points at."""
    text, blocks = "", []
    heads = ("Project", "Award")
    for col, cell in enumerate(("Calm Nights", "£900")):
        end = len(text) + len(cell)
        blocks.append(
            Block(BlockKind.CELL, len(text), end, table=0, row=1, col=col, col_head=heads[col])
        )
        text += cell + "\n"
    report = Report(text, tuple(blocks), (), 0, (), TextSource.TEXT)
    reading = Reading(report, passages_of(report))
    money = Span(text.index("£"), text.index("£") + 4)
    reading.amounts = [Found(money, AmountValue(), "a test")]
    (found,) = find_initiatives(reading)
    assert found.value.name == "Calm Nights"
    assert [target.span for target in found.targets["amount_ids"]] == [money]
