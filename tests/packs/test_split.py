"""Packs are parted into their papers, and nothing else is."""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from csp_extract.packs import Split, split_pack
from csp_extract.read import read_report
from csp_extract.read.outline import read_outline

ROOT = Path(__file__).parents[2]
STYLES = (
    "committee-system",
    "running-total",
    "merged-by-hand",
    "binder",
    "reports-only",
    "supplement",
)
SplitDrawn = Callable[[Sequence[Sequence[str]]], Split]

_BODIES = (
    "Coldharbourshire County Council",
    "Harrowmere District Council",
    "Pennarth County Borough Council",
    "Strathellen Council",
)
_MASTHEAD = ("Fenmarsh District Council", "Communities Committee", "12 March 2019")
_REPORT = (
    *_MASTHEAD,
    "Report of the Head of Housing",
    "Street wardens",
    "1. Purpose",
    "To report.",
)
_OTHER = (*_MASTHEAD, "Report of the Head of Parks", "Play areas", "1. Purpose", "To decide.")
_MORE = ("4. Options", "There are two options, and the first is the cheaper.", "5. Advice")
_FORM = (
    "Equality impact assessment",
    "Title: Street wardens",
    "Author: Policy Officer",
    "Date: 12 March 2019",
    "1. What is being assessed?",
)


def _firsts(split: Split) -> list[int]:
    """Return the first pages of the papers."""
    return [part.page_from for part in split.parts]


@pytest.mark.parametrize("style", STYLES)
def test_papers_of_a_pack(build: ModuleType, style: str) -> None:
    """Every paper begins where it was put, and all pages belong to one."""
    for pack in build.packs([style], _BODIES):
        pages = read_report(pack.data, pack.name)
        split = split_pack(pages, read_outline(pack.data, pack.name))
        assert _firsts(split) == sorted(pack.starts), pack.name
        assert split.parts[-1].page_to == len(pages)
        ends = [part.page_to + 1 for part in split.parts[:-1]]
        assert ends == _firsts(split)[1:]
        assert split.parts[0].is_agenda == (pack.starts[1] == "agenda")


def test_single_papers_stay_whole() -> None:
    """No paper of the corpus is parted, whatever appendices and outline it has."""
    listing = ROOT / "corpus" / "open.txt"
    if not listing.exists():
        pytest.skip("the corpus is not here")
    for name in listing.read_text("utf-8").split():
        data = (listing.parent / name).read_bytes()
        assert split_pack(read_report(data, name), read_outline(data, name)) == Split(), name


def test_appendices_stay_with_their_report(split_drawn: SplitDrawn) -> None:
    """A form with its own title, author and numbering, and a marked plan, are no papers."""
    plan = ("Appendix 1", "FENMARSH DISTRICT COUNCIL", "Community plan 2019", "_1")
    split = split_drawn([_REPORT, _MORE, _FORM, plan, ("1. Foreword", "We say.", "_2")])
    assert split == Split()


def test_forms_of_a_pack_stay_with_their_report(split_drawn: SplitDrawn) -> None:
    """An impact assessment that names committee, date and author is no paper of a pack either."""
    agenda = ("AGENDA", "1. Apologies", "2. Declarations of interest", "3. Street wardens")
    form = ("EQUALITY ANALYSIS", "Committee: Communities Committee", *_FORM[1:])
    split = split_drawn([agenda, _REPORT, form, _OTHER])
    assert _firsts(split) == [1, 2, 4]


def test_meetings_of_one_word(split_drawn: SplitDrawn) -> None:
    """Cabinet and Council are meetings as well."""
    first = ("CABINET", "12 March 2019", "Wards: All", "Street wardens", "1. Purpose")
    second = ("CABINET", "12 March 2019", "Wards: All", "Play areas", "1. Purpose")
    assert _firsts(split_drawn([first, _MORE, second])) == [1, 3]


def test_appended_report_of_another_day_is_left_and_said(split_drawn: SplitDrawn) -> None:
    """An older report behind a report may be an appendix: a warning says so."""
    older = [line.replace("12 March 2019", "14 March 2018") for line in _OTHER]
    split = split_drawn([_REPORT, _MORE, older, _MORE])
    assert split.parts == ()
    (warning,) = split.warnings
    assert warning.startswith("page 3: may begin another paper (a masthead, its paragraphs")


def test_reports_to_one_meeting_are_parted(split_drawn: SplitDrawn) -> None:
    """Two reports with mastheads of the same meeting are a pack, without any front sheet."""
    split = split_drawn([_REPORT, _MORE, _OTHER, _MORE])
    assert _firsts(split) == [1, 3]
    assert not any(part.is_agenda for part in split.parts)


def test_a_second_report_numbered_to_its_end_is_parted(split_drawn: SplitDrawn) -> None:
    """Where pages are numbered "2 of 2" and then "1 of 2", a masthead of another day will do."""
    older = [line.replace("12 March 2019", "14 March 2018") for line in _OTHER]
    pages = [
        (*_REPORT, "_Page 1 of 2"),
        (*_MORE, "_Page 2 of 2"),
        (*older, "_Page 1 of 2"),
        (*_MORE, "_Page 2 of 2"),
    ]
    assert _firsts(split_drawn(pages)) == [1, 3]
    appendix = ("Appendix A", *older, "_Page 1 of 2")
    assert split_drawn([*pages[:2], appendix, pages[3]]) == Split()


def test_stamped_items_part_papers(split_drawn: SplitDrawn) -> None:
    """Stamps with two items part two papers; the same item on every page parts none."""
    two = [(">Agenda Item 5", *_REPORT), _MORE, (">Agenda Item 6", *_OTHER)]
    assert _firsts(split_drawn(two)) == [1, 3]
    one = [(">Agenda Item 5", *_REPORT), (">Agenda Item 5", *_MORE), (">Agenda Item 5", *_FORM)]
    assert split_drawn(one) == Split()


def test_agenda_alone_is_one_paper(split_drawn: SplitDrawn) -> None:
    """An agenda of two pages without reports is not parted."""
    first = ("AGENDA", "1. Apologies for absence", "2. Declarations of interest", "3. Minutes")
    second = ("4. Street wardens", "5. Play areas", "6. Date of next meeting")
    assert split_drawn([first, second]) == Split()


def test_minutes_that_mention_items_are_one_paper(split_drawn: SplitDrawn) -> None:
    """Headings of minutes that name agenda items part nothing."""
    first = ("Minutes of the Communities Committee", "held on 12 March 2019", "Present: all", "_1")
    second = ("Agenda Item 5", "Street wardens", "The Head of Housing spoke.", "_2")
    third = ("Agenda Item 6", "Play areas", "The Head of Parks spoke.", "_3")
    assert split_drawn([first, second, third]).parts == ()


def test_figures_in_titles_are_no_pages(split_drawn: SplitDrawn) -> None:
    """A year in the title of an item is not taken for its page."""
    agenda = (
        "AGENDA",
        "1. Apologies for absence",
        "2. Declarations of interest",
        "3. Street wardens 2018-19",
        "4. Play areas 2018-2019",
        "_1",
    )
    pages = [agenda, (*_REPORT, "_2"), (*_MORE, "_3"), (*_OTHER, "_4")]
    assert _firsts(split_drawn(pages)) == [1, 2, 4]


def test_an_agenda_goes_on_over_pages(split_drawn: SplitDrawn) -> None:
    """Items go on with their numbers; a report whose tenth paragraph follows does not."""
    first = ("AGENDA", "1. Apologies for absence", "2. Declarations of interest", "3. Minutes")
    second = ("4. Street wardens", "5. Play areas", "6. Date of next meeting")
    report = (*_REPORT, "2. Advice", "7. Options")
    split = split_drawn([first, second, report, (*_OTHER, "7. Advice")])
    assert _firsts(split) == [1, 3, 4]
    assert split.parts[0].is_agenda


@pytest.mark.parametrize(
    "agenda",
    [
        (
            "Public Document Pack",
            "COMMUNITIES COMMITTEE",
            "TUESDAY, 12 MARCH 2019 AT 7 PM",
            "A G E N D A",
            "PAGE NO.",
            "1. APOLOGIES FOR ABSENCE",
            "2. DECLARATIONS OF INTEREST",
            "3. STREET WARDENS  2 - 3",
            "Report of the Head of Housing",
            "4. PLAY AREAS  4 - 4",
        ),
        (
            "Agenda for Communities Committee",
            "5 March 2019, 10 am",
            "1  Apologies",
            "To receive apologies for absence.",
            "2  Minutes",
            "3  Street wardens (Pages 2 - 3)",
            "4  Play areas (Page 4)",
        ),
        (
            "RHAGLEN / AGENDA",
            "1 Ymddiheuriadau / Apologies",
            "2 Datganiadau o fuddiant / Declarations of interest",
            "2 - 3   3 STREET WARDENS",
            "4 - 4   4 PLAY AREAS",
        ),
        (
            "AGENDA - PART ONE",
            "Item 1: Apologies",
            "Item 2: Minutes of the last meeting",
            "Item 3: Street wardens",
            "Item 4: Play areas",
        ),
    ],
)
def test_front_sheets_of_many_habits(split_drawn: SplitDrawn, agenda: tuple[str, ...]) -> None:
    """The agenda is known by its head and its business, however it gives items and pages."""
    pages = [(*agenda, "_1"), (*_REPORT, "_2"), (*_MORE, "_3"), (*_OTHER, "_4")]
    split = split_drawn(pages)
    assert _firsts(split) == [1, 2, 4]
    assert split.parts[0].is_agenda
