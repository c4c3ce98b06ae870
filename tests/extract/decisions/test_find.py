"""Decisions of whole reports: recommendations, minutes and notices."""

import pytest

from csp_extract.extract.decisions import find_decisions
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import About, Block, BlockKind, Report, ReportKind, TextSource


def decisions_in(text: str, kind: ReportKind = ReportKind.REPORT) -> list[tuple[str, str, str]]:
    """Return verb, status and mover of the decisions in plain text."""
    report = lay_out_plain(text)
    reading = Reading(report, passages_of(report), about=About(kind=kind))
    return [
        (str(found.value.verb), found.value.status, found.value.mover)
        for found in find_decisions(reading)
    ]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("RESOLVED that the minutes be approved.", ["approved"]),
        (
            "RESOLVED that the report be noted and that officers be asked to reply.",
            ["noted", "resolved"],
        ),
        ("It is recommended that the plan is endorsed.", ["endorsed"]),
        (
            "That the Committee:\n(a) notes the data;\n(b) agrees to it; and\n(c) asks why now",
            ["noted", "agreed", "recommended"],
        ),
        ("The Board is asked to approve the terms.", ["approved"]),
        ("Members are asked to (1) note the data and (2) endorse it.", ["noted", "endorsed"]),
        (
            "It is recommended that Cabinet i) notes the data, ii) approves the bid",
            ["noted", "approved"],
        ),
        ("It is recommended that the fees in section 2) and 3) be noted.", ["noted"]),
        ("The matter was resolved by officers.", []),
        ("The agreed plan was sent to all members.", []),
    ],
)
def test_verb_is_what_is_done_with_the_matter(text: str, verbs: list[str]) -> None:
    """Each item of a list and each "and that" decides one thing."""
    assert [verb for verb, _, _ in decisions_in(text)] == verbs


@pytest.mark.parametrize("opening", ["agreed to (a)", "agreed: (a) to"])
def test_what_a_meeting_letters_within_a_sentence_is_decided_one_by_one(opening: str) -> None:
    """The letters stand where the layout leaves them, in the middle of a line."""
    text = f"The Board {opening} adopt the terms, (b) note the costs, and (c) defer the bid."
    verbs = [verb for verb, _, _ in decisions_in(text, ReportKind.MINUTES)]
    assert verbs == ["approved", "noted", "deferred"]


def test_body_agreed_decides_in_minutes_only() -> None:
    """A report that tells what another body agreed decides nothing."""
    text = "The Panel agreed to set up a working group."
    assert decisions_in(text) == []
    assert decisions_in(text, ReportKind.MINUTES) == [("agreed", "", "")]


def test_mover_and_status_stand_around_the_motion() -> None:
    """Who moved is named before the motion, what became of it after."""
    text = (
        "Councillor Ann Field proposed, seconded by Councillor Dale, that the item be deferred."
        " The motion was lost."
    )
    assert decisions_in(text) == [("rejected", "lost", "Councillor Ann Field")]
    text = "Proposed by Cllr Reed and seconded by Cllr Oak.\nRESOLVED that the plan be adopted."
    assert decisions_in(text) == [("approved", "carried", "Cllr Reed")]


def test_sentence_under_a_heading_of_recommendations_is_one() -> None:
    """Under "Recommendation" a sentence that begins with "That" needs no other word."""
    text = "That the plan is approved."
    for section, count in (("2. RECOMMENDATION", 1), ("3. BACKGROUND", 0)):
        block = Block(BlockKind.PARAGRAPH, 0, len(text), section=section)
        report = Report(text, (block,), (), 0, (), TextSource.TEXT)
        assert len(find_decisions(Reading(report, passages_of(report)))) == count


def test_purpose_of_a_paper_with_recommendations_decides_nothing() -> None:
    """What members are asked in the first paragraph is said again under the heading."""
    purpose, advice = "Members are asked to note the plan.", "That Members note the plan."
    text = f"{purpose}\n{advice}"
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, len(purpose), section="1. PURPOSE"),
        Block(BlockKind.PARAGRAPH, len(purpose) + 1, len(text), section="2. RECOMMENDATION"),
    )
    for count in (1, 2):
        report = Report(text, blocks[:count], (), 0, (), TextSource.TEXT)
        assert len(find_decisions(Reading(report, passages_of(report)))) == 1


def test_mover_is_named_in_the_resolution_itself() -> None:
    """A phrase between the verb and "that" names who moved."""
    text = (
        "RESOLVED, on the proposal of Councillor Reed seconded by Councillor Oak, that fees rise."
    )
    assert decisions_in(text) == [("resolved", "carried", "Councillor Reed")]


def test_passive_decides_in_minutes_only() -> None:
    """A report tells in the passive what others decided."""
    text = "The work plan was noted."
    assert decisions_in(text) == []
    assert decisions_in(text, ReportKind.MINUTES) == [("noted", "", "")]


def test_writers_ask_their_readers() -> None:
    """What "we ask you to" and "please" put forward is a recommendation."""
    assert decisions_in("We ask you to note the figures.") == [("noted", "", "")]
    assert decisions_in("Please endorse the charter.") == [("endorsed", "", "")]


def test_word_alone_leads_in_what_follows() -> None:
    """The next paragraph goes on with "RESOLVED that", or each that begins with "That"."""
    text = "RESOLVED that\nthe minutes be approved.\nThe meeting closed at 8 pm."
    assert decisions_in(text) == [("approved", "", "")]
    text = "Decision:\nThat the work of the group be commended.\nThat the bid be deferred."
    assert decisions_in(text) == [("resolved", "", ""), ("deferred", "deferred", "")]
    text = "The group makes the following recommendations to Cabinet:\nThat fees be frozen."
    assert decisions_in(text) == [("recommended", "", "")]


def test_questions_put_to_a_panel_are_no_decisions() -> None:
    """What a panel is to ask stands under the one recommendation."""
    text = "It is recommended that the Panel use these:\n(i) How safe is the town?\n(ii) For whom?"
    assert decisions_in(text) == [("recommended", "", "")]


def test_labels_within_a_sentence_part_decisions() -> None:
    """One sentence may ask for two things."""
    text = "Committee is asked (a) to note the figures; and (b) to support the bid."
    assert [verb for verb, _, _ in decisions_in(text)] == ["noted", "recommended"]


def test_items_under_a_heading_need_no_that() -> None:
    """Under RESOLVED every item decides; its mover after the list moved them all."""
    items = ("the Chief Executive write to the force;", "Noted the figures.")
    last = "Proposed by Councillor Reed, seconded by Councillor Oak."
    text, blocks = "", []
    for label, words in zip(("(i)", "(ii)", ""), (*items, last), strict=True):
        kind = BlockKind.BULLET if label else BlockKind.PARAGRAPH
        end = len(text) + len(words)
        blocks.append(Block(kind, len(text), end, label=label, section="RESOLVED"))
        text += f"{words}\n"
    report = Report(text, tuple(blocks), (), 0, (), TextSource.TEXT)
    found = find_decisions(Reading(report, passages_of(report)))
    assert [each.value.verb for each in found] == ["resolved", "noted"]
    assert {each.value.mover for each in found} == {"Councillor Reed"}
    assert {each.value.status for each in found} == {"carried"}


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The Local Committee (Hale) resolved to AGREE that:\n(i) fees be frozen.", ["resolved"]),
        ("Decision:\nCabinet\n1) NOTED the report\n2) APPROVED the plan", ["noted", "approved"]),
        ("The Committee:-\n(a) notes the report\n(b) asks why", ["noted", "recommended"]),
        ("The Committee:-\n(a) Councillor Hale\n(b) Councillor Dale", []),
        (
            "Recommendations of all were:\n(a) More patrols at night\n(b) Better street lights",
            2 * ["recommended"],
        ),
        ("Members may wish to note the figures.", ["noted"]),
        ("The Cabinet resolved that the plan be adopted.", []),
    ],
)
def test_lines_decide_by_what_leads_them_in(text: str, verbs: list[str]) -> None:
    """A body, a word or a sentence does; people listed after a body are no decisions."""
    assert [verb for verb, _, _ in decisions_in(text)] == verbs


def test_record_of_a_meeting_tells_itself() -> None:
    """A paper that prints a resolution or its end is minutes, whatever it is called."""
    text = "The Panel agreed to:-\n(i) note the report.\n"
    assert decisions_in(f"{text}The meeting closed at 8 pm.") == [("noted", "", "")]
    told = "The Panel agreed to look into it."
    assert decisions_in(told) == []
    assert decisions_in(f"{told}\nThe meeting closed at 8 pm.") == [("agreed", "", "")]


def test_clause_that_stands_alone_is_decided() -> None:
    """Nobody but a meeting or a paper to it says "that it be done"."""
    assert decisions_in("That the return be noted.") == [("noted", "", "")]
    assert decisions_in("That report may be late.") == []


def test_vote_on_an_amendment_is_no_vote_on_the_motion() -> None:
    """The fate of each stands after it; a vote between the two decides both."""
    text = (
        "Cllr Hale moved that fees rise. As an amendment Councillor Dale moved that they fall."
        " Three voted for the amendment and six for the motion, which was carried."
    )
    found = decisions_in(text, ReportKind.MINUTES)
    assert [(verb, status) for verb, status, _ in found] == [
        ("resolved", "carried"),
        ("rejected", "lost"),
    ]


def test_what_is_lettered_and_in_the_subjunctive_was_resolved() -> None:
    """In minutes nothing need lead it in; what members asked for is no resolution."""
    text = (
        "The team was small. There were nine staff, and it was hoped that more would come.\n"
        "Members presented a bid, asked for time, and explained that it was late. It was sent.\n"
        "(a) authority be given to the clerk\n"
        "(b) Members asked that a list be sent\n"
    )
    assert [verb for verb, _, __ in decisions_in(text)] == ["resolved"]


def test_items_that_tell_decide_nothing_where_their_lead_does() -> None:
    """A sentence that says what was noted is the decision; its items tell of the matter."""
    text = (
        "RESOLVED that the Committee noted the figures for the third quarter, in particular:\n"
        "(i) A total of 46 fires were attended\n"
        "(ii) Visits were up\n"
    )
    assert [verb for verb, _, __ in decisions_in(text, ReportKind.MINUTES)] == ["noted"]


def test_number_after_a_lettered_list_is_the_next_matter() -> None:
    """The items of one list are labelled alike."""
    text = "Members resolved that:\n(a) the plan be noted;\n(b) fees be cut.\n2. Fees of May"
    assert [verb for verb, _, _ in decisions_in(text, ReportKind.MINUTES)] == ["noted", "resolved"]
